/** Refusals of discretion, of the law that governs, and of the details of deliberation and hearing. */
export const discretionSentences = {
  'filing.organisation-case-unknown': {
    zh: '没有该单位同一违法行为的案件：{case}',
    en: 'There is no case of an organisation for the same act: {case}',
  },
  'catalogue.version-not-governing': {
    zh: '自{version}起的目录版本不是现行有效、处罚较轻的版本',
    en: 'The version from {version} is not that of today, or is not milder than that of the act',
  },
  'catalogue.milder-version': {
    zh: '自{version}起的目录版本处罚较轻或者不再处罚（{compared}），应当适用新的规定',
    en: 'The version from {version} is milder or punishes the act no more ({compared}): it governs',
  },
  'gains.not-confiscated': {
    zh: '没收违法所得{fen}分，除依法退赔外应当没收{dueFen}分',
    en: 'Gains of {fen} fen are confiscated where {dueFen} are due, less what is repaid',
  },
  'offence.base-not-found': {
    zh: '罚款以违法经营额为基数，违法经营额没有查明（{base}）',
    en: 'The fine is counted by the {base}, which was not found',
  },
  'decision.no-penalty-proposed': {
    zh: '现行处理意见为不予处罚，应当先修改意见',
    en: 'What stands proposes no penalty: revise the proposal first',
  },
  'offence.crime-not-checked': {
    zh: '决定处罚前应当先审查是否涉嫌{crime}',
    en: 'Whether the act is a suspected crime ({crime}) is looked into before a penalty is decided',
  },
  'mitigation.ground-unknown': { zh: '不是法定的从轻、减轻情节：{ground}', en: 'Not a ground of mitigation: {ground}' },
  'mitigation.missing': {
    zh: '已查明应当从轻、减轻的情节（{ground}），处罚意见没有体现',
    en: 'A ground that must mitigate was found ({ground}), and the proposal records no mitigation',
  },
  'penalty.must-not': {
    zh: '已查明不予处罚的情形（{ground}），不得处罚',
    en: 'What was found forbids a penalty ({ground})',
  },
  'no-penalty.facts-missing': {
    zh: '不予处罚所依据的事实没有查明：{facts}',
    en: 'Facts on which the ground rests were not found: {facts}',
  },
  'no-penalty.education-missing': { zh: '没有记录对当事人的教育', en: 'The education of the party is not recorded' },
  'no-penalty.not-first-time': {
    zh: '当事人此前因同一违法行为被处罚：{cases}',
    en: 'The party was fined for such an act before: {cases}',
  },
  'statement.adopted-not-taken-up': {
    zh: '已采纳的陈述、申辩（第{statements}次）没有体现在处罚意见中',
    en: 'A statement was adopted and no proposal has taken it up since: {statements}',
  },
  'deliberation.member-excluded': {
    zh: '{people}参与调查或者应当回避，不得参加集体讨论',
    en: 'Investigated the case or is recused, and does not deliberate: {people}',
  },
  'deliberation.vote-missing': {
    zh: '到会人员与记录的表决不一致：{people}',
    en: 'Votes and those present do not match: {people}',
  },
  'deliberation.no-majority': {
    zh: '同意结论的{inFavour}人，未过到会{present}人的半数',
    en: '{inFavour} of {present} present are no majority for the conclusion',
  },
  'hearing.evidence-not-heard': {
    zh: '听证后收集的证据未经当事人质证：第{evidence}号',
    en: 'Evidence that came after the hearing was not heard there: {evidence}',
  },
  'hearing.too-many-representatives': {
    zh: '当事人可以委托一至二人代理，现为{representatives}人',
    en: 'One or two may represent the party, not {representatives}',
  },
  'hearing.minutes-not-signed': {
    zh: '听证笔录没有签字，且未注明情况',
    en: 'The minutes are not signed, and no note says why',
  },
  'discretion.repeated': {
    zh: '当事人曾因同一条款被处罚款（{cases}），不适用“{tier}”档次，且没有说明理由',
    en: 'The party was fined under the same provision before ({cases}): the tier “{tier}” is not for it, and no reasons are recorded',
  },
  'deliberation.chair': {
    zh: '集体讨论由正职负责人主持，其未到会的由受委托的到会副职主持（主持人：{chair}，到会正职：{principal}）',
    en: 'The principal presides, and a deputy who is present only in their absence (chair {chair}, principal {principal})',
  },
  'deliberation.attendance': {
    zh: '应当列席的人员没有列席：{duties}',
    en: 'Who has to attend without a vote did not: {duties}',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
