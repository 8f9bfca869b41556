import { fen, parseCivilDate } from '@fajiao/kernel';
import { loadRulebook } from './load-rulebook';
import {
  ageGroup,
  ageOn,
  collectionGround,
  fitsSimpleProcedure,
  hasQuorum,
  hearingGrounds,
  isConcluded,
  isMajor,
} from './procedure';
import { disclosureRule, remedyRule, thresholdFen } from './rules';

const { profile } = loadRulebook();
const date = parseCivilDate;
const on = date('2024-03-01');
const fine = (amount: number) => ({ kind: 'fine', fen: fen(amount) }) as const;

describe('a right to a hearing', () => {
  it('begins with the amount of the threshold, by kind of party; an individual business counts as a citizen', () => {
    expect(hearingGrounds(profile, 'citizen', [fine(999_999)], on)).toEqual([]);
    expect(hearingGrounds(profile, 'citizen', [fine(1_000_000)], on)).toEqual([
      { kind: 'fine', source: 'APL-63', thresholdFen: 1_000_000 },
    ]);
    expect(hearingGrounds(profile, 'individual-business', [fine(1_000_000)], on)).toHaveLength(1);
    expect(hearingGrounds(profile, 'organisation', [fine(4_999_999)], on)).toEqual([]);
    expect(hearingGrounds(profile, 'organisation', [fine(5_000_000)], on)).toHaveLength(1);
  });

  it('looks at fine and confiscated gains each for itself', () => {
    const gains = { kind: 'confiscation-of-gains', fen: fen(4_000_000) } as const;
    expect(hearingGrounds(profile, 'organisation', [fine(4_000_000), gains], on)).toEqual([]);
    expect(hearingGrounds(profile, 'citizen', [gains], on)).toMatchObject([{ kind: 'confiscation-of-gains' }]);
  });

  it('exists with a suspension of any length and not with a warning', () => {
    expect(hearingGrounds(profile, 'organisation', [{ kind: 'suspension' }, { kind: 'warning' }], on)).toEqual([
      { kind: 'suspension', source: 'APL-63' },
    ]);
  });

  it('makes a case major, and so does the unit lead', () => {
    expect(isMajor([{ kind: 'suspension', source: 'APL-63' }], false)).toBe(true);
    expect(isMajor([], true)).toBe(true);
    expect(isMajor([], false)).toBe(false);
  });
});

describe('the simple procedure', () => {
  it('takes a fine up to the limit of the party, the limit included', () => {
    expect(fitsSimpleProcedure(profile, 'citizen', [fine(20_000)], on)).toBe(true);
    expect(fitsSimpleProcedure(profile, 'citizen', [fine(20_100)], on)).toBe(false);
    expect(fitsSimpleProcedure(profile, 'organisation', [fine(300_000)], on)).toBe(true);
    expect(fitsSimpleProcedure(profile, 'organisation', [fine(300_001)], on)).toBe(false);
  });

  it('takes a warning, and no other penalty', () => {
    expect(fitsSimpleProcedure(profile, 'citizen', [{ kind: 'warning' }], on)).toBe(true);
    expect(fitsSimpleProcedure(profile, 'citizen', [{ kind: 'confiscation-of-goods' }], on)).toBe(false);
  });

  it('lets money up to 100 yuan be taken on the spot', () => {
    expect(thresholdFen(profile, 'spot-collection.fine', 'citizen', on)).toBe(10_000);
  });

  it('knows a closed list of grounds for taking money on the spot, one of them for every procedure', () => {
    const source = (id: string, procedure: 'ordinary' | 'simple', amount: number) =>
      collectionGround(profile, id, { procedure, party: 'citizen', fineFen: fen(amount) }, on)?.source;
    expect(source('fine-not-above-100', 'simple', 10_000)).toBe('APL-68');
    expect(source('fine-not-above-100', 'simple', 10_001)).toBeUndefined();
    expect(source('fine-not-above-100', 'ordinary', 10_000)).toBeUndefined();
    expect(source('hard-to-collect-later', 'simple', 20_000)).toBe('APL-68');
    expect(source('hard-to-collect-later', 'ordinary', 20_000)).toBeUndefined();
    expect(source('remote-at-request', 'ordinary', 500_000)).toBe('APL-69');
    expect(source('convenient', 'simple', 10_000)).toBeUndefined();
  });
});

describe('a deliberation', () => {
  it('needs more than half of the heads, and three at least', () => {
    expect([2, 3, 5].map((present) => hasQuorum(profile, 5, present, on))).toEqual([false, true, true]);
    expect([3, 4].map((present) => hasQuorum(profile, 6, present, on))).toEqual([false, true]);
    expect(hasQuorum(profile, 3, 2, on)).toBe(false);
  });

  it('concludes by more than half of those present', () => {
    expect([isConcluded(4, 2), isConcluded(4, 3)]).toEqual([false, true]);
  });
});

describe('age', () => {
  it('is counted in full years, and on the birthday itself the younger age still counts', () => {
    expect(ageOn(date('2010-11-05'), date('2024-11-05'))).toBe(13);
    expect(ageOn(date('2010-11-05'), date('2024-11-06'))).toBe(14);
    expect(ageOn(date('2008-02-29'), date('2022-03-01'))).toBe(14);
  });

  it('decides whether there is a penalty at all', () => {
    expect(ageGroup(profile, date('2010-11-05'), date('2024-08-10'))).toBe('no-penalty');
    expect(ageGroup(profile, date('2010-11-05'), date('2024-11-06'))).toBe('mitigated');
    expect(ageGroup(profile, date('2008-03-02'), date('2024-08-10'))).toBe('mitigated');
    expect(ageGroup(profile, date('2006-08-09'), date('2024-08-10'))).toBe('full');
  });
});

describe('remedies', () => {
  it('go to reconsideration first for spot decisions since 2024, and no more to the superior department', () => {
    expect(remedyRule(profile, date('2023-12-31'))).toMatchObject({
      reconsiderationFirst: [],
      reconsiderationOrgans: { length: 2 },
    });
    expect(remedyRule(profile, date('2024-01-01'))).toMatchObject({
      reconsiderationFirst: ['simple'],
      reconsiderationOrgans: { length: 1 },
    });
  });
});

it('decisions of the ordinary procedure are published; those made on the spot are not', () => {
  expect(disclosureRule(profile, on)).toMatchObject({ source: 'APL-48', procedures: ['ordinary'] });
});
