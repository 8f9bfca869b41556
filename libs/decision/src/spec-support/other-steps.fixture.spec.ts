import type { Step } from './play.fixture.spec';
import { conclusion, evidence, filing, majorCase, proposal, straightCase } from './steps.fixture.spec';

/** Acts beside the straight path. */

export const at = (day: string, time = '10:00'): string => `${day}T${time}+08:00`;

/** A step that says something else. */
export const changed = (step: Step, data: object, more: Partial<Step> = {}): Step => ({
  ...step,
  ...more,
  data: { ...step.data, ...data },
});

export const proposing = (change: object): object => ({ ...conclusion, proposal: { ...proposal, ...change } });

export const proposingMajor = (change: object): object => ({
  ...majorCase.concluded.data,
  proposal: { ...majorCase.concluded.data.proposal, ...change },
});

export const recusal = (officer: string, when = at('2023-09-12', '15:00')): Step => ({
  at: when,
  by: 'head-1',
  act: 'decide-recusal',
  data: { officer, recused: true, ground: '与当事人有亲属关系' },
});

export const exclusion = (item: number, when = at('2023-09-14', '15:00')): Step => ({
  at: when,
  by: 'officer-1',
  act: 'exclude-evidence',
  data: { evidence: item, reason: '取证程序违法' },
});

export const statement: Step = {
  at: at('2023-09-25'),
  by: 'officer-1',
  act: 'receive-statement',
  data: { text: '请求从轻' },
};

export const statementReview: Step = {
  at: at('2023-09-25', '16:00'),
  by: 'officer-1',
  act: 'review-statement',
  data: { adopted: false, reasons: '无法定从轻情节' },
};

export const revision = (change: object, newFacts = false): Step => ({
  at: at('2023-09-26'),
  by: 'officer-1',
  act: 'revise-proposal',
  data: { findings: '重新认定', newFacts, proposal: { ...proposal, ...change } },
});

export const hearingRequest: Step = { at: at('2024-03-21'), by: 'officer-1', act: 'hearing-requested' };

export const requestWithdrawn = (when = at('2024-03-25')): Step => ({
  at: when,
  by: 'officer-1',
  act: 'withdraw-hearing-request',
  data: { statement: '当事人书面撤回听证申请' },
});

export const hearingNotice: Step = {
  at: at('2024-03-22'),
  by: 'chair-1',
  act: 'notice-hearing',
  data: { hearingAt: '2024-04-02T01:00:00.000Z' },
};

export const hearing: Step = {
  at: at('2024-04-02', '11:30'),
  by: 'chair-1',
  act: 'hold-hearing',
  data: { chair: 'chair-1', representatives: 1, opinion: '维持拟处罚意见' },
};

/** The major case with less: 26,000 yuan and one month. */
export const less = [
  { kind: 'fine', fen: 2600000 },
  { kind: 'suspension', months: 1 },
] as const;

export const lowered = (day: string, time = '15:00'): Step => ({
  at: at(day, time),
  by: 'officer-1',
  act: 'revise-proposal',
  data: { findings: '从轻', newFacts: false, proposal: { penalties: less, tier: '严重' } },
});

export const reduction = changed(majorCase.deliberated, { conclusion: 'reduce', penalties: less });

export const suspension: Step = {
  at: at('2023-09-25'),
  by: 'head-1',
  act: 'suspend',
  data: { ground: '检测鉴定', basis: '旅游行政处罚办法' },
};

/** A guide without a card: 1,000 yuan and publication, up to its prior notice. */
export const guideCase = (citizenId: string): readonly Step[] => [
  {
    at: at('2024-08-12', '09:00'),
    by: 'officer-1',
    act: 'file',
    data: {
      ...filing,
      party: { kind: 'citizen', name: '卫示例', citizenId },
      offence: 'CT-TOUR-102-1',
      actDate: '2024-08-10',
      source: { kind: 'inspection' },
      facts: '未取得导游证带团，未收取费用',
    },
  },
  { at: at('2024-08-13'), by: 'lead-1', act: 'approve-filing' },
  { at: at('2024-08-14'), by: 'officer-1', act: 'collect-evidence', data: evidence },
  {
    at: at('2024-08-16'),
    by: 'officer-1',
    act: 'conclude-investigation',
    data: {
      findings: '首次，未收取费用，属轻微情形',
      proposal: { penalties: [{ kind: 'fine', fen: 100000 }, { kind: 'publication' }], tier: '轻微' },
    },
  },
  { at: at('2024-08-19'), by: 'officer-1', act: 'serve-prior-notice', data: { mode: 'direct' } },
];

/** A guide who did not wear the card, up to the evidence. */
export const guideCardCase: readonly Step[] = [
  {
    at: at('2024-09-13'),
    by: 'officer-1',
    act: 'file',
    data: {
      ...filing,
      party: { kind: 'citizen', name: '李示例', citizenId: '140922199001010024' },
      offence: 'CT-GUIDE-CARD',
      actDate: '2024-09-13',
      source: { kind: 'inspection' },
      facts: '带团时未佩戴导游证',
    },
  },
  { at: at('2024-09-13', '11:00'), by: 'lead-1', act: 'approve-filing' },
  { at: at('2024-09-13', '12:00'), by: 'officer-1', act: 'collect-evidence', data: evidence },
];

/** The straight case moved to the end of the last calendar year that is loaded, up to its prior notice. */
export const endOfCalendar: readonly Step[] = [
  changed(straightCase.filed, { actDate: '2026-12-08' }, { at: at('2026-12-10') }),
  { ...straightCase.approved, at: at('2026-12-11') },
  { ...straightCase.inspected, at: at('2026-12-14') },
  { ...straightCase.concluded, at: at('2026-12-25') },
  { ...straightCase.noticed, at: at('2026-12-28') },
];
