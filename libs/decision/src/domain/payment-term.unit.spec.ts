import type { Fen } from '@fajiao/kernel';
import { lawOn, play, type Step } from '../spec-support/play.fixture.spec';
import { concluded, deferred, instalments, sought } from '../spec-support/after-service.fixture.spec';
import { at, changed } from '../spec-support/other-steps.fixture.spec';
import { majorUpTo, straightCase, upTo } from '../spec-support/steps.fixture.spec';
import { paymentTerm, surchargeIfUnpaid } from './payment-term';

/** 5,000 yuan, served on 28 September 2023: to be paid by 13 October, then 150 yuan a day. */
const served = upTo('served');

const arisenBy = (day: string, more: readonly Step[] = []): number | null =>
  surchargeIfUnpaid(play([...served, ...more]).state, lawOn(at(day)));

const parts = [
  ['2023-11-30', 200000],
  ['2023-12-29', 300000],
] as const;

describe('the surcharge on a fine that nobody has paid', () => {
  it('arises from the day after the term, three per cent a day, and never comes to more than the fine', () => {
    expect(arisenBy('2023-10-13')).toBe(0);
    expect(arisenBy('2023-10-14')).toBe(15000);
    expect(arisenBy('2023-11-15')).toBe(495000);
    expect(arisenBy('2023-11-16')).toBe(500000);
    expect(arisenBy('2024-05-01')).toBe(500000);
  });

  it('is nothing where the decision does not state it', () => {
    const { state } = play(served);
    if (state.decision?.outcome !== 'penalty' || !state.decision.payment) throw new Error('not decided');
    const unstated = { ...state.decision, payment: { ...state.decision.payment, surcharge: null } };
    expect(surchargeIfUnpaid({ ...state, decision: unstated }, lawOn(at('2023-12-01')))).toBe(0);
  });

  it('arises on the fine alone and not on confiscated gains', () => {
    const gains = { kind: 'confiscation-of-gains', fen: 100000 as Fen };
    const proposal = { penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 500000 }, gains], tier: '一般' };
    const { concluded: conclusion, noticed, waived, decided } = straightCase;
    const given = play([
      ...upTo('questioned'),
      changed(conclusion, { proposal }),
      ...[noticed, waived, decided, straightCase.served],
    ]);
    expect(surchargeIfUnpaid(given.state, lawOn(at('2023-10-14')))).toBe(15000);
  });

  it('is not counted from the day a remedy is sought to the day it ends, both left out', () => {
    // The 14th before it, and the 25th to the 27th after it.
    const upheld = [sought('2023-10-15'), concluded('2023-10-24', 'upheld')];
    expect(arisenBy('2023-10-27', upheld)).toBe(4 * 15000);
    expect(arisenBy('2023-10-27', [sought('2023-10-15')])).toBe(15000);
  });

  it('is counted on while a remedy waits that is never accepted', () => {
    expect(arisenBy('2023-10-27', [sought('2023-10-15'), concluded('2023-10-20', 'not-accepted')])).toBe(14 * 15000);
  });

  it('that arose before a deferral was approved stays, which the demand left out once', () => {
    // Late on 14 to 19 October; from the 20th the deferral holds, and it ends on 5 March.
    const late = [deferred('2023-10-20', '2024-03-05')];
    expect(arisenBy('2023-10-19', late)).toBe(6 * 15000);
    expect(arisenBy('2024-03-05', late)).toBe(6 * 15000);
    expect(arisenBy('2024-03-06', late)).toBe(7 * 15000);
  });

  it('arises on each instalment from the day after its own', () => {
    const plan = [instalments('2023-10-09', parts)];
    expect(arisenBy('2023-11-30', plan)).toBe(0);
    expect(arisenBy('2023-12-01', plan)).toBe(6000);
    expect(arisenBy('2024-01-02', plan)).toBe(33 * 6000 + 4 * 9000);
  });

  it('arises on all of it after one missed instalment where the plan says so, which the demand left out once', () => {
    const strict = changed(instalments('2023-10-09', parts), { missedMakesAllDue: true });
    expect(arisenBy('2023-11-30', [strict])).toBe(0);
    expect(arisenBy('2024-01-02', [strict])).toBe(33 * 15000);
  });
});

describe('the term of payment', () => {
  const term = (steps: readonly Step[]) => paymentTerm(play(steps).state, lawOn(at('2023-10-09')));

  it('begins with the service of a decision that holds money', () => {
    expect(term(upTo('decided'))).toBeNull();
    expect(term(served)).toMatchObject({ due: '2023-10-13', source: 'APL-67, D235-3' });
    expect(term(majorUpTo('served'))).toMatchObject({ due: '2024-04-15' });
  });

  it('does not run where nothing is to be paid', () => {
    const warned = changed(straightCase.concluded, { proposal: { penalties: [{ kind: 'warning' }], tier: '轻微' } });
    const { noticed, waived, decided } = straightCase;
    expect(term([...upTo('questioned'), warned, noticed, waived, decided, straightCase.served])).toBeNull();
    const pardoned = concluded('2023-10-09', 'changed', { penalties: [{ kind: 'warning' }] });
    expect(term([...served, sought('2023-10-08'), pardoned])).toBeNull();
  });

  it('ends with the last instalment, or when the latest deferral ends', () => {
    const three = [['2023-10-31', 100000], ...parts.slice(0, 1), ['2023-12-29', 200000]] as const;
    expect(term([...served, instalments('2023-10-08', three)])).toMatchObject({
      due: '2023-12-29',
      previousDue: ['2023-10-13'],
    });
    const deferrals = [deferred('2023-10-08', '2023-11-30'), deferred('2023-10-09', '2024-03-05')];
    expect(term([...served, ...deferrals])).toMatchObject({
      due: '2024-03-05',
      previousDue: ['2023-10-13', '2023-11-30'],
    });
  });
});
