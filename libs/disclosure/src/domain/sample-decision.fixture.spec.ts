import type { Citizen, DecisionForPublic, IndividualBusiness, Organisation } from '@fajiao/contracts';
import { fen, parseCivilDate } from '@fajiao/kernel';

export const citizen: Citizen = { kind: 'citizen', name: '张示例', citizenId: '140922198503120018' };

export const business: IndividualBusiness = {
  kind: 'individual-business',
  name: '示例网络服务中心',
  unifiedSocialCreditCode: '92140922MA0K12ABXA',
  operator: '示例经营者甲',
};

export const organisation: Organisation = {
  kind: 'organisation',
  name: '示例文化传媒有限公司',
  unifiedSocialCreditCode: '91140922MA0K12AB00',
  legalRepresentative: '欧阳示例',
};

/** A served decision as the deciding side publishes it. */
export const decision: DecisionForPublic['data'] = {
  caseId: '0d4f3a52-6f6e-5d0e-9f1a-2f6f3f1f0c2a',
  documentNumber: '（示）文综罚字〔2023〕第1号',
  party: business,
  minor: false,
  offence: {
    code: 'CT-NET-31-1',
    title: '互联网上网服务营业场所在规定的营业时间以外营业',
    statute: '互联网上网服务营业场所管理条例',
    article: '第三十一条第一项',
  },
  facts: '凌晨1时30分仍在营业，经营者示例经营者甲在场，电话13812345678',
  penalties: [{ kind: 'warning' }, { kind: 'fine', fen: fen(500000) }],
  procedure: 'ordinary',
  decidedOn: parseCivilDate('2023-09-28'),
  servedOn: parseCivilDate('2023-09-28'),
  authority: { name: '示例县文化和旅游局', code: '11140922MB0K78GHXR' },
};
