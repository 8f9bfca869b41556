import { ifAny } from './if-any';

describe('what nobody told', () => {
  it('is left out, unlike what was told to be nothing', () => {
    const told = ifAny({ reasons: undefined, mitigation: null, note: '', representatives: 0, partySigned: false });
    expect(told).toStrictEqual({ note: '', representatives: 0, partySigned: false });
  });
});
