import { caseFileOf, wordsOf } from '../../spec-support/documents.fixture.spec';
import { demandIssued, paid } from '../../spec-support/after-service.fixture.spec';
import {
  correctionOrder,
  preserved,
  seized,
  seizureApproved,
  unlicensed,
} from '../../spec-support/measures.fixture.spec';
import {
  hearing,
  hearingNotice,
  hearingRequest,
  statement,
  statementReview,
} from '../../spec-support/other-steps.fixture.spec';
import { play } from '../../spec-support/play.fixture.spec';
import { onTheSpotUpTo, transferUpTo } from '../../spec-support/spot-steps.fixture.spec';
import { majorUpTo, straightCase, upTo } from '../../spec-support/steps.fixture.spec';
import type { CaseEvent } from '../../domain/events';
import { FORM_IDS, forms, type FormId } from '.';
import { formIssuedWith } from './issued-with';

const words = (id: FormId, played: ReturnType<typeof play>, at: string): string =>
  wordsOf(forms[id].fill(caseFileOf(played, at)));

describe('the penalty decision', () => {
  const decision = (): string => words('penalty-decision', play(upTo('served')), straightCase.served.at);

  it.each([
    ['who is punished', ['当事人：示例网络服务中心', '统一社会信用代码：92140922MA0K12ABXA', '经营者：示例经营者甲']],
    [
      'facts and evidence',
      ['经查明：超过规定时间营业1小时30分', '1. 现场检查笔录（勘验笔录、现场笔录）', '2. 询问笔录'],
    ],
    [
      'the party was told its rights and what it said',
      ['2023年9月21日向当事人送达《行政处罚事先告知书》', '放弃陈述、申辩的权利'],
    ],
    [
      'kind and basis of the penalty',
      [
        '1. 警告；',
        '2. 罚款人民币5000.00元（大写：伍仟元整）。',
        '《互联网上网服务营业场所管理条例》第三十一条第（一）项',
      ],
    ],
    ['the order to correct', ['责令当事人立即改正违法行为']],
    ['how, where and by when to pay', ['自收到本决定书之日起15日内', '任一银行或者通过电子支付系统']],
    [
      'the surcharge with its rate and its cap',
      ['每日按罚款数额的3%加处罚款', '不超出罚款数额的100%，即不超出人民币5000.00元'],
    ],
    [
      'remedies, their terms and organs',
      ['60日内向示例县人民政府或者示例市文化和旅游局申请行政复议', '6个月内依法向示例县人民法院提起行政诉讼'],
    ],
    ['authority, number and date', ['示例县文化和旅游局', '（示）文综罚字〔2023〕第1号', '2023年9月28日']],
  ])('says %s (APL-59)', (_content, said) => {
    const text = decision();
    expect(said.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('tells what the party said and how it was checked, the review and the deliberation', () => {
    const heard = play([...upTo('noticed'), statement, statementReview]);
    expect(words('statement-review', heard, '2023-09-28T10:00+08:00')).toContain('复核意见');
    const major = words('penalty-decision', play(majorUpTo('served')), '2024-03-29T16:00+08:00');
    expect(major).toContain('本案经法制审核，经本机关负责人于2024年3月28日集体讨论决定。');
    expect(major).toContain('当事人在规定的期限内未申请听证。');
    expect(major).toContain('2. 责令停产停业2个月。');
  });

  it('cannot be filled before there is a decision', () => {
    expect(forms['penalty-decision'].fill(caseFileOf(play(upTo('waived')), straightCase.waived.at))).toBeNull();
  });
});

describe('the official forms', () => {
  it('name people as the register does, with the certificates that they showed', () => {
    const text = words('filing-approval', play(upTo('approved')), straightCase.approved.at);
    expect(text).toContain('王建国（执法证号：14-0922-001）、李晓梅（执法证号：14-0922-002）');
    expect(text).toContain('同意立案。\n签名：赵示例\u30002023年9月12日');
  });

  it('tell the right to a hearing only where there is one', () => {
    const small = words('prior-notice', play(upTo('noticed')), straightCase.noticed.at);
    expect(small).toContain('5个工作日内向本机关提出');
    expect(small).not.toContain('听证');
    expect(words('prior-notice', play(majorUpTo('noticed')), '2024-03-19T10:00+08:00')).toContain('要求听证的权利');
  });

  it('call to a hearing, and record it', () => {
    const heard = play([...majorUpTo('noticed'), hearingRequest, hearingNotice, hearing]);
    expect(words('hearing-notice', heard, hearing.at)).toContain('举行听证');
    expect(words('hearing-record', heard, hearing.at)).toContain('委托代理人');
    expect(words('hearing-opinion', heard, hearing.at)).toContain('听证意见');
  });

  it('record every opinion of a deliberation and its conclusion', () => {
    const text = words('deliberation-record', play(majorUpTo('deliberated')), '2024-03-28T10:00+08:00');
    expect(text).toContain('周示例的意见：同意');
    expect(text).toContain('head-4的意见：建议减轻');
    expect(text).toContain('同意承办机构的处罚建议');
  });

  it('say how each document was served', () => {
    const text = words('proof-of-service', play(upTo('served')), straightCase.served.at);
    expect(text).toContain('送达文书：行政处罚决定书\u3000（示）文综罚字〔2023〕第1号');
    expect(text).toContain('收件人：示例经营者甲');
  });

  it('report the closing with what was paid', () => {
    const closed = play([straightCase.closed], paid(play(upTo('served')), '2023-10-08'));
    const text = words('closing-report', closed, straightCase.closed.at);
    expect(text).toContain('2023年10月8日缴清，共计人民币5000.00元（大写：伍仟元整）');
    expect(text).toContain('予以结案');
  });

  it('demand what is owed, with its term and the right to be heard', () => {
    const text = words('demand', play([demandIssued('2024-04-20')], play(upTo('served'))), '2024-04-20T10:00+08:00');
    expect(text).toMatch(/之日起10(个工作)?日内履行/);
    expect(text).toContain('罚款人民币5000.00元（大写：伍仟元整）');
    expect(text).toContain('有权进行陈述和申辩');
  });

  it('record measures: preservation, seizure with its list, order to correct', () => {
    const kept = play([...unlicensed, preserved]);
    expect(words('preservation-notice', kept, preserved.at)).toContain('7个工作日内对上述物品作出处理决定');
    const taken = play([...unlicensed, seizureApproved, seized]);
    expect(words('seizure-decision', taken, seized.at)).toContain(
      '依据《互联网上网服务营业场所管理条例》第二十七条的规定',
    );
    const ordered = play([...unlicensed, correctionOrder]);
    expect(words('correction-order', ordered, correctionOrder.at)).toContain('《中华人民共和国行政处罚法》第二十八条');
  });

  it('hand a case over', () => {
    const away = play(transferUpTo('handedOver'));
    expect(words('transfer-letter', away, '2024-05-28T17:00+08:00')).toContain('公安机关：');
    expect(words('transfer-approval', away, '2024-05-28T17:00+08:00')).toContain('同意移送');
  });

  it('tell a spot decision’s party to go to reconsideration first (ARL-23)', () => {
    const text = words('spot-decision', play(onTheSpotUpTo('decided')), '2024-09-13T11:00+08:00');
    expect(text).toContain('应当先申请行政复议');
    expect(text).not.toContain('6个月');
    expect(text).toContain('处罚时间：2024年9月13日11时');
  });

  it('that go out with an act are those that the act’s event can name', () => {
    const of = (type: CaseEvent['type'], data: object = {}) =>
      formIssuedWith({ type, data } as CaseEvent, play(upTo('decided')).state);
    for (const id of FORM_IDS.filter((form) => forms[form].issued && form !== 'no-penalty-decision'))
      expect(forms[id].madeBy.map((type) => of(type, { kind: 'spot-penalty' }))).toEqual([id]);
    expect(of('DecisionNumbered', { kind: 'penalty' })).toBeUndefined();
    expect(of('EvidenceCollected')).toBeUndefined();
  });

  it('are named once each, and each is made by an act', () => {
    for (const id of FORM_IDS) expect(forms[id].madeBy.length).toBeGreaterThan(0);
    expect(new Set(FORM_IDS).size).toBe(FORM_IDS.length);
  });
});
