/** What a code says; the sentence's placeholders are the details of the ground. */
interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** Every code on which the registry refuses. */
export const sentences = {
  'duties.same-person': {
    zh: '{person}不得登记本人的事项',
    en: 'Nobody records anything about themselves ({person})',
  },
  'officer.already-serving': {
    zh: '{person}在{on}已经在册',
    en: '{person} is on the register on {on} already',
  },
  'officer.not-serving': { zh: '{person}在{on}不在册', en: '{person} is not on the register on {on}' },
  'certificate.dates-out-of-order': {
    zh: '证件有效期止日{validUntil}早于起日{validFrom}',
    en: 'The certificate would end on {validUntil}, before it begins on {validFrom}',
  },
  'certificate.unknown': { zh: '没有编号为{no}的执法证件', en: 'There is no certificate {no}' },
  'certificate.withdrawn': {
    zh: '{no}号执法证件已于{on}收回',
    en: 'Certificate {no} was withdrawn on {on}',
  },
  'certificate.not-suspended': {
    zh: '{no}号执法证件在{on}没有暂扣',
    en: 'Certificate {no} is not suspended on {on}',
  },
  'suspension.dates-out-of-order': {
    zh: '暂扣止日{until}早于起日{from}',
    en: 'The suspension would end on {until}, before it begins on {from}',
  },
  'panel.not-a-head': {
    zh: '{person}不是行政机关负责人',
    en: '{person} holds no post of a head',
  },
  'delegation.dates-out-of-order': {
    zh: '期限止日{until}早于起日{from}',
    en: 'The term would end on {until}, before it begins on {from}',
  },
  'delegation.not-published': {
    zh: '委托或者赋权须向社会公布，公布日期（{publishedOn}）尚未到来',
    en: 'It has to be made public, and {publishedOn} lies ahead',
  },
  'delegation.nothing-delegated': {
    zh: '没有写明委托或者赋权的事项',
    en: 'No offence and no statute is named: nothing is delegated',
  },
  'delegation.basis-unfit': {
    zh: '赋权（APL-24）只能给予乡镇人民政府、街道办事处',
    en: 'Only a township can be given the power itself (APL-24)',
  },
  'delegation.name-needs-code': {
    zh: '以自己名义处罚的，须登记统一社会信用代码',
    en: 'A township that acts in its own name needs its unified social credit code',
  },
  'delegation.unit-of-other-kind': {
    zh: '{unit}已登记为另一类单位（{kind}）',
    en: '{unit} is registered as a unit of another kind ({kind})',
  },
  'delegation.unknown': { zh: '没有这项委托或者赋权', en: 'There is no such delegation' },
  'delegation.already-ended': { zh: '已于{on}终止', en: 'It ended on {on} already' },
} as const satisfies Readonly<Record<string, Sentence>>;

export type Code = keyof typeof sentences;
