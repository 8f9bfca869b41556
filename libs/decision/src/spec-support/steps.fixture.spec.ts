import type { Step } from './play.fixture.spec';

/** A case that runs straight: an internet café open at night, 5,000 yuan, paid in time. */

export const businessParty = {
  kind: 'individual-business',
  name: '示例网络服务中心',
  unifiedSocialCreditCode: '92140922MA0K12ABXA',
  operator: '示例经营者甲',
} as const;

export const organisationParty = {
  kind: 'organisation',
  name: '示例歌舞娱乐有限公司',
  unifiedSocialCreditCode: '91140922MA0K56EF0A',
  legalRepresentative: '示例代表丙',
} as const;

export const citizenParty = { kind: 'citizen', name: '张示例', citizenId: '140922198503120018' } as const;

export const filing = {
  party: businessParty,
  offence: 'CT-NET-31-1',
  actDate: '2023-09-09',
  place: '县城示例街1号',
  officers: ['officer-1', 'officer-2'],
  source: { kind: 'complaint', ref: '12345-2023-0909-017' },
  facts: '凌晨1时30分仍在营业',
};

export const evidence = {
  kind: 'inspection-record',
  officers: ['officer-1', 'officer-2'],
  certificatesShown: true,
  title: '现场检查笔录',
  sha256: '3f0a9c5e7d1b2a4c6e8f00112233445566778899aabbccddeeff001122334455',
};

export const proposal = { penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 500000 }], tier: '一般' };

export const conclusion = { findings: '超过规定时间营业1小时30分，属一般情形', proposal };

/** The acts up to its closing, in the words of the forms; the fine is paid between the last two. */
export const straightCase = {
  filed: { at: '2023-09-11T09:00+08:00', by: 'officer-1', act: 'file', data: filing },
  approved: { at: '2023-09-12T10:00+08:00', by: 'lead-1', act: 'approve-filing' },
  inspected: { at: '2023-09-13T15:00+08:00', by: 'officer-1', act: 'collect-evidence', data: evidence },
  questioned: {
    at: '2023-09-14T10:00+08:00',
    by: 'officer-2',
    act: 'collect-evidence',
    data: { ...evidence, kind: 'witness-testimony', title: '询问笔录' },
  },
  concluded: { at: '2023-09-20T17:00+08:00', by: 'officer-1', act: 'conclude-investigation', data: conclusion },
  noticed: { at: '2023-09-21T11:00+08:00', by: 'officer-1', act: 'serve-prior-notice', data: { mode: 'direct' } },
  waived: {
    at: '2023-09-22T09:30+08:00',
    by: 'officer-1',
    act: 'waive-rights',
    data: { statement: '当事人书面放弃陈述、申辩' },
  },
  decided: { at: '2023-09-28T10:00+08:00', by: 'head-1', act: 'decide', data: {} },
  served: {
    at: '2023-09-28T15:00+08:00',
    by: 'officer-1',
    act: 'serve-decision',
    data: { mode: 'direct', signedBy: '示例经营者甲' },
  },
  closed: { at: '2023-10-10T09:00+08:00', by: 'officer-1', act: 'close' },
} as const satisfies Readonly<Record<string, Step>>;

type StraightStep = keyof typeof straightCase;

/** The steps of the straight case up to one of them, that one included. */
export function upTo(last: StraightStep): readonly Step[] {
  const names = Object.keys(straightCase) as StraightStep[];
  return names.slice(0, names.indexOf(last) + 1).map((name) => straightCase[name]);
}

/** A major case: a karaoke with too many guests, suspension and 28,000 yuan. */
export const majorCase = {
  filed: {
    at: '2024-03-04T09:00+08:00',
    by: 'officer-1',
    act: 'file',
    data: {
      party: organisationParty,
      offence: 'CT-ENT-48-5',
      actDate: '2024-03-02',
      officers: ['officer-1', 'officer-2'],
      source: { kind: 'inspection' },
      facts: '核定120人，现场清点190人',
    },
  },
  approved: { at: '2024-03-05T09:00+08:00', by: 'lead-1', act: 'approve-filing' },
  inspected: { at: '2024-03-06T22:00+08:00', by: 'officer-1', act: 'collect-evidence', data: evidence },
  concluded: {
    at: '2024-03-18T17:00+08:00',
    by: 'officer-1',
    act: 'conclude-investigation',
    data: {
      findings: '超过核定人数58%，严重',
      proposal: {
        penalties: [
          { kind: 'fine', fen: 2800000 },
          { kind: 'suspension', months: 2 },
        ],
        tier: '严重',
      },
    },
  },
  noticed: { at: '2024-03-19T10:00+08:00', by: 'officer-1', act: 'serve-prior-notice', data: { mode: 'direct' } },
  reviewed: { at: '2024-03-27T10:00+08:00', by: 'legal-1', act: 'pass-legal-review', data: { opinion: '同意' } },
  deliberated: {
    at: '2024-03-28T10:00+08:00',
    by: 'head-1',
    act: 'deliberate',
    data: {
      present: ['head-1', 'head-2', 'head-3', 'head-4'],
      opinions: { 'head-1': '同意', 'head-2': '同意', 'head-3': '同意', 'head-4': '建议减轻' },
      conclusion: 'adopt',
    },
  },
  decided: { at: '2024-03-29T10:00+08:00', by: 'head-1', act: 'decide', data: {} },
  served: { at: '2024-03-29T16:00+08:00', by: 'officer-1', act: 'serve-decision', data: { mode: 'direct' } },
} as const satisfies Readonly<Record<string, Step>>;

type MajorStep = keyof typeof majorCase;

export function majorUpTo(last: MajorStep): readonly Step[] {
  const names = Object.keys(majorCase) as MajorStep[];
  return names.slice(0, names.indexOf(last) + 1).map((name) => majorCase[name]);
}
