import { penaltyInWords, penaltyKindInWords, type Party, type Penalty } from '@fajiao/contracts';
import {
  chineseAmount,
  civilDateOf,
  printShanghai,
  printYuan,
  sumFen,
  type CivilDate,
  type Fen,
  type Instant,
} from '@fajiao/kernel';
import { closedGround, type GroundList } from '@fajiao/rulebook';
import type { EvidenceKind, LeadSource, NamedOfficer, NamedOffence, ServiceMode, ToldTerm } from '../../domain/events';
import type { CaseFile } from './case-file';

// The words of official documents (公文用语).

/** 2023年9月28日 */
export function printDate(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

export const printDay = (at: Instant): string => printDate(civilDateOf(at));

/** 2023年10月18日9时30分 */
export function printMoment(at: Instant): string {
  const [hour, minute] = printShanghai(at).slice(11, 16).split(':').map(Number);
  return `${printDay(at)}${hour}时${minute === 0 ? '' : `${minute}分`}`;
}

/** 人民币5000.00元（大写：伍仟元整） */
export const printMoney = (amount: Fen): string => `人民币${printYuan(amount)}元（大写：${chineseAmount(amount)}）`;

/** A text of the record as a sentence of the document. */
export const sentence = (text: string): string =>
  /[。！？；：…”）)]\s*$/.test(text) ? text : `${text.trimEnd().replace(/[，、,;.]$/, '')}。`;

/** A penalty with its amount also in words. */
export function printPenalty(penalty: Penalty): string {
  if (penalty.kind === 'fine' || penalty.kind === 'confiscation-of-gains')
    return `${penaltyKindInWords[penalty.kind]}${printMoney(penalty.fen)}`;
  return penaltyInWords(penalty);
}

/** Each in a paragraph of its own, numbered where there are several. */
export const penaltyParagraphs = (penalties: readonly Penalty[]): readonly string[] =>
  penalties.map((penalty, i) => {
    const number = penalties.length > 1 ? `${i + 1}. ` : '';
    return `${number}${printPenalty(penalty)}${i === penalties.length - 1 ? '。' : '；'}`;
  });

/** 1. 警告；2. 罚款…。 */
export const printPenalties = (penalties: readonly Penalty[]): string =>
  penalties.length === 0
    ? '（无）'
    : `${penalties.map((penalty, i) => `${penalties.length > 1 ? `${i + 1}. ` : ''}${printPenalty(penalty)}`).join('；')}。`;

export const moneyIn = (penalties: readonly Penalty[]): Fen =>
  sumFen(...penalties.flatMap((penalty) => ('fen' in penalty ? [penalty.fen] : [])));

/** 《互联网上网服务营业场所管理条例》第三十一条第（一）项 */
export const printArticle = ({ statute, article }: Pick<NamedOffence, 'statute' | 'article'>): string =>
  `《${statute}》${article}`;

/** A citation as the rulebook has it, its statute in the marks of a title: 《出版管理条例》第七条. */
export const printCitation = (citation: string): string => citation.replace(/^([^《》]+?)(?=第[^条]{1,8}条)/, '《$1》');

const TERM_UNITS = { wd: '个工作日', cd: '日', month: '个月', hour: '小时' } as const;

export const printTerm = ({ length, unit }: ToldTerm): string => `${length}${TERM_UNITS[unit]}`;

export const evidenceKindInWords: Readonly<Record<EvidenceKind, string>> = {
  documentary: '书证',
  physical: '物证',
  'audio-visual': '视听资料',
  electronic: '电子数据',
  'witness-testimony': '证人证言',
  'party-statement': '当事人的陈述',
  'expert-opinion': '鉴定意见',
  'inspection-record': '勘验笔录、现场笔录',
};

export const serviceModeInWords: Readonly<Record<ServiceMode, string>> = {
  direct: '直接送达',
  left: '留置送达',
  post: '邮寄送达',
  electronic: '电子送达',
  'public-notice': '公告送达',
};

const SOURCES: Readonly<Record<LeadSource['kind'], string>> = {
  inspection: '监督检查',
  complaint: '投诉举报',
  'transfer-in': '其他机关移送',
  'self-found': '自行发现',
};

export const printSource = ({ kind, ref }: LeadSource): string => SOURCES[kind] + (ref ? `（${ref}）` : '');

const PARTY_KINDS: Readonly<Record<Party['kind'], string>> = {
  citizen: '公民',
  organisation: '法人或者其他组织',
  'individual-business': '个体工商户',
};

/** What identifies the party, line by line. */
export function partyFields(party: Party): readonly { readonly label: string; readonly value: string }[] {
  const named = [
    { label: '当事人', value: party.name },
    { label: '当事人类型', value: PARTY_KINDS[party.kind] },
  ];
  switch (party.kind) {
    case 'citizen':
      return [...named, { label: '公民身份号码', value: party.citizenId }];
    case 'organisation':
      return [
        ...named,
        { label: '统一社会信用代码', value: party.unifiedSocialCreditCode },
        { label: '法定代表人（负责人）', value: party.legalRepresentative },
      ];
    case 'individual-business':
      return [
        ...named,
        { label: '统一社会信用代码', value: party.unifiedSocialCreditCode },
        { label: '经营者', value: party.operator },
      ];
  }
}

/** As the register names the person on that day; who is not on it, by the id on record. */
export function nameOf({ law }: CaseFile, id: string): string {
  if (id.startsWith('policy:')) return '系统';
  return law.staff.find(id)?.name ?? id;
}

export const namesOf = (file: CaseFile, ids: readonly string[]): string => ids.map((id) => nameOf(file, id)).join('、');

/** 张三（执法证号：14-0922-001） */
export const printOfficer = (file: CaseFile, { id, certificateNo }: NamedOfficer): string =>
  nameOf(file, id) + (certificateNo === '' ? '' : `（执法证号：${certificateNo}）`);

export const printOfficers = (file: CaseFile, officers: readonly NamedOfficer[]): string =>
  officers.map((officer) => printOfficer(file, officer)).join('、');

/** The words of an entry of a closed list; an entry that is not on it stands as it is. */
export const printGround = ({ law }: CaseFile, list: GroundList, id: string): string =>
  closedGround(law.rulebook.profile, list, id, law.today)?.title.zh ?? id;
