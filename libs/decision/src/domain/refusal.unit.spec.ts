import type { Fact } from '@fajiao/kernel';
import { recordRefusal, refusalId, refusals, type ActRefused } from './refusal';

const refused: ActRefused['data'] = {
  operation: 'decision.decide',
  target: 'case-0b6f0d3e-5a52-5c3e-9d0e-3f4b8a1c2d77',
  revision: 6,
  grounds: [{ code: 'notice.missing', source: 'APL-62', detail: { proposal: 1 } }],
};

describe('a refused act is a fact', () => {
  it('that is recorded with what was refused and why', () => {
    expect(recordRefusal(refused, refusals.initial)).toEqual({ events: [{ type: 'ActRefused', data: refused }] });
  });

  it('that is the same fact when it comes again', () => {
    const state = refusals.evolve(refusals.initial, { type: 'ActRefused', data: refused } as Fact<ActRefused>);
    expect(state.refused).toEqual(refused);
    expect(recordRefusal(refused, state)).toEqual({ events: [] });
    expect(refusalId('head-1', 'body', { ...refused })).toBe(refusalId('head-1', 'body', refused));
  });

  it('that is another one of another person, body, act, case, revision or ground', () => {
    const ids = [
      refusalId('head-1', 'body', refused),
      refusalId('head-2', 'body', refused),
      refusalId('head-1', 'another body', refused),
      refusalId('head-1', 'body', { ...refused, operation: 'decision.drop' }),
      refusalId('head-1', 'body', { ...refused, target: 'case-1' }),
      refusalId('head-1', 'body', { ...refused, revision: 7 }),
      refusalId('head-1', 'body', { ...refused, grounds: [{ code: 'case.suspended', source: 'APL-60' }] }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
