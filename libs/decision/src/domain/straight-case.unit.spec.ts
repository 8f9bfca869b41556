import { parseInstant } from '@fajiao/kernel';
import { clocksOf } from './clocks';
import { describeCase } from './describe';
import { completePayment, reopenPayment } from './effects';
import { attempt, happened, lawOn, play, type Played } from '../spec-support/play.fixture.spec';
import { majorUpTo, straightCase, upTo } from '../spec-support/steps.fixture.spec';

function paid(played: Played): Played {
  const at = '2023-10-09T16:00+08:00';
  const fine = { fineId: played.state.service?.fineId ?? '', caseId: '', surchargeFen: 0, paidOn: '2023-10-08' };
  const decision = completePayment(played.state, { ...fine, paidFen: 500000 } as never);
  if (!('events' in decision)) throw new Error('refused');
  return happened(decision.events, { at, by: 'policy:complete-payment' }, played);
}

describe('the straight case', () => {
  it('makes exactly the events of its forms', () => {
    const { facts } = play([straightCase.closed], paid(play(upTo('served'))));
    expect(facts.map(({ type }) => type)).toEqual([
      'CaseFiled',
      'FilingApproved',
      'OfficersAssigned',
      'EvidenceCollected',
      'EvidenceCollected',
      'InvestigationConcluded',
      'PriorNoticeServed',
      'RightsWaived',
      'PenaltyDecided',
      'DecisionNumbered',
      'DecisionServed',
      'FineHandedOver',
      'DecisionForPublic',
      'PaymentCompleted',
      'CaseClosed',
    ]);
  });

  it('ends on the days that the law gives it', () => {
    const { state } = paid(play(upTo('served')));
    const clocks = clocksOf(state, lawOn('2023-10-10T09:00+08:00'));
    expect(Object.fromEntries(clocks.map(({ name, due, state: stands }) => [name, `${due} ${stands}`]))).toEqual({
      limitationLastDay: '2025-09-09 met',
      fileBy: '2023-09-20 met',
      decideBy: '2023-12-11 met',
      rightsWindowEnds: '2023-09-28 ended',
      serveBy: '2023-10-13 met',
      disclosureDue: '2023-10-18 running',
      disclosureCeiling: '2023-10-13 running',
      paymentDue: '2023-10-13 met',
      reconsiderationBy: '2023-11-27 running',
      litigationBy: '2024-03-28 running',
    });
  });

  it('is decided by a document with everything that APL-59 asks for', () => {
    const { facts } = play(upTo('decided'));
    expect(facts.find(({ type }) => type === 'PenaltyDecided')?.data).toEqual({
      proposal: 1,
      decidedOn: '2023-09-28',
      offence: {
        code: 'CT-NET-31-1',
        title: '在规定的营业时间以外营业',
        statute: '互联网上网服务营业场所管理条例',
        article: '第三十一条第（一）项',
      },
      facts: '超过规定时间营业1小时30分，属一般情形',
      evidence: [1, 2],
      penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 500000 }],
      tier: '一般',
      basis: ['互联网上网服务营业场所管理条例第三十一条第（一）项'],
      correction: { what: '立即改正违法行为' },
      payment: {
        fineFen: 500000,
        confiscatedGainsFen: 0,
        how: 'any-bank-or-electronic',
        withinDays: 15,
        surcharge: { perMillePerDay: 30, capPercent: 100 },
      },
      remedies: {
        reconsideration: { organs: ['示例县人民政府', '示例市文化和旅游局'], length: 60, unit: 'cd' },
        litigation: { court: '示例县人民法院', length: 6, unit: 'month' },
      },
      authority: { name: '示例县文化和旅游局', code: '11140922MB0K78GHXR' },
      major: false,
    });
  });

  it('hands its money to the collecting side and its content to the public with its service', () => {
    const { events } = attempt(straightCase.served, play(upTo('decided')));
    expect(events?.map(({ type, data }) => ({ type, data }))).toMatchObject([
      { type: 'DecisionServed', data: { mode: 'direct', servedOn: '2023-09-28', signedBy: '示例经营者甲' } },
      {
        type: 'FineHandedOver',
        data: {
          documentNumber: '（示）文综罚字〔2023〕第1号',
          decidedOn: '2023-09-28',
          servedOn: '2023-09-28',
          fineFen: 500000,
          confiscatedGainsFen: 0,
          surchargeStated: true,
        },
      },
      { type: 'DecisionForPublic', data: { minor: false, procedure: 'ordinary' } },
    ]);
  });

  it('is opened again when the bank takes the payment back', () => {
    const closed = play([straightCase.closed], paid(play(upTo('served'))));
    const fine = { fineId: closed.state.service?.fineId, caseId: '', reversedReference: 'A2', reversedFen: 500000 };
    const decision = reopenPayment(closed.state, fine as never);
    if (!('events' in decision)) throw new Error('refused');
    const { state } = happened(
      decision.events,
      { at: '2023-10-11T09:00+08:00', by: 'policy:complete-payment' },
      closed,
    );
    expect(describeCase(state, lawOn('2023-10-11T09:00+08:00'))).toMatchObject({ status: 'served', ending: null });
  });
});

describe('a major case', () => {
  it('needs review and deliberation, and says who did what', () => {
    const { state } = play(majorUpTo('served'));
    expect(describeCase(state, lawOn('2024-03-29T17:00+08:00'))).toMatchObject({
      major: true,
      legalReviewRequired: true,
      deliberationRequired: true,
      hearingRight: ['suspension'],
      penaltiesToExecute: ['suspension'],
      duties: {
        filed: ['officer-1'],
        approved: ['lead-1'],
        investigated: ['officer-1', 'officer-2'],
        recused: [],
        reviewed: ['legal-1'],
        chaired: [],
        deliberated: ['head-1', 'head-2', 'head-3', 'head-4'],
        decided: ['head-1'],
      },
    });
  });

  it('knows when each of its acts happened', () => {
    const { state } = play(majorUpTo('filed'));
    expect(state.log).toEqual([
      {
        revision: 0,
        type: 'CaseFiled',
        at: parseInstant('2024-03-04T09:00+08:00'),
        recordedAt: parseInstant('2024-03-04T09:00+08:00'),
        by: 'officer-1',
      },
    ]);
  });
});
