import { tooSeldomIn } from '../../spec-support/fine-model/half.fixture.spec';

describe('a fine, whatever happens to it', () => {
  it('comes to the fen to what is reckoned by hand, day by day', async () => {
    expect(await tooSeldomIn('first')).toEqual([]);
  }, 900_000);
});
