/** Refusals of acts on transfers, and because of them. */
export const transferSentences = {
  'case.transferred': { zh: '案件已于{since}移送{to}', en: 'The case has been with {to} since {since}' },
  'transfer.pending': { zh: '移送{to}的程序尚未完成', en: 'A transfer to {to} is under way' },
  'transfer.none-proposed': { zh: '没有待批准的移送', en: 'There is no proposed transfer to answer' },
  'transfer.not-approved': { zh: '移送尚未批准', en: 'No transfer has been approved' },
  'transfer.not-handed-over': { zh: '案件没有移送司法机关', en: 'The case is not with the justice organs' },
  'transfer.not-declined': { zh: '没有不予立案的通知', en: 'The justice organs have not refused the case' },
  'transfer.review-already-requested': { zh: '已经提请复议', en: 'A review has already been asked for' },
  'transfer.review-not-requested': { zh: '没有待答复的复议', en: 'There is no review to conclude' },
  'criminal-judgment.already-recorded': {
    zh: '刑事判决（{judgment}）已经登记',
    en: 'The judgment of the criminal court, {judgment}, has been recorded',
  },
  'criminal-judgment.day-impossible': {
    zh: '判决生效日期{effectiveOn}应当在{notBefore}至{notAfter}之间',
    en: 'The judgment cannot have taken effect on {effectiveOn}: it lies between {notBefore} and {notAfter}',
  },
  'criminal-judgment.set-off-above-fine': {
    zh: '折抵{setOffFen}分高于已处罚款和罚金中较低者{mostFen}分',
    en: 'A set-off of {setOffFen} fen is above the smaller of both fines, {mostFen} fen',
  },
  'fine.after-criminal-fine': {
    zh: '人民法院已判处罚金（{judgment}），不再给予罚款',
    en: 'A court has fined the party for the act ({judgment}): there is no fine after it',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
