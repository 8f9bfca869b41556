/** Refusals of acts on evidence, on measures taken for it, and on orders to correct. */
export const measureSentences = {
  'evidence.not-verified': {
    zh: '证据未经查证属实，不得作为定案依据：第{evidence}号',
    en: 'Evidence that nobody has verified is no ground of a decision: {evidence}',
  },
  'evidence.not-signed': {
    zh: '当事人没有签字，且未注明情况',
    en: 'The party did not sign the record, and no note says why',
  },
  'custody.not-held': { zh: '第{evidence}号证据现由{holder}保管', en: '{holder} holds evidence {evidence}' },
  'custody.unknown-person': { zh: '没有这个工作人员：{person}', en: 'Nobody of this id is on the staff: {person}' },
  'preservation.approver-not-head': {
    zh: '先行登记保存应当经行政机关负责人批准，{person}不是负责人',
    en: 'Preservation is approved by a head of the authority, which {person} is not',
  },
  'preservation.none-open': {
    zh: '没有待处理的先行登记保存',
    en: 'There is no preservation to resolve, or the one named is resolved',
  },
  'preservation.outcome-unknown': {
    zh: '不是法定的处理结果：{outcome}',
    en: 'Not on the list of outcomes: {outcome}',
  },
  'preservation.lapsed': {
    zh: '先行登记保存已于{until}期满，应当解除',
    en: 'The preservation lapsed after {until}: it can only be lifted',
  },
  'seizure.basis-unknown': {
    zh: '法律、行政法规没有规定可以查封、扣押：{basis}',
    en: 'No law of the profile allows a seizure on this basis: {basis}',
  },
  'seizure.not-approved': {
    zh: '查封、扣押应当事先经行政机关负责人批准',
    en: 'A seizure is approved by a head before it is carried out',
  },
  'seizure.not-own-officers': {
    zh: '查封、扣押应当由本机关具备资格的执法人员实施：{people}',
    en: 'A seizure is carried out by the authority’s own officers only: {people}',
  },
  'seizure.papers-not-handed-over': {
    zh: '没有当场交付查封、扣押决定书和清单',
    en: 'The decision and the list were not handed over on the spot',
  },
  'seizure.witness-missing': {
    zh: '当事人不到场的，应当邀请见证人到场',
    en: 'Where the party is absent a witness is invited',
  },
  'seizure.unrelated': {
    zh: '不得查封、扣押与违法行为无关的场所、设施或者财物',
    en: 'What has nothing to do with the violation is not seized',
  },
  'seizure.daily-necessities': {
    zh: '不得查封、扣押公民个人及其所扶养家属的生活必需品',
    en: 'Daily necessities of a citizen and dependants are not seized',
  },
  'seizure.seized-before': {
    zh: '已被其他国家机关依法查封的，不得重复查封',
    en: 'What another organ of the state has seized is not seized again',
  },
  'seizure.beyond-approval': {
    zh: '超出批准的范围：{items}',
    en: 'Beyond what was approved: {items}',
  },
  'seizure.none-open': {
    zh: '没有这样的查封、扣押，或者已经终结',
    en: 'There is no such seizure, or it has ended',
  },
  'seizure.nothing-to-confirm': {
    zh: '不是待批准的紧急查封、扣押',
    en: 'This is no urgent seizure that waits for its approval',
  },
  'seizure.to-be-lifted': {
    zh: '紧急查封、扣押未获批准，应当立即解除',
    en: 'The urgent seizure was not approved: it is to be lifted at once',
  },
  'seizure.lapsed': {
    zh: '查封、扣押已于{until}期满，应当解除',
    en: 'The seizure lapsed after {until}: it can only be lifted',
  },
  'seizure.already-extended': { zh: '查封、扣押期限已经延长', en: 'The seizure has already been extended' },
  'seizure.testing-open': { zh: '检测鉴定尚未结束', en: 'Testing has not ended' },
  'seizure.not-testing': { zh: '没有进行中的检测鉴定', en: 'No testing is under way' },
  'seizure.ground-unknown': {
    zh: '不是法定的解除理由或者处理方式：{ground}',
    en: 'Not on the list of grounds: {ground}',
  },
  'seizure.not-confiscated': {
    zh: '没有已送达的没收决定，不得没收查封、扣押的财物',
    en: 'No served decision confiscates goods',
  },
  'correction.day-passed': { zh: '改正期限{by}早于今天', en: 'The day of the correction, {by}, has passed' },
  'correction.unknown-order': { zh: '本案没有第{order}号责令改正', en: 'The case holds no order to correct {order}' },
  'term.ground-unknown': {
    zh: '法律、法规、规章没有规定该理由和依据：{ground}（{basis}）',
    en: 'Not among the grounds and bases of the profile: {ground} ({basis})',
  },
  'term.too-long': {
    zh: '延长不得超过{months}个月，至{latest}',
    en: 'An extension lasts {months} months at most, to {latest}',
  },
  'closing.measure-open': {
    zh: '先行登记保存、查封、扣押的财物尚未处理：{measures}',
    en: 'What is preserved or seized has not been dealt with: {measures}',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
