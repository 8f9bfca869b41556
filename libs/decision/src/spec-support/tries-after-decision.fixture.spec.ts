import { addDays, type CivilDate } from '@fajiao/kernel';
import type { CaseState } from '../domain/case-state';
import { COURT_ANSWERS, REMEDY_OUTCOMES } from '../domain/events';
import { toBeExecuted } from '../domain/requirements/closing';
import type { Dice } from './dice.fixture.spec';
import { lessThan, serving, type Trying } from './tries-before-decision.fixture.spec';
import { oddPenalties } from './tries-proposals.fixture.spec';

const decidedOn = ({ decision }: CaseState) => (decision?.outcome === 'penalty' ? decision.penalties : []);
const fineOf = ({ decision }: CaseState): number =>
  decision?.outcome === 'penalty' ? (decision.payment?.fineFen ?? 0) : 0;

function instalments(dice: Dice, state: CaseState, today: CivilDate): object {
  const all = fineOf(state);
  const first = Math.floor(all / 2);
  const last = dice.onceIn(6) ? all : all - first;
  return {
    instalments: [
      { due: addDays(today, 20), fen: first },
      { due: addDays(today, dice.of([10, 40, 60])), fen: last },
    ],
    ground: '经济困难，书面申请',
  };
}

function concluding(dice: Dice, state: CaseState, today: CivilDate): object {
  const judged = state.remedies.at(-1)?.judgment?.outcome ?? 'upheld';
  const outcome = dice.of([...REMEDY_OUTCOMES, 'redo', 'changed', judged, judged] as const);
  return {
    outcome,
    ...(outcome === 'changed' && { penalties: lessThan(decidedOn(state), dice.of([0, 100_000])) }),
    ...(dice.onceIn(6) && { effectiveOn: addDays(today, dice.between(-9, 1)) }),
    ...(outcome === 'redo' && dice.onceIn(2) && { redoBy: addDays(today, 60), procedural: dice.onceIn(2) }),
  };
}

export const triesAfterDecision: Readonly<Record<string, Trying>> = {
  decide: {
    by: 'head',
    weight: 60,
    data: (dice, state) => ({
      ...(dice.onceIn(5) && { pastTerm: '案情复杂' }),
      ...(dice.onceIn(12) && { penalties: lessThan(state.proposals.at(-1)?.penalties ?? []) }),
    }),
  },
  'decide-no-penalty': {
    by: 'head',
    weight: 0.5,
    data: (dice) => ({
      ground: dice.of(['not-proven', 'under-fourteen', 'first-time-slight-corrected', 'other']),
      ...(dice.onceIn(2) && { found: ['first-time', 'slight-harm', 'corrected'], education: '批评教育' }),
      ...(dice.onceIn(3) && { pastTerm: '案情复杂' }),
    }),
  },
  drop: { by: 'head', weight: 0.25, data: () => ({ ground: '当事人死亡' }) },
  'serve-decision': { by: 'officer', weight: 30, data: serving },
  'report-spot-decision': { by: 'officer', weight: 8 },
  'collect-on-the-spot': {
    by: 'officer',
    weight: 3,
    data: (dice, _state) => ({
      ground: dice.of(['fine-not-above-100', 'hard-to-collect-later', 'remote-at-request']),
      ...(!dice.onceIn(8) && { receiptNumber: '晋财0001234' }),
      onWater: dice.onceIn(5),
    }),
  },
  'hand-in': {
    by: 'officer',
    weight: 10,
    data: (dice, { spotMoney }, { today }) => (spotMoney?.onWater || dice.onceIn(20) ? { landedOn: today } : {}),
  },
  'correct-clerical-error': {
    by: 'officer',
    weight: 1,
    data: (dice) => ({ field: dice.of(['party.name', 'facts', '罚款']), was: '甲', is: dice.of(['乙', '甲']) }),
  },
  'execute-other-penalty': {
    by: 'officer',
    weight: 10,
    data: (dice, state) => ({ penalty: dice.of(toBeExecuted(state)) ?? 'suspension', how: '已执行' }),
  },
  'approve-deferral': {
    by: 'head',
    weight: 1,
    data: (dice, _state, { today }) => ({ until: addDays(today, dice.between(5, 90)), ground: '经济困难' }),
  },
  'approve-instalments': { by: 'head', weight: 1, data: (dice, state, { today }) => instalments(dice, state, today) },
  'remedy-sought': {
    by: 'officer',
    weight: 2,
    data: (dice, _state, { today }) => ({
      kind: dice.of(['reconsideration', 'reconsideration', 'litigation']),
      ...(dice.onceIn(6) && { soughtOn: addDays(today, -dice.between(0, 9)) }),
    }),
  },
  'reply-to-remedy': { by: 'officer', data: () => ({ summary: '事实清楚，程序合法' }) },
  'judgment-given': {
    by: 'officer',
    data: (dice, _state, { today }) => ({
      outcome: dice.of([...REMEDY_OUTCOMES, 'upheld', 'revoked'] as const),
      ...(dice.onceIn(4) && { form: 'ruling' }),
      ...(dice.onceIn(4) && { servedOn: addDays(today, dice.of([-2, 1])) }),
    }),
  },
  'appeal-filed': {
    by: 'officer',
    data: (dice, _state, { today }) => ({
      by: dice.of(['party', 'authority']),
      ...(dice.onceIn(4) && { appealedOn: addDays(today, dice.of([-1, 1])) }),
    }),
  },
  'remedy-concluded': { by: 'officer', weight: 6, data: (dice, state, { today }) => concluding(dice, state, today) },
  'stay-ordered': { by: 'officer', data: () => ({ by: '示例县人民政府' }) },
  'stay-lifted': { by: 'officer' },
  'change-decision': {
    by: 'head',
    weight: 1,
    data: (dice, state) => ({
      penalties: dice.onceIn(4)
        ? oddPenalties(dice, decidedOn(state))
        : lessThan(decidedOn(state), dice.of([0, 100_000, -100_000])),
      reason: '过重',
    }),
  },
  'revoke-decision': { by: 'head', weight: 0.5, data: (dice) => ({ reason: '当事人认定错误', anew: !dice.onceIn(3) }) },
  'issue-demand': { by: 'officer', weight: 8, data: serving },
  'hear-on-demand': { by: 'officer', data: () => ({ text: '请求暂缓', adopted: false, reasons: '无法定理由' }) },
  'seek-court-enforcement': {
    by: 'head',
    weight: 20,
    data: (dice) => ({ objectState: '银行存款', ...(dice.onceIn(2) && { partyOpinion: '未陈述意见' }) }),
  },
  'court-answered': {
    by: 'officer',
    weight: 20,
    data: (dice) => ({
      answer: dice.of(COURT_ANSWERS),
      ...(dice.onceIn(2) && { ground: dice.of(['no-facts', 'other-unlawful', 'whim']) }),
      ...(dice.onceIn(2) && { reasons: '理由' }),
    }),
  },
  'request-court-review': {
    by: 'head',
    weight: 20,
    data: () => ({ court: '示例市中级人民法院', reasons: '裁定有误' }),
  },
  'conclude-court-review': {
    by: 'officer',
    weight: 20,
    data: (dice) => ({ upheld: dice.onceIn(2), reasons: '复议裁定' }),
  },
  'suspend-enforcement': {
    by: 'head',
    weight: 1,
    data: (dice) => ({
      ground: dice.of(['unable-for-now', 'other', 'whim']),
      ...(dice.onceIn(2) && { reason: '其他' }),
    }),
  },
  'resume-enforcement': { by: 'head', weight: 4 },
  'terminate-enforcement': {
    by: 'head',
    weight: 0.5,
    data: (dice) => ({
      ground: dice.of(['citizen-died', 'object-lost', 'decision-revoked', 'suspended-three-years', 'other', 'whim']),
      ...(dice.onceIn(2) && { reason: '其他' }),
    }),
  },
  close: { by: 'officer', weight: 12 },
  archive: { by: 'officer', weight: 4 },
};
