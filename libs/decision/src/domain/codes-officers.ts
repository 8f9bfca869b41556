/** Refusals that rest on the register of officers and delegations. */
export const registerSentences = {
  'officers.not-serving': { zh: '{people}在行为之日不在册', en: 'Not on the register on the day of the act: {people}' },
  'officers.certificate-not-in-force': {
    zh: '{people}的执法证件在行为之日已被暂扣或者收回',
    en: 'The certificate was suspended or withdrawn on the day of the act: {people}',
  },
  'delegation.not-covering': {
    zh: '{unit}在行为之日没有涵盖该事项（{offence}）和地域的委托或者赋权',
    en: 'On the day of the act nothing gave {unit} power over this offence ({offence}) in this place',
  },
  'recusal.already-requested': {
    zh: '对{person}的回避申请尚未决定，不必重复申请',
    en: 'A request for the recusal of {person} is still to be decided',
  },
  'recusal.not-oneself': {
    zh: '自行回避只能由本人提出（{person}）',
    en: 'Only {person} can ask to be recused of their own accord',
  },
  'recusal.undecided': {
    zh: '对{people}的回避申请尚未决定',
    en: 'The request for recusal is still to be decided: {people}',
  },
  'recusal.needs-collective': {
    zh: '行政机关负责人的回避由负责人集体决定（到会{present}人，应到{heads}人）',
    en: 'Whether a head is recused is for the heads to decide together (present {present} of {heads})',
  },
} as const;
