/** Why an act after the service of a decision can be refused: part of the closed table of codes. */
export const sentencesAfterService = {
  // Remedies
  'decision.fallen': { zh: '决定已于{on}被撤销或者确认无效', en: 'The decision fell on {on} ({how})' },
  'decision.same-as-revoked': {
    zh: '不得以同一的事实和理由作出与已撤销的决定（{documentNumber}）基本相同的决定',
    en: 'The revoked decision {documentNumber} may not be made again on the same facts and grounds',
  },
  'remedy.pending': {
    zh: '{kind}（第{remedy}次救济）尚未审结',
    en: 'Remedy {remedy} ({kind}) is pending',
  },
  'remedy.none-pending': { zh: '没有正在进行的复议或者诉讼', en: 'No remedy is pending' },
  'remedy.evidence-barred': {
    zh: '复议或者诉讼期间，行政机关不得自行收集证据',
    en: 'While a remedy is pending the authority gathers no evidence of its own',
  },
  'remedy.already-used': {
    zh: '该救济途径已经使用（第{remedy}次救济）',
    en: 'This remedy has been used (remedy {remedy})',
  },
  'remedy.reconsideration-first': {
    zh: '当场作出的处罚决定应当先申请行政复议',
    en: 'A decision made on the spot goes to reconsideration before it can go to court',
  },
  'remedy.day-impossible': {
    zh: '日期{day}不可能：应当在{notBefore}至{notAfter}之间',
    en: '{day} is impossible: it lies between {notBefore} and {notAfter}',
  },
  'remedy.already-replied': { zh: '已于{on}提交答复或者答辩', en: 'The reply was handed in on {on}' },
  'remedy.outcome-impossible': {
    zh: '该救济不会有这样的结果：{outcome}',
    en: 'Such a remedy does not end like this: {outcome}',
  },
  'remedy.penalties-missing': {
    zh: '变更决定应当写明变更后的处罚，其他结果不写',
    en: 'What holds instead is told where the decision is changed or revoked in part, and nowhere else',
  },
  'remedy.changes-nothing': { zh: '变更前后处罚相同', en: 'The penalties are the same as before' },
  'remedy.worse-for-applicant': {
    zh: '变更后的处罚不得对申请人更为不利',
    en: 'The changed penalties may not be worse for the applicant',
  },
  'stay.already-ordered': { zh: '已于{from}决定停止执行', en: 'Execution has been stayed since {from}' },
  'stay.none': { zh: '没有停止执行的决定', en: 'Execution is not stayed' },
  // Own error
  'change.heavier': {
    zh: '变更不得加重处罚；加重处罚应当撤销后重新作出决定',
    en: 'A change may not be heavier: revoke the decision and decide anew',
  },
  'change.changes-nothing': { zh: '变更前后处罚相同', en: 'The penalties are the same as before' },
  'change.needs-deliberation': {
    zh: '重大处罚决定的变更应当撤销后经集体讨论重新作出',
    en: 'A major decision is not changed by one head: revoke it and decide anew after deliberation',
  },
  // Easier terms
  'fine.none': { zh: '没有移交收缴的罚没款', en: 'No money was handed to the collecting side' },
  'fine.paid': { zh: '罚没款已于{paidOn}缴清', en: 'The money was paid on {paidOn}' },
  'fine.written-off': { zh: '未缴款项已于{on}终结执行，不再收缴', en: 'What is unpaid was written off on {on}' },
  'term.not-later': {
    zh: '新的期限{until}应当晚于现有期限{due}和今日',
    en: '{until} is not later than both today and the present term, {due}',
  },
  'instalments.not-the-fine': {
    zh: '各期之和{sumFen}分应当等于罚款{fineFen}分',
    en: 'The instalments make {sumFen} fen; the fine is {fineFen} fen',
  },
  'instalments.out-of-order': {
    zh: '各期应当为两期以上、日期先后相接且晚于今日',
    en: 'There are two instalments at least, each later than the one before, the first after today',
  },
  // Enforcement
  'enforcement.stayed': { zh: '自{from}起停止执行（{by}）', en: 'Execution has been stayed since {from} by {by}' },
  'enforcement.suspended': { zh: '自{from}起中止执行', en: 'Enforcement has been suspended since {from}' },
  'enforcement.not-suspended': { zh: '没有中止执行', en: 'Enforcement is not suspended' },
  'enforcement.ended': { zh: '已于{on}终结执行', en: 'Enforcement was terminated on {on}' },
  'enforcement.unknown-ground': { zh: '法定情形中没有：{ground}', en: 'The list has no ground “{ground}”' },
  'enforcement.reason-missing': { zh: '其他情形应当说明理由', en: 'The open last item needs a reason' },
  'enforcement.suspension-too-short': {
    zh: '中止执行未满三年（至{until}）',
    en: 'Enforcement has not been suspended for three years (until {until})',
  },
  'enforcement.decision-not-revoked': { zh: '决定没有被撤销', en: 'The decision has not been revoked' },
  'payment.term-open': { zh: '缴款期限至{due}尚未届满', en: 'The term of payment runs until {due}' },
  'demand.missing': { zh: '尚未催告', en: 'No demand has been issued' },
  'demand.term-open': { zh: '催告期限至{until}尚未届满', en: 'The term of the demand runs until {until}' },
  'court.already-sought': { zh: '已于{on}申请人民法院强制执行', en: 'The court was applied to on {on}' },
  'court.not-ours': {
    zh: '变更决定由作出变更的复议机关强制执行',
    en: 'What reconsideration changed is enforced by the organ that changed it',
  },
  'court.remedy-open': {
    zh: '当事人的复议、诉讼期限至{until}尚未届满',
    en: 'The party may still seek a remedy until {until}',
  },
  'court.term-expired': {
    zh: '申请强制执行的期限已于{until}届满',
    en: 'The term for applying to the court ended on {until}',
  },
  'court.opinion-missing': {
    zh: '缺少当事人的意见：催告后未作陈述的，应当写明',
    en: 'The party’s opinion is missing: where it said nothing after the demand, that is told',
  },
  // Archive
  'archive.not-ended': { zh: '案件尚未结案', en: 'The case has not ended' },
  'archive.already': { zh: '案卷已于{on}归档', en: 'The file was archived on {on}' },
  'archive.history-unread': { zh: '案卷记录未能完整读取', en: 'The record of the file could not be read in full' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
