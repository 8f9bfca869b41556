import type { Penalty } from '@fajiao/contracts';
import { addDays, addMinutes, type CivilDate, type Instant } from '@fajiao/kernel';
import type { CaseState } from '../domain/case-state';
import type { Dice } from './dice.fixture.spec';
import { businessParty, citizenParty, evidence, organisationParty } from './steps.fixture.spec';
import {
  matters,
  OFFENCES,
  warning,
  fine,
  young,
  child,
  odd,
  oddPenalties,
  proposalFor,
} from './tries-proposals.fixture.spec';

/** What somebody who tries an act says: mostly what fits the case, now and then what does not. */
export interface Trying {
  /** Who usually does it. */
  readonly by: 'officer' | 'lead' | 'legal' | 'chair' | 'head';
  /** How often it is taken up among the acts that seem open; 4 unless told. */
  readonly weight?: number;
  readonly data?: (dice: Dice, state: CaseState, now: Now) => object;
}

export interface Now {
  readonly today: CivilDate;
  readonly at: Instant;
}

const team = (dice: Dice): readonly string[] =>
  dice.onceIn(4)
    ? dice.of([
        ['officer-1'],
        ['officer-1', 'officer-3'],
        ['officer-1', 'officer-suspended-1'],
        ['officer-2', 'officer-township-1'],
        ['officer-2', 'lead-1'],
      ])
    : ['officer-1', 'officer-2'];

/** Those of the case, so far as anybody is. */
const theirTeam = (dice: Dice, { officers }: CaseState): readonly string[] =>
  dice.onceIn(6) || officers.length === 0 ? team(dice) : officers;

const shown = (dice: Dice) => ({ certificatesShown: !dice.onceIn(25) });

function filing(dice: Dice, { today }: Now): object {
  const offence = dice.of(OFFENCES);
  const party = offence === 'CT-TOUR-102-1' ? dice.of([citizenParty, young, child]) : matters[offence]!.party;
  const actDate = addDays(today, -dice.of([0, 1, 2, 2, 5, 5, 30, 800]));
  const beside = dice.onceIn(20) ? { beside: '11111111-1111-4111-8111-111111111111' } : {};
  const place = dice.onceIn(2) ? { place: '县城示例街1号' } : {};
  return {
    party,
    offence,
    actDate,
    ...place,
    officers: team(dice),
    source: { kind: 'inspection' },
    facts: '检查发现',
    ...beside,
  };
}

function onTheSpot(dice: Dice, { today }: Now): object {
  const guide = dice.onceIn(2);
  return {
    party: guide ? citizenParty : businessParty,
    offence: guide ? 'CT-GUIDE-CARD' : 'CT-NET-31-1',
    ...{ actDate: today, place: '偏远景区', source: { kind: 'inspection' }, officers: team(dice), ...shown(dice) },
    ...{ facts: '责令改正后当场拒不改正', conditions: guide ? ['refused-to-correct'] : [] },
    ...spotPenalties(dice, guide),
  };
}

function spotPenalties(dice: Dice, guide: boolean): object {
  if (dice.onceIn(4)) return { tier: '一般', penalties: [warning], ...dice.of(odd) };
  if (dice.onceIn(6))
    return { party: organisationParty, offence: 'CT-ENT-48-5', tier: '严重', ...dice.of(odd.slice(1, 4)) };
  if (guide) return { penalties: [fine(dice.of([5_000, 10_000, 40_000]))] };
  return { penalties: [warning, fine(dice.of([20_000, 300_000, 400_000]))] };
}

function hearingAt(dice: Dice, { at }: Now): string {
  return addMinutes(at, dice.of([1, 11, 12, 13, 14]) * 24 * 60);
}

const serving = (dice: Dice): object => (dice.onceIn(12) ? { mode: 'direct', servedOn: '2020-01-01' } : servedBy(dice));

const servedBy = (dice: Dice): object =>
  dice.of([
    { mode: 'direct' },
    { mode: 'direct' },
    { mode: 'post' },
    { mode: 'public-notice' },
    { mode: 'electronic' },
  ]);

const heads = (dice: Dice): readonly string[] =>
  dice.of([
    ['head-1', 'head-2', 'head-3'],
    ['head-1', 'head-2', 'head-3', 'head-4'],
    ['head-2', 'head-3', 'head-4', 'head-5'],
    ['head-1', 'head-2'],
  ]);

const standing = ({ proposals }: CaseState): readonly Penalty[] => proposals.at(-1)?.penalties ?? [];

/** The same with a smaller fine. */
export const lessThan = (penalties: readonly Penalty[], by = 100_000): readonly Penalty[] =>
  penalties.map((penalty) => (penalty.kind === 'fine' ? fine(Math.max(0, penalty.fen - by)) : penalty));

function deliberation(dice: Dice, state: CaseState): object {
  const present = heads(dice);
  const opinions = Object.fromEntries(present.map((person) => [person, '同意']));
  const reduces = dice.onceIn(4);
  const lower = dice.onceIn(3) ? oddPenalties(dice, standing(state)) : lessThan(standing(state));
  const conclusion = reduces ? { conclusion: 'reduce', penalties: lower } : { conclusion: 'adopt' };
  const voted = Object.fromEntries(present.map((person) => [person, dice.of(['adopt', 'adopt', 'adopt', 'reduce'])]));
  const composed = present.includes('head-1') || dice.onceIn(4) ? {} : { chair: dice.of(present) };
  const attended = dice.onceIn(4) && { attending: dice.of([['officer-1', 'officer-2', 'legal-1'], ['officer-1']]) };
  return { present, opinions, ...composed, ...attended, ...conclusion, ...(dice.onceIn(4) && { votes: voted }) };
}

function revision(dice: Dice, state: CaseState): object {
  const newFacts = dice.onceIn(3);
  const lower = {
    ...proposalFor(dice, state),
    proposal: { ...state.proposals.at(-1), penalties: lessThan(standing(state)) },
  };
  const { penalties, tier = '一般' } = lower.proposal;
  const again = dice.onceIn(2) ? { ...lower, proposal: { penalties, tier } } : proposalFor(dice, state);
  return { ...again, newFacts };
}

const anybody = (dice: Dice): string =>
  dice.of(['officer-1', 'officer-2', 'officer-head-1', 'legal-1', 'chair-1', 'head-2', 'nobody']);

const anyNumber = (dice: Dice, many: number): number => dice.between(1, Math.max(1, many));

const numbered = (dice: Dice, { evidence: items }: CaseState) => ({ evidence: anyNumber(dice, items.length) });
const ofSeizure = (dice: Dice, { seizures }: CaseState) => ({ seizure: anyNumber(dice, seizures.length) });

function seizing(dice: Dice, state: CaseState): object {
  const urgent = dice.onceIn(2);
  const approved = urgent ? { urgent: '当事人正在转移设备', basis: 'net-cafe' } : ofSeizure(dice, state);
  return {
    ...{
      ...approved,
      officers: theirTeam(dice, state),
      ...shown(dice),
      items: ['电脑主机20台'],
      place: '县城示例街1号',
    },
    ...{ papersHandedOver: true, partyPresent: true, related: !dice.onceIn(20), dailyNecessities: dice.onceIn(20) },
  };
}

export const triesBeforeDecision: Readonly<Record<string, Trying>> = {
  file: { by: 'officer', weight: 30, data: (dice, _state, now) => filing(dice, now) },
  'decide-on-the-spot': { by: 'officer', weight: 10, data: (dice, _state, now) => onTheSpot(dice, now) },
  'approve-filing': { by: 'lead', weight: 20, data: (dice) => ({ markedMajor: dice.onceIn(6) }) },
  'refuse-filing': { by: 'lead', weight: 0.5, data: () => ({ reason: '不属于本机关管辖' }) },
  'replace-officers': { by: 'lead', weight: 1, data: (dice) => ({ officers: [anybody(dice), ...team(dice)] }) },
  'request-recusal': {
    by: 'officer',
    weight: 0.5,
    data: (dice) => ({ person: anybody(dice), by: 'party', ground: '亲属' }),
  },
  'decide-recusal': {
    by: 'head',
    weight: 0.5,
    data: (dice, { recusalRequests }) => ({
      officer: dice.of(recusalRequests.map(({ person }) => person)) ?? anybody(dice),
      recused: dice.onceIn(4),
      ground: '与当事人有亲属关系',
      ...(dice.onceIn(2) && { present: heads(dice) }),
    }),
  },
  'collect-evidence': {
    by: 'officer',
    weight: 2,
    data: (dice, state) => ({ ...evidence, officers: theirTeam(dice, state), ...shown(dice) }),
  },
  'verify-evidence': {
    by: 'officer',
    weight: 2,
    data: (dice, state) => ({ ...numbered(dice, state), result: '一致' }),
  },
  'exclude-evidence': {
    by: 'officer',
    weight: 1,
    data: (dice, state) => ({ ...numbered(dice, state), reason: '违法' }),
  },
  'hand-over-evidence': {
    by: 'officer',
    weight: 1,
    data: (dice, state) => ({ ...numbered(dice, state), from: 'officer-1', to: anybody(dice), place: '证据室' }),
  },
  'sample-evidence': {
    by: 'officer',
    weight: 1,
    data: (dice, state) => ({
      officers: theirTeam(dice, state),
      ...shown(dice),
      items: ['光盘3张'],
      method: '随机抽取',
    }),
  },
  'preserve-evidence': {
    by: 'officer',
    weight: 1,
    data: (dice, state) => ({
      ...{ officers: theirTeam(dice, state), ...shown(dice), items: ['计费服务器1台'] },
      approvedBy: dice.of(['head-1', 'head-2', 'officer-head-1', 'lead-1']),
    }),
  },
  'resolve-preservation': {
    by: 'officer',
    weight: 8,
    data: (dice, { preservations }) => ({
      outcome: dice.of(['recorded-and-returned', 'sent-for-appraisal', 'lifted', 'kept']),
      ...(preservations.length > 1 && { preservation: anyNumber(dice, preservations.length) }),
    }),
  },
  'approve-seizure': {
    by: 'head',
    weight: 0.5,
    data: (dice) => ({
      basis: dice.of(['net-cafe', 'net-cafe', 'publications', 'none']),
      items: ['电脑'],
      reasons: '设备',
    }),
  },
  seize: { by: 'officer', weight: 2, data: seizing },
  'confirm-seizure': {
    by: 'head',
    data: (dice, state) => ({ ...ofSeizure(dice, state), confirmed: !dice.onceIn(4) }),
  },
  'extend-seizure': {
    by: 'head',
    weight: 1,
    data: (dice, state) => ({ ...ofSeizure(dice, state), reasons: '案情复杂' }),
  },
  'begin-testing': {
    by: 'officer',
    weight: 1,
    data: (dice, state, { today }) => ({
      ...{ ...ofSeizure(dice, state), institution: '鉴定机构', what: '主机' },
      until: addDays(today, dice.between(-1, 20)),
    }),
  },
  'end-testing': { by: 'officer', data: (dice, state) => ({ ...ofSeizure(dice, state), result: '用于违法经营' }) },
  'lift-seizure': {
    by: 'head',
    weight: 2,
    data: (dice, state) => ({ ...ofSeizure(dice, state), ground: dice.of(['other', 'no-longer-needed', 'whim']) }),
  },
  'dispose-seized': {
    by: 'head',
    data: (dice, state) => ({ ...ofSeizure(dice, state), how: dice.of(['confiscated', 'destroyed', 'kept']) }),
  },
  'order-correction': {
    by: 'officer',
    weight: 1,
    data: (dice, _state, { today }) => ({
      what: '停止经营',
      ...(dice.onceIn(2) && { by: addDays(today, dice.between(-1, 9)) }),
    }),
  },
  'inspect-correction': {
    by: 'officer',
    weight: 1,
    data: (dice, state) => ({
      ...{ order: anyNumber(dice, state.correctionOrders.length), officers: theirTeam(dice, state), ...shown(dice) },
      ...{ corrected: dice.onceIn(2), findings: '复查' },
    }),
  },
  'conclude-investigation': { by: 'officer', weight: 20, data: proposalFor },
  'revise-proposal': { by: 'officer', weight: 0.5, data: revision },
  'serve-prior-notice': { by: 'officer', weight: 20, data: serving },
  'waive-rights': { by: 'officer', weight: 6, data: () => ({ statement: '当事人书面放弃陈述、申辩' }) },
  'receive-statement': { by: 'officer', weight: 0.5, data: () => ({ text: '请求从轻' }) },
  'review-statement': { by: 'officer', weight: 8, data: () => ({ adopted: false, reasons: '无法定从轻情节' }) },
  'hearing-requested': { by: 'officer', weight: 3 },
  'withdraw-hearing-request': { by: 'officer', weight: 2, data: () => ({ statement: '当事人书面撤回听证申请' }) },
  'notice-hearing': { by: 'chair', weight: 12, data: (dice, _state, now) => ({ hearingAt: hearingAt(dice, now) }) },
  'hold-hearing': {
    by: 'chair',
    weight: 20,
    data: (dice) => ({
      ...{ chair: dice.of(['chair-1', 'chair-1', 'chair-1', 'legal-1', 'officer-2']), opinion: '维持' },
      representatives: dice.between(0, 3),
      ...(dice.onceIn(3) && { minutes: { signed: dice.onceIn(2), ...(dice.onceIn(2) && { note: '拒签' }) } }),
    }),
  },
  'miss-hearing': { by: 'chair', weight: 3 },
  'pass-legal-review': { by: 'legal', weight: 4, data: () => ({ opinion: '同意' }) },
  'return-legal-review': { by: 'legal', weight: 1, data: () => ({ opinion: '补充证据' }) },
  deliberate: { by: 'head', weight: 5, data: deliberation },
  suspend: {
    by: 'head',
    weight: 0.5,
    data: (dice) => ({ ground: dice.of(['检测鉴定', 'public-notice', '等待']), basis: '旅游行政处罚办法' }),
  },
  resume: { by: 'head', weight: 20 },
  'extend-term': {
    by: 'head',
    weight: 1,
    data: (dice, _state, { today }) => ({
      until: addDays(today, dice.between(20, 200)),
      ground: '案情复杂或者重大',
      basis: '旅游行政处罚办法',
    }),
  },
  'propose-transfer': {
    by: 'officer',
    weight: 0.5,
    data: (dice) => ({
      to: '公安机关',
      ground: '涉嫌犯罪',
      kind: dice.of(['justice', 'justice', 'justice', 'authority']),
    }),
  },
  'approve-transfer': { by: 'head', weight: 8 },
  'refuse-transfer': { by: 'head', weight: 4, data: () => ({ reasons: '不构成犯罪' }) },
  'hand-over': { by: 'officer', weight: 8, data: () => ({ receipt: '移送回执' }) },
  'transfer-returned': { by: 'officer', weight: 8, data: () => ({ reason: '不构成犯罪，建议行政处罚' }) },
  'transfer-declined': { by: 'officer', weight: 6, data: () => ({ reason: '没有犯罪事实' }) },
  'request-transfer-review': { by: 'officer', weight: 2, data: () => ({ to: '公安机关', ground: '金额认定有误' }) },
  'conclude-transfer-review': {
    by: 'officer',
    data: (dice) => ({ accepted: dice.onceIn(3), reason: '复议决定' }),
  },
  'record-criminal-judgment': {
    by: 'officer',
    data: (dice, _state, { today }) => ({
      ...{ court: '示例县人民法院', judgment: '（2024）示0922刑初1号' },
      effectiveOn: addDays(today, dice.of([0, 0, -1, 3])),
      criminalFineFen: dice.of([0, 1_000_000]),
      setOffFen: dice.of([0, 0, 0, 100_000, 9_000_000]),
    }),
  },
};

export { serving };
