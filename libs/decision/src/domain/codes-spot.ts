/** Refusals in the simple procedure, and of taking money on the spot. */
export const spotSentences = {
  'simple-procedure.above-limit': {
    zh: '罚款{fen}分高于当场处罚的限额{maxFen}分',
    en: 'A fine of {fen} fen is above the limit of the simple procedure, {maxFen} fen',
  },
  'simple-procedure.other-penalty': {
    zh: '当场只能处以警告或者罚款：{penalties}',
    en: 'Not to be decided on the spot: {penalties}',
  },
  'simple-procedure.not-used': { zh: '本案不是当场处罚', en: 'This case was not decided on the spot' },
  'spot-report.already-made': { zh: '当场处罚已于{on}备案', en: 'The decision was reported on {on}' },
  'spot-collection.ground': {
    zh: '不符合法定的当场收缴情形：{ground}（罚款{fen}分）',
    en: 'No ground for taking a fine of {fen} fen on the spot: {ground}',
  },
  'spot-collection.receipt': {
    zh: '没有出具财政部门统一制发的专用票据',
    en: 'No receipt of the finance authority: the party may refuse to pay',
  },
  'spot-collection.nothing-due': { zh: '没有可以当场收缴的罚款', en: 'There is no fine left to take on the spot' },
  'spot-collection.already-taken': { zh: '罚款已于{on}当场收缴', en: 'The fine was taken on the spot on {on}' },
  'spot-collection.landing': {
    zh: '水上收缴的，应当记录抵岸之日，不早于收缴、不晚于上交；其他情形没有抵岸之日',
    en: 'Money taken on water needs its day of landing, from the taking to the handing in; other money has none',
  },
  'spot-money.not-taken': { zh: '没有当场收缴的款项', en: 'No money was taken on the spot' },
  'spot-money.already-handed-in': {
    zh: '当场收缴的款项已于{on}上交',
    en: 'The money taken on the spot was handed in on {on}',
  },
  'closing.spot-not-reported': { zh: '当场处罚尚未备案', en: 'The decision made on the spot has not been reported' },
  'closing.spot-money-held': {
    zh: '当场收缴的款项尚未上交',
    en: 'Money taken on the spot has not been handed in',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
