import { sentencesAfterService } from './codes-after-service';
import { courtSentences } from './codes-court';
import { registerSentences } from './codes-officers';
import { discretionSentences } from './codes-discretion';
import { measureSentences } from './codes-measures';
import { spotSentences } from './codes-spot';
import { transferSentences } from './codes-transfer';

/**
 * Why an act can be refused: a closed table. `{name}` stands for a value of the ground's detail. A requirement whose code
 * is not here does not compile.
 */
export const sentences = {
  // Where the case stands
  'case.not-filed': { zh: '案件尚未提请立案', en: 'The case has not been filed' },
  'case.already-filed': { zh: '案件已经提请立案', en: 'The case has already been filed' },
  'case.ended': { zh: '案件已于{on}终结', en: 'The case ended on {on} ({how})' },
  'case.suspended': { zh: '案件自{since}起中止', en: 'The case has been suspended since {since}' },
  'case.not-suspended': { zh: '案件没有中止', en: 'The case is not suspended' },
  'case.already-decided': { zh: '案件已于{on}作出决定', en: 'The case was decided on {on}' },
  // Filing
  'filing.not-approved': { zh: '尚未批准立案', en: 'The filing has not been approved' },
  'filing.already-decided': { zh: '立案审批已经作出', en: 'The filing has already been approved or refused' },
  'filing.dates-out-of-order': {
    zh: '违法行为（{actDate}至{actEndDate}）、线索和提请立案（{filedOn}）的日期先后不符',
    en: 'The dates do not follow each other: act {actDate} to {actEndDate}, lead, filing {filedOn}',
  },
  'limitation.expired': {
    zh: '违法行为在{discoveredOn}被发现，追究期限已于{lastDay}届满',
    en: 'The act came to light on {discoveredOn}; the limitation ended on {lastDay}',
  },
  'catalogue.no-version': {
    zh: '行为发生之日{actDate}没有适用的违法行为目录（{offence}）',
    en: 'No version of the catalogue with {offence} held on {actDate}, the day of the act',
  },
  'rulebook.not-in-force': {
    zh: '规则库在{on}尚未生效（{rule}）',
    en: 'The rulebook has no rule “{rule}” for {on}',
  },
  'offence.subject-not-covered': {
    zh: '该条款的处罚对象不包括此类当事人（{party}）',
    en: 'The article does not cover a party of this kind ({party})',
  },
  // Officers
  'officers.fewer-than-two': {
    zh: '具有资格的执法人员少于两人（{officers}人）',
    en: 'There are fewer than two qualified officers ({officers})',
  },
  'officers.not-qualified': {
    zh: '{people}没有行政执法资格',
    en: 'Not qualified for enforcement: {people}',
  },
  'officers.certificate-expired': {
    zh: '{people}的执法证件在行为之日已经失效',
    en: 'The certificate had ended on the day of the act: {people}',
  },
  'officers.certificate-not-shown': { zh: '没有出示执法证件', en: 'The certificates were not shown' },
  'officers.recused': { zh: '{people}应当回避', en: 'Recused from this case: {people}' },
  'officers.not-assigned': { zh: '{people}不是本案的办案人员', en: 'Not assigned to this case: {people}' },
  'recusal.unknown-person': { zh: '没有这个工作人员：{person}', en: 'Nobody of this id is on the staff: {person}' },
  'duties.same-person': {
    zh: '{person}已在本案中承担不相容的职责（{did}）',
    en: '{person} has had a duty in this case that excludes this one ({did})',
  },
  ...transferSentences,
  // Evidence and investigation
  'evidence.missing': { zh: '没有可以采用的证据', en: 'There is no evidence that can be used' },
  'evidence.unknown': { zh: '本案没有第{evidence}号证据', en: 'The case holds no evidence {evidence}' },
  'evidence.excluded': { zh: '第{evidence}号证据已经排除', en: 'Evidence {evidence} has been excluded' },
  ...sentencesAfterService,
  ...courtSentences,
  ...measureSentences,
  ...discretionSentences,
  'investigation.not-concluded': { zh: '调查尚未终结', en: 'The investigation has not been concluded' },
  'investigation.already-concluded': { zh: '调查已经终结', en: 'The investigation has already been concluded' },
  // Penalties and discretion
  'offence.condition-not-met': {
    zh: '法条要求的条件没有查明（{condition}）',
    en: 'A fact on which the article depends was not found ({condition})',
  },
  'penalty.not-provided': {
    zh: '该条款没有规定此种处罚：{penalties}',
    en: 'The article does not provide for: {penalties}',
  },
  'penalty.mandatory-missing': {
    zh: '缺少该条款规定应当给予的处罚：{penalties}',
    en: 'The article commands what is not proposed: {penalties}',
  },
  'fine.above-maximum': {
    zh: '罚款{fen}分高于法定上限{maxFen}分',
    en: 'A fine of {fen} fen is above the maximum of {maxFen} fen',
  },
  'fine.below-minimum': {
    zh: '罚款{fen}分低于法定下限{minFen}分，且没有减轻情节',
    en: 'A fine of {fen} fen is below the minimum of {minFen} fen, and no ground of mitigation is recorded',
  },
  'fine.twice-for-one-act': {
    zh: '同一违法行为已在其他案件中处以罚款：{cases}',
    en: 'The same act is fined in another case: {cases}',
  },
  'suspension.outside-range': {
    zh: '停业整顿的期限应当在{minMonths}个月至{maxMonths}个月之间',
    en: 'The suspension must last {minMonths} to {maxMonths} months',
  },
  'discretion.tier-unknown': {
    zh: '裁量基准没有“{tier}”这一档次',
    en: 'The benchmark has no tier “{tier}” for this party',
  },
  'discretion.outside-tier': {
    zh: '罚款{fen}分不在“{tier}”档次之内，且没有说明理由',
    en: 'A fine of {fen} fen lies outside the tier “{tier}”, and no reasons are recorded',
  },
  'party.under-fourteen': {
    zh: '当事人行为时{age}周岁，不予行政处罚',
    en: 'The party was {age} at the act: there must be no penalty',
  },
  'party.minor-not-mitigated': {
    zh: '当事人行为时{age}周岁，应当从轻或者减轻处罚，处罚意见没有体现',
    en: 'The party was {age} at the act: the penalty must be mitigated, and the proposal records no mitigation',
  },
  // Notice, statement, hearing
  'notice.missing': {
    zh: '尚未就第{proposal}版处罚意见送达事先告知书',
    en: 'No prior notice that holds for version {proposal} of the proposal has been served',
  },
  'notice.already-served': {
    zh: '第{proposal}版处罚意见已经告知',
    en: 'Notice of version {proposal} of the proposal has already been served',
  },
  'notice.window-open': {
    zh: '当事人陈述、申辩或者要求听证的期限至{until}尚未届满',
    en: 'The party may still use its rights until {until}',
  },
  'notice.rights-not-told': {
    zh: '告知书没有告知要求听证的权利',
    en: 'The notice did not tell the right to a hearing',
  },
  'rights.already-waived': { zh: '当事人已经放弃陈述、申辩', en: 'The party has already waived its statement' },
  'statement.not-reviewed': {
    zh: '当事人的陈述、申辩尚未复核（第{statements}次）',
    en: 'Statements of the party have not been reviewed: {statements}',
  },
  'statement.none-to-review': { zh: '没有待复核的陈述、申辩', en: 'There is no statement to review' },
  'defence.aggravated': {
    zh: '不得因当事人申辩而加重处罚（相对于第{proposal}版处罚意见）',
    en: 'The penalty is heavier than version {proposal} though no new facts are recorded and the party defended itself',
  },
  'hearing.missing': {
    zh: '当事人于{requestedOn}要求听证，听证尚未举行',
    en: 'A hearing was requested on {requestedOn} and has not been held',
  },
  'hearing.no-right': {
    zh: '当事人没有要求听证的权利，或者尚未告知',
    en: 'The party has no right to a hearing, or none was told',
  },
  'hearing.request-late': {
    zh: '要求听证的期限已于{until}届满',
    en: 'The term for asking for a hearing ended on {until}',
  },
  'hearing.already-requested': { zh: '当事人已经要求听证', en: 'A hearing has already been requested' },
  'hearing.request-withdrawn': {
    zh: '当事人已于{on}撤回听证申请',
    en: 'The party took its request for a hearing back on {on}',
  },
  'hearing.not-requested': { zh: '当事人没有要求听证', en: 'No hearing has been requested' },
  'hearing.notice-too-short': {
    zh: '听证应当提前七个工作日通知，最早于{notBefore}举行',
    en: 'Time and place must be told seven working days before: not before {notBefore}',
  },
  'hearing.not-noticed': {
    zh: '尚未通知听证，或者未到通知的听证时间',
    en: 'The hearing has not been noticed, or its time has not come',
  },
  'hearing.already-ended': { zh: '听证已于{on}结束', en: 'The hearing ended on {on}' },
  'hearing.chair-is-investigator': {
    zh: '听证主持人{person}是本案调查人员',
    en: '{person}, who chairs, investigated this case',
  },
  // Review and deliberation
  'review.missing': { zh: '重大处罚决定尚未经法制审核', en: 'A major decision has not passed legal review' },
  'review.stale': {
    zh: '法制审核针对第{reviewed}版处罚意见，现为第{standing}版，或者审核后又举行了听证',
    en: 'The review saw version {reviewed}; version {standing} stands, or a hearing came after it',
  },
  'review.returned': { zh: '法制审核于{on}退回', en: 'Legal review returned the proposal on {on}' },
  'review.unqualified': {
    zh: '{person}初次从事法制审核，没有通过国家统一法律职业资格考试',
    en: '{person} reviews for the first time without the national legal qualification',
  },
  'deliberation.missing': { zh: '尚未经负责人集体讨论', en: 'The heads have not deliberated' },
  'deliberation.stale': {
    zh: '集体讨论针对第{deliberated}版处罚意见，现为第{standing}版',
    en: 'The heads deliberated on version {deliberated}; version {standing} stands',
  },
  'deliberation.returned': { zh: '集体讨论于{on}退回', en: 'The deliberation of {on} sent the proposal back' },
  'deliberation.no-quorum': {
    zh: '到会负责人{present}人，共{heads}人，不足法定人数',
    en: '{present} of {heads} heads are no quorum',
  },
  'deliberation.not-a-member': { zh: '{people}不是负责人', en: 'Not among the heads: {people}' },
  'deliberation.opinion-missing': {
    zh: '到会人员与记录的意见不一致：{people}',
    en: 'Opinions and those present do not match: {people}',
  },
  'deliberation.not-lower': {
    zh: '讨论减轻的处罚应当低于处罚意见',
    en: 'A deliberation that reduces must end in less than what was proposed',
  },
  'deliberation.departed-from': {
    zh: '决定与集体讨论的结论不一致',
    en: 'The decision departs from what the deliberation concluded',
  },
  // Decision
  'decision.missing': { zh: '尚未作出决定', en: 'There is no decision' },
  'decision.differs-from-proposal': {
    zh: '决定与第{proposal}版处罚意见不一致，应当先修改意见',
    en: 'The decision differs from version {proposal}, which stands: revise the proposal first',
  },
  'decision.term-expired': {
    zh: '办案期限已于{decideBy}届满',
    en: 'The term for deciding ended on {decideBy}',
  },
  'decision.term-not-expired': {
    zh: '办案期限没有届满，不需要超期理由',
    en: 'The term has not ended: there is nothing to justify',
  },
  'decision.term-not-later': {
    zh: '延长后的期限{until}应当晚于{decideBy}',
    en: '{until} is not later than the present end of the term, {decideBy}',
  },
  'decision.contents-missing': { zh: '决定书缺少法定内容：{contents}', en: 'The document would lack: {contents}' },
  'decision.not-numbered': { zh: '决定书尚未编号', en: 'The decision has no number yet' },
  'decision.already-served': { zh: '决定书已于{on}送达', en: 'The decision was served on {on}' },
  'decision.not-served': { zh: '决定书尚未送达', en: 'The decision has not been served' },
  'no-penalty.ground-unfounded': {
    zh: '当事人行为时{age}周岁，不符合该理由',
    en: 'The party was {age} at the act: the ground is not there',
  },
  'service.consent-missing': {
    zh: '没有当事人同意电子送达的签字',
    en: 'The party’s signed consent to electronic service is missing',
  },
  'service.day-impossible': {
    zh: '送达日期与送达方式或者文书日期不符',
    en: 'The day of service does not fit the mode or the date of the document',
  },
  // After the decision
  'correction.not-clerical': {
    zh: '“{field}”不是文字错误，应当变更或者撤销决定',
    en: '“{field}” is no clerical matter: the decision is to be changed or revoked',
  },
  'correction.changes-nothing': { zh: '更正前后文字相同', en: 'Both texts are the same' },
  'execution.not-decided': {
    zh: '没有待执行的此种处罚：{penalty}',
    en: 'No such penalty is left to carry out: {penalty}',
  },
  'payment.other-fine': { zh: '不是本案的罚款', en: 'This is not the fine of this case' },
  'closing.fine-open': { zh: '罚没款尚未缴清并核实', en: 'The money has not been paid and proved in full' },
  'closing.penalty-not-executed': {
    zh: '处罚尚未执行：{penalties}',
    en: 'Penalties have not been carried out: {penalties}',
  },
  ...registerSentences,
  ...spotSentences,
  // Time
  'time.in-future': { zh: '行为时间晚于现在', en: 'The act is dated in the future' },
  'time.before-basis': {
    zh: '行为时间早于其依据的{event}（{at}）',
    en: 'The act is dated before what it builds on: {event} at {at}',
  },
  'time.late-without-reason': {
    zh: '补录超过期限，应当说明理由',
    en: 'The act is recorded later than allowed, and no reason is given',
  },
  'calendar.year-unknown': {
    zh: '判断期限所需年度的工作日历尚未载入',
    en: 'The comparison needs a calendar year that is not loaded',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

export type Code = keyof typeof sentences;
