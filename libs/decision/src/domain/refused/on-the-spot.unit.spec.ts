import { parseCivilDate } from '@fajiao/kernel';
import { Catalogue, type Rulebook } from '@fajiao/rulebook';
import { closed, deferred } from '../../spec-support/after-service.fixture.spec';
import { codes, grounds } from '../../spec-support/discretion.fixture.spec';
import { at, changed, proposing } from '../../spec-support/other-steps.fixture.spec';
import { attempt, happened, nothingYet, play, rulebook, type Step } from '../../spec-support/play.fixture.spec';
import { onTheSpot, onTheSpotUpTo, spotDecision } from '../../spec-support/spot-steps.fixture.spec';
import { businessParty, straightCase, upTo } from '../../spec-support/steps.fixture.spec';

const { decided, collected, handedIn } = onTheSpot;
const fine = (fen: number) => ({ kind: 'fine', fen });
const cafeWarned = changed(decided, {
  ...{ party: businessParty, offence: 'CT-NET-31-1', conditions: [], tier: '轻微', penalties: [{ kind: 'warning' }] },
});
const nothing = play([]);

/** The rulebook, whose decisions could tell no remedy. */
const without = (remedy: object): { readonly rulebook: Rulebook } => ({
  rulebook: {
    ...rulebook,
    profile: { ...rulebook.profile, remedies: rulebook.profile.remedies.map((rule) => ({ ...rule, ...remedy })) },
  },
});

describe('a decision on the spot', () => {
  it('tells what the limit is, and what fine lies above it', () => {
    expect(grounds(changed(decided, { ...{ penalties: [fine(20100)] }, tier: '一般' }), nothing)).toEqual([
      { code: 'simple-procedure.above-limit', source: 'APL-51', detail: { fen: 20100, maxFen: 20000 } },
    ]);
  });

  it('tells every kind of penalty that needs an investigation', () => {
    const penalties = [fine(10000), { kind: 'confiscation-of-gains', fen: 100 }, { kind: 'practice-ban' }];
    expect(grounds(changed(decided, { penalties }), nothing)).toContainEqual({
      ...{ code: 'simple-procedure.other-penalty', source: 'APL-51' },
      detail: { penalties: 'confiscation-of-gains, practice-ban' },
    });
  });

  it('tells the tier that only the heads could leave', () => {
    const below = changed(decided, {
      ...{ penalties: [fine(5000)], tier: '一般' },
      mitigation: { ground: 'harm-removed', reason: '当场改正' },
    });
    expect(grounds(below, nothing)).toEqual([
      { code: 'deliberation.missing', source: 'APL-57', detail: { tier: '一般' } },
    ]);
  });

  it('names all cases that fine the same act, but may be a warning beside them (APL-29)', () => {
    const competing = ['another', 'a third'].map((caseId) => ({ caseId, offence: 'CT-GUIDE-CARD' }));
    expect(grounds({ ...decided, competing }, nothing)).toEqual([
      { code: 'fine.twice-for-one-act', source: 'APL-29', detail: { cases: 'another, a third' } },
    ]);
    expect(codes({ ...cafeWarned, competing }, nothing)).toEqual([]);
  });

  it('names everything that its document would lack', () => {
    expect(grounds(changed(decided, { facts: ' ', place: '\t' }), nothing)).toEqual([
      { code: 'decision.contents-missing', source: 'APL-52', detail: { contents: 'facts, place' } },
    ]);
  });

  it('tells its age of a party who is too young for it', () => {
    const citizen = (citizenId: string) => changed(decided, { party: { ...spotDecision.party, citizenId } });
    expect(grounds(citizen('140922201011050150'), nothing)).toMatchObject([{ detail: { age: 13 } }]);
    expect(grounds(citizen('140922200803020246'), nothing)).toMatchObject([{ detail: { age: 16 } }]);
  });

  it('is not made where the version of today punishes the act no more', () => {
    const [first] = rulebook.catalogue.versions;
    const items = first!.items.filter(({ code }) => code !== 'CT-GUIDE-CARD');
    const later = { ...first!, effectiveFrom: parseCivilDate('2024-09-13'), items };
    const law = { rulebook: { ...rulebook, catalogue: new Catalogue([first!, later]) } };
    expect(grounds(changed(decided, { actDate: '2024-09-12' }), nothing, law)).toContainEqual({
      ...{ code: 'catalogue.milder-version', source: 'APL-37' },
      detail: { version: '2024-09-13', compared: 'abolished' },
    });
  });

  it('is made of what it says: nothing is found where no fact is told', () => {
    const { conditions: _none, ...told } = cafeWarned.data as { readonly conditions: readonly string[] };
    expect(codes({ ...cafeWarned, data: told }, nothing)).toEqual([]);
  });
});

describe('the document of a decision', () => {
  const remedies = (step: Step, code: string, source: string, played: Parameters<typeof grounds>[1]) => {
    for (const lacking of [{ reconsiderationOrgans: [] }, { court: '' }])
      expect(grounds(step, played, without(lacking))).toEqual([{ code, source, detail: { contents: 'remedies' } }]);
  };

  it('is not complete where it could not tell organ and court (APL-52, 59)', () => {
    remedies(decided, 'decision.contents-missing', 'APL-52', nothing);
    remedies(straightCase.decided, 'decision.contents-missing', 'APL-59', play(upTo('waived')));
  });
});

describe('money taken on the spot', () => {
  const spot = play(onTheSpotUpTo('decided'));
  const afloat = (more: object = {}) => changed(collected, { onWater: true, ...more });
  const LANDING = 'spot-collection.landing';

  it('is a fine, and no confiscated gains', () => {
    const gains = [
      ...upTo('inspected'),
      {
        ...straightCase.concluded,
        data: {
          ...proposing({ penalties: [{ kind: 'warning' }, { kind: 'confiscation-of-gains', fen: 8000 }] }),
          gainsFen: 8000,
        },
      },
      ...upTo('served').slice(5),
    ];
    const step = changed(collected, { ground: 'remote-at-request' }, { at: at('2023-09-28', '16:00') });
    expect(codes(step, play(gains))).toEqual(['spot-collection.nothing-due APL-68']);
  });

  it('is not taken before the decision has its number, with which it is handed over', () => {
    const unnumbered = happened(attempt(decided, nothingYet).events ?? [], decided, nothingYet);
    expect(codes(deferred('2024-09-14', '2024-12-31'), unnumbered)).toContain('fine.none APL-67');
    expect(codes(closed('2024-09-14'), unnumbered)).not.toContain('closing.fine-open internal control');
    expect(codes(collected, unnumbered)).toEqual([
      ...['decision.not-numbered profile', 'spot-collection.nothing-due APL-68'],
    ]);
  });

  it('is taken against a receipt with a number', () => {
    expect(codes(changed(collected, { receiptNumber: ' ' }), spot)).toEqual(['spot-collection.receipt APL-70']);
  });

  it('tells on what ground it was to be taken, and how much', () => {
    expect(grounds(changed(collected, { ground: 'convenient' }), spot)).toEqual([
      { code: 'spot-collection.ground', source: 'APL-68', detail: { ground: 'convenient', fen: 10000 } },
    ]);
  });

  it('on water may be told with the landing of the same day, or of a later one that has come', () => {
    expect(codes(afloat({ landedOn: '2024-09-13' }), spot)).toEqual([]);
    const recordedAt = at('2024-09-14');
    expect(codes({ ...afloat({ landedOn: '2024-09-14' }), recordedAt }, spot)).toEqual([]);
    for (const landedOn of ['2024-09-12', '2024-09-15'])
      expect(grounds({ ...afloat({ landedOn }), recordedAt }, spot)).toEqual([
        { code: LANDING, source: 'APL-71', detail: { landedOn } },
      ]);
  });

  it('on land has no landing', () => {
    const landedOn = '2024-09-13';
    expect(grounds(changed(collected, { landedOn }), spot)).toEqual([
      { code: LANDING, source: 'APL-71', detail: { landedOn } },
    ]);
    expect(grounds({ ...handedIn, data: { landedOn } }, play(onTheSpotUpTo('collected')))).toEqual([
      { code: LANDING, source: 'APL-71', detail: { landedOn } },
    ]);
  });

  it('on water is handed in with the day of landing, from the taking to the handing in', () => {
    const held = play([decided, afloat()]);
    const landed = (landedOn?: string) => grounds({ ...handedIn, data: { ...(landedOn && { landedOn }) } }, held);
    for (const day of ['2024-09-13', '2024-09-16', '2024-09-18']) expect(landed(day)).toEqual([]);
    for (const day of ['2024-09-12', '2024-09-19'])
      expect(landed(day)).toEqual([{ code: LANDING, source: 'APL-71', detail: { landedOn: day } }]);
    expect(landed()).toEqual([{ code: LANDING, source: 'APL-71', detail: { landedOn: null } }]);
  });
});
