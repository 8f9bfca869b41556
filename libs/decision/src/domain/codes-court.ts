/** Refusals of what is recorded of courts: the two instances of a suit, the answer to an application for enforcement. */
export const courtSentences = {
  'remedy.not-in-court': { zh: '没有正在进行的诉讼', en: 'No suit is pending' },
  'remedy.already-judged': {
    zh: '一审判决、裁定已于{servedOn}送达',
    en: 'The judgment of the first instance was served on {servedOn}',
  },
  'remedy.judgment-not-in-effect': {
    zh: '上诉期限至{until}尚未届满，一审判决、裁定没有生效',
    en: 'The judgment of the first instance can be appealed from until {until}: it is not in effect before',
  },
  'remedy.differs-from-judgment': {
    zh: '无人上诉的，结果应当与一审一致（一审：{judged}，登记：{outcome}）',
    en: 'Nobody appealed, so it ends as it was judged: {judged}, not {outcome}',
  },
  'remedy.effect-untold': {
    zh: '上诉（{on}）已逾期，应当写明生效日期：上诉未予审理的为{first}，否则为二审裁判生效之日',
    en: 'The appeal of {on} was late, so the day of effect is told: {first} where it was not heard, else that of the second instance',
  },
  'remedy.not-appealable': {
    zh: '该结果不得上诉，应当直接登记救济结果：{outcome}',
    en: 'Nobody can appeal from “{outcome}”: it is recorded as the end of the suit',
  },
  'appeal.no-judgment': { zh: '没有可以上诉的一审判决、裁定', en: 'There is no judgment to appeal from' },
  'appeal.already-filed': { zh: '已于{on}提起上诉', en: 'An appeal was filed on {on}' },
  'court.no-open-application': {
    zh: '没有等待人民法院裁定的强制执行申请',
    en: 'No application for enforcement waits for the court’s answer',
  },
  'court.ground-unknown': {
    zh: '裁定不予执行应当写明法定情形，其他裁定不写：{ground}',
    en: 'A refusal, and nothing else, names a ground of the list: “{ground}”',
  },
  'court.reasons-missing': { zh: '没有写明裁定的理由', en: 'The reasons of the ruling are missing' },
  'court.nothing-to-review': {
    zh: '没有可以申请复议的不予受理、不予执行裁定',
    en: 'There is no refusal of the court to have reviewed',
  },
  'court.review-already-requested': {
    zh: '已于{on}向上一级人民法院申请复议',
    en: 'The higher court was asked for a review on {on}',
  },
  'court.review-late': {
    zh: '向上一级人民法院申请复议的期限已于{until}届满',
    en: 'The term for asking the higher court ended on {until}',
  },
  'court.review-not-requested': {
    zh: '没有正在进行的上一级人民法院复议',
    en: 'No review by the higher court is under way',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
