import { fen, parseCivilDate } from '@fajiao/kernel';
import { Catalogue, type OffenceItem } from '@fajiao/rulebook';
import { decide } from './act';
import { decideOnTheSpot } from './acts';
import { noCase } from './case-state';
import { clocksOf } from './clocks';
import { describeCase } from './describe';
import { completePayment } from './effects';
import { stillRequired } from './next-acts';
import { attempt, contextOf, happened, lawOn, play, rulebook, type Step } from '../spec-support/play.fixture.spec';
import { at, changed } from '../spec-support/other-steps.fixture.spec';
import { onTheSpot, onTheSpotUpTo, spotDecision } from '../spec-support/spot-steps.fixture.spec';
import { straightCase, upTo } from '../spec-support/steps.fixture.spec';
import { concluded, sought } from '../spec-support/after-service.fixture.spec';

const { decided, collected, handedIn, reported } = onTheSpot;

function dates(steps: readonly Step[], day: string): Readonly<Record<string, string>> {
  const clocks = clocksOf(play(steps).state, lawOn(at(day)));
  return Object.fromEntries(clocks.map(({ name, due, state }) => [name, `${due} ${state}`]));
}

describe('a decision on the spot', () => {
  it('is one document with everything that APL-52 asks for', () => {
    expect(attempt(decided, play([])).events).toEqual([
      {
        type: 'SpotPenaltyDecided',
        data: {
          party: spotDecision.party,
          offence: {
            code: 'CT-GUIDE-CARD',
            title: '导游进行导游活动时未佩戴导游证',
            statute: '导游人员管理条例',
            article: '第二十一条',
          },
          actDate: '2024-09-13',
          place: '偏远景区',
          officers: [
            { id: 'officer-1', certificateNo: '14-0922-001' },
            { id: 'officer-2', certificateNo: '14-0922-002' },
          ],
          certificatesShown: true,
          source: { kind: 'inspection' },
          decidedOn: '2024-09-13',
          facts: spotDecision.facts,
          conditions: ['refused-to-correct'],
          penalties: [{ kind: 'fine', fen: 10000 }],
          tier: '轻微',
          basis: ['导游人员管理条例第二十一条'],
          correction: { what: '立即改正违法行为' },
          rights: ['statement', 'defence'],
          payment: {
            fineFen: 10000,
            confiscatedGainsFen: 0,
            how: 'any-bank-or-electronic',
            withinDays: 15,
            surcharge: { perMillePerDay: 30, capPercent: 100 },
          },
          remedies: { reconsideration: { organs: ['示例县人民政府'], length: 60, unit: 'cd' }, litigation: null },
          authority: { name: '示例县文化和旅游局', code: '11140922MB0K78GHXR' },
        },
      },
    ]);
  });

  it('of 2023 goes to court directly, and says so', () => {
    const before = changed(decided, { actDate: '2023-09-13' }, { at: at('2023-09-13') });
    expect(attempt(before, play([])).events?.[0]?.data).toMatchObject({
      remedies: { litigation: { court: '示例县人民法院', length: 6, unit: 'month' } },
    });
    expect(dates([before], '2023-09-14')).toMatchObject({ litigationBy: '2024-03-13 running' });
  });

  it('is served by being made, and goes out to the collecting side and the public with its number', () => {
    const { facts } = play([decided]);
    expect(facts.map(({ type }) => type)).toEqual([
      'SpotPenaltyDecided',
      'DecisionNumbered',
      'FineHandedOver',
      'DecisionForPublic',
    ]);
    expect(facts[2]?.data).toMatchObject({
      documentNumber: '（示）文综罚字〔2023〕第1号',
      decidedOn: '2024-09-13',
      servedOn: '2024-09-13',
      fineFen: 10000,
      surchargeStated: true,
      reconsiderationFirst: true,
    });
    expect(facts[3]?.data).toMatchObject({ procedure: 'simple', minor: false, servedOn: '2024-09-13' });
  });

  it('that only warns hands no money over', () => {
    const data = {
      party: { kind: 'organisation', name: '示例网吧', unifiedSocialCreditCode: '91140922MA0K56EF0A' },
      offence: 'CT-NET-31-1',
      penalties: [{ kind: 'warning' }],
      conditions: [],
    };
    const { facts, state } = play([changed(decided, data)]);
    expect(facts.map(({ type }) => type)).toEqual(['SpotPenaltyDecided', 'DecisionNumbered', 'DecisionForPublic']);
    expect(state.service).toMatchObject({ servedOn: '2024-09-13', fineId: null });
  });

  it('takes the lowest tier that holds the fine where none is named', () => {
    const { tier: _tier, ...untold } = spotDecision;
    const tierOf = (fen: number) =>
      attempt({ ...decided, data: { ...untold, penalties: [{ kind: 'fine', fen }] } }, play([])).events?.[0]?.data;
    expect(tierOf(10000)).toMatchObject({ tier: '轻微' });
    expect(tierOf(10001)).toMatchObject({ tier: '一般' });
  });

  it('keeps what the party said, and how it was checked', () => {
    const statement = { text: '请求从轻', adopted: false, reasons: '无法定从轻情节' };
    expect(play([changed(decided, { statement })]).state.statements).toMatchObject([
      { statement: 1, text: '请求从轻', reviewed: { adopted: false, reasons: '无法定从轻情节' } },
    ]);
  });

  it('of a minor is mitigated', () => {
    const party = { ...spotDecision.party, citizenId: '140922200803020246' };
    const mitigation = { ground: 'minor', reason: '行为时十六周岁' };
    const { state } = play([changed(decided, { party, mitigation })]);
    expect(describeCase(state, lawOn(at('2024-09-13')))).toMatchObject({ ageAtAct: 16, status: 'served' });
  });

  it('has its days: reported in three working days, no filing, no service, no suit before reconsideration', () => {
    expect(dates([decided], '2024-09-14')).toEqual({
      limitationLastDay: '2026-09-13 met',
      reportBy: '2024-09-19 running',
      paymentDue: '2024-09-29 running',
      reconsiderationBy: '2024-11-12 running',
    });
    expect(dates([decided, reported], '2024-09-20')).toMatchObject({ reportBy: '2024-09-19 met' });
    expect(dates([decided], '2024-09-20')).toMatchObject({ reportBy: '2024-09-19 overdue' });
  });

  it('says what is left until it is closed', () => {
    const law = lawOn(at('2024-09-18'));
    const codes = (steps: readonly Step[]) => stillRequired(play(steps).state, law).map(({ code }) => code);
    expect(codes(onTheSpotUpTo('collected'))).toEqual([
      'closing.fine-open',
      'closing.spot-not-reported',
      'closing.spot-money-held',
    ]);
    expect(codes(onTheSpotUpTo('reported'))).toEqual(['closing.fine-open']);
  });

  it('is closed when it is reported, handed in and paid', () => {
    const open = play(onTheSpotUpTo('reported'));
    const fineId = open.state.service?.fineId ?? '';
    const paid = { fineId, caseId: '', paidFen: 10000, surchargeFen: 0, paidOn: parseCivilDate('2024-09-13') };
    const done = completePayment(open.state, paid as never);
    if (!('events' in done)) throw new Error('refused');
    const settled = happened(done.events, { at: at('2024-09-23'), by: 'policy:complete-payment' }, open);
    const { state } = play([{ at: at('2024-09-23', '11:00'), by: 'officer-1', act: 'close' }], settled);
    expect(describeCase(state, lawOn(at('2024-09-23')))).toMatchObject({
      status: 'closed',
      outcome: 'penalty',
      procedure: 'simple',
    });
  });
});

describe('a decision on the spot under a catalogue that has changed since the act', () => {
  const first = rulebook.catalogue.versions[0]!;
  const under = (change: Partial<OffenceItem>) => {
    const items = first.items.map((item) => (item.code === 'CT-GUIDE-CARD' ? { ...item, ...change } : item));
    const catalogue = new Catalogue([first, { ...first, effectiveFrom: parseCivilDate('2024-09-13'), items }]);
    const older = changed(decided, { actDate: '2024-09-12' });
    const context = { ...contextOf(older), rulebook: { ...rulebook, catalogue } };
    const decision = decide(decideOnTheSpot, older.data as never, noCase, context);
    return 'refused' in decision ? decision.refused.map(({ code, source }) => `${code} ${source}`) : 'decided';
  };

  it('is made where the new version is heavier, and not where it is milder: that is weighed in an investigation', () => {
    expect(under({ fineFen: { min: fen(0), max: fen(100_000) } })).toBe('decided');
    expect(under({ fineFen: { min: fen(0), max: fen(20_000) } })).toEqual(['catalogue.milder-version APL-37']);
  });
});

describe('money taken on the spot', () => {
  it('is handed in and paid in within two working days each, and extinguishes the debt on the day it is taken', () => {
    expect(dates(onTheSpotUpTo('handedIn'), '2024-09-18')).toMatchObject({
      handInBy: '2024-09-18 met',
      depositBy: '2024-09-20 running',
      paymentDue: '2024-09-29 met',
    });
    expect(dates(onTheSpotUpTo('collected'), '2024-09-19')).toMatchObject({ handInBy: '2024-09-18 overdue' });
  });

  it('is told to the collecting side in the append that hands it in', () => {
    const before = play(onTheSpotUpTo('collected'));
    expect(attempt(handedIn, before).events).toMatchObject([
      {
        type: 'SpotMoneyHandedIn',
        data: {
          fineId: before.state.service?.fineId,
          fen: 10000,
          receiptNumber: '晋财0001234',
          takenAt: '2024-09-13T03:05:00.000Z',
          handedInOn: '2024-09-18',
        },
      },
    ]);
  });

  it('may be taken in the ordinary procedure where the place is remote and the party asks', () => {
    const data = { ground: 'remote-at-request', receiptNumber: '晋财0001235', circumstances: '当事人提出缴款困难' };
    const taken = { ...collected, at: at('2023-09-28', '16:00'), data };
    const { state } = play([...upTo('served'), taken]);
    expect(state.spotMoney).toMatchObject({ ground: 'remote-at-request', fen: 500000, takenOn: '2023-09-28' });
  });

  it('may be taken above 100 yuan where it could not be collected later', () => {
    const more = changed(decided, { penalties: [{ kind: 'fine', fen: 15000 }], tier: '一般' });
    const hard = changed(collected, { ground: 'hard-to-collect-later' });
    expect(play([more, hard]).state.spotMoney).toMatchObject({ fen: 15000 });
  });

  it('for a decision that fell pays nothing of the one made anew, and is handed in first', () => {
    const remote = { ground: 'remote-at-request', receiptNumber: '晋财0001235' };
    const taken = { ...collected, at: at('2023-09-28', '16:00'), data: remote };
    const first = { ...handedIn, at: at('2023-09-29') };
    const anew = [
      sought('2023-10-09'),
      concluded('2023-12-01', 'redo', { procedural: true }),
      { ...straightCase.decided, at: at('2023-12-14') },
      { ...straightCase.served, at: at('2023-12-15') },
    ];
    const again = { ...taken, at: at('2023-12-15', '16:00') };
    const handed = [...upTo('served'), taken, first, ...anew];
    expect(dates(handed, '2023-12-16')).toMatchObject({ paymentDue: '2024-01-02 running' });
    expect(play([...handed, again]).state.spotMoney).toMatchObject({ takenOn: '2023-12-15', handedIn: null });
    expect(attempt(again, play([...upTo('served'), taken, ...anew])).refused).toMatchObject([
      { code: 'spot-collection.already-taken', detail: { on: '2023-09-28' } },
    ]);
  });

  it('on water is handed in from landing on; until then its term stands still', () => {
    const afloat = changed(collected, { onWater: true });
    expect(dates([decided, afloat], '2024-09-20')).toMatchObject({ handInBy: 'null standing-still' });
    const landed = { ...handedIn, at: at('2024-09-23'), data: { landedOn: '2024-09-20' } };
    const { facts } = play([decided, afloat, landed]);
    expect(facts.slice(-2).map(({ type }) => type)).toEqual(['SpotMoneyLanded', 'SpotMoneyHandedIn']);
    expect(dates([decided, afloat, landed], '2024-09-23')).toMatchObject({ handInBy: '2024-09-24 met' });
  });

  it('on water may be recorded after landing', () => {
    const recorded = changed(collected, { onWater: true, landedOn: '2024-09-14' }, { recordedAt: at('2024-09-14') });
    expect(dates([decided, recorded], '2024-09-14')).toMatchObject({ handInBy: '2024-09-19 running' });
    expect(play([decided, recorded, handedIn]).state.spotMoney?.handedIn).toMatchObject({ on: '2024-09-18' });
  });
});
