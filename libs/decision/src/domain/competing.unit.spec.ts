import { parseCivilDate } from '@fajiao/kernel';
import type { OffenceItem, Rulebook } from '@fajiao/rulebook';
import { actFined, actOf, competingBy, identityOf } from './competing';
import { competingFines, type ReservedAct } from './party-acts';
import { changed } from '../spec-support/other-steps.fixture.spec';
import { attempt, play, rulebook, type Step } from '../spec-support/play.fixture.spec';
import { onTheSpot } from '../spec-support/spot-steps.fixture.spec';
import { businessParty, citizenParty, majorUpTo, straightCase, upTo } from '../spec-support/steps.fixture.spec';

/** The catalogue, with the provision that the offence against minors names as competing. */
const catalogue = {
  find: (code: string, on: Parameters<typeof rulebook.catalogue.find>[1]): OffenceItem | undefined => {
    const [named] = rulebook.catalogue.find('CT-MINOR-123', on)?.competing ?? [];
    const item = rulebook.catalogue.find('CT-NET-31-1', on);
    return code === 'CT-NET-31-2' ? item && named && { ...item, ...named, code } : rulebook.catalogue.find(code, on);
  },
};
const compete = competingBy({ catalogue } as Pick<Rulebook, 'catalogue'>);

/** A café open at night, warned on the spot. */
const cautioned = {
  ...{ party: businessParty, offence: 'CT-NET-31-1', conditions: [], tier: '轻微', penalties: [{ kind: 'warning' }] },
};

const act = (offence: string, from: string, to = from): ReservedAct => ({
  caseId: `${offence} ${from}`,
  offence,
  from: parseCivilDate(from),
  to: parseCivilDate(to),
});

describe('two fines compete', () => {
  it.each([
    ['the same offence on the same day', act('CT-NET-31-1', '2023-09-09'), true],
    ['a continuing act that covers the day', act('CT-NET-31-1', '2023-09-01', '2023-09-09'), true],
    ['the same offence the day before', act('CT-NET-31-1', '2023-09-08'), false],
    ['an offence that nobody says competes', act('CT-ENT-48-5', '2023-09-09'), false],
  ])('%s', (_what, other, expected) => {
    const one = { ...act('CT-NET-31-1', '2023-09-09'), caseId: 'one' };
    expect(competingFines(one, { reserved: [other] }, compete).length > 0).toBe(expected);
  });

  it('when one offence names the other’s provision, whichever came first', () => {
    const minors = act('CT-MINOR-123', '2023-09-09');
    const net = act('CT-NET-31-2', '2023-09-09');
    expect(competingFines(minors, { reserved: [net] }, compete)).toEqual([
      { caseId: net.caseId, offence: net.offence },
    ]);
    expect(competingFines(net, { reserved: [minors] }, compete)).toHaveLength(1);
  });

  it('not when it names another article of the same statute', () => {
    const minors = act('CT-MINOR-123', '2023-09-09');
    const elsewhere = act('CT-NET-27', '2023-09-09');
    expect(rulebook.catalogue.find('CT-NET-27', elsewhere.from)?.statute).toBe('互联网上网服务营业场所管理条例');
    expect(competingFines(minors, { reserved: [elsewhere] }, compete)).toEqual([]);
    expect(competingFines(elsewhere, { reserved: [minors] }, compete)).toEqual([]);
  });

  it('not where one offence has left the catalogue', () => {
    const gone = act('CT-GONE', '2023-09-09');
    for (const other of ['CT-MINOR-123', 'CT-NET-31-1'])
      expect(competingFines(gone, { reserved: [act(other, '2023-09-09')] }, compete)).toEqual([]);
    expect(competingFines(act('CT-MINOR-123', '2023-09-09'), { reserved: [gone] }, compete)).toEqual([]);
  });

  it('never with the case itself', () => {
    const one = act('CT-NET-31-1', '2023-09-09');
    expect(competingFines(one, { reserved: [one] }, compete)).toEqual([]);
  });
});

describe('a party', () => {
  it('is the same under another name, and no citizen is an organisation', () => {
    expect(identityOf({ ...businessParty, name: '改名后的网络中心' })).toBe(identityOf(businessParty));
    expect(identityOf(businessParty)).toBe('organisation:92140922MA0K12ABXA');
    expect(identityOf(citizenParty)).toBe('citizen:140922198503120018');
  });
});

describe('the act that a decision fines', () => {
  /** What the last of the steps decides, and what it fines. */
  const finedBy = (step: Step, given: readonly Step[]) => {
    const before = play(given);
    return actFined('one', attempt(step, before).events ?? [], before.state.filing);
  };
  const night = { caseId: 'one', offence: 'CT-NET-31-1', from: '2023-09-09', to: '2023-09-09', place: '县城示例街1号' };

  it('is that of the case, with its days and its place', () => {
    expect(finedBy(straightCase.decided, upTo('waived'))).toEqual({ party: businessParty, act: night });
  });

  it('lasts to the end of a continuing act', () => {
    const continuing = upTo('waived').map((step) =>
      step.act === 'file' ? changed(step, { actDate: '2023-09-05', actEndDate: '2023-09-09' }) : step,
    );
    expect(finedBy(straightCase.decided, continuing)?.act).toMatchObject({ from: '2023-09-05', to: '2023-09-09' });
  });

  it('is told without a place where none is on file', () => {
    const { filing } = play(majorUpTo('filed')).state;
    expect(actOf('one', filing!)).toEqual({
      ...{ caseId: 'one', offence: 'CT-ENT-48-5', from: '2024-03-02', to: '2024-03-02' },
    });
  });

  it('is that of a decision on the spot, which is all the filing there is', () => {
    expect(finedBy(onTheSpot.decided, [])).toEqual({
      party: onTheSpot.decided.data.party,
      act: { ...night, offence: 'CT-GUIDE-CARD', from: '2024-09-13', to: '2024-09-13', place: '偏远景区' },
    });
  });

  it('is none where nothing is decided, or without a fine', () => {
    expect(finedBy(straightCase.noticed, upTo('concluded'))).toBeNull();
    const warning = changed(straightCase.concluded, { proposal: { penalties: [{ kind: 'warning' }], tier: '轻微' } });
    const warned = upTo('waived').map((step) => (step.act === warning.act ? warning : step));
    expect(finedBy(straightCase.decided, warned)).toBeNull();
    expect(finedBy(changed(onTheSpot.decided, cautioned), [])).toBeNull();
  });
});
