import { fen } from '@fajiao/kernel';
import { maskName, MINOR, publicCreditCodeOf, publicNameOf, publicPenalties, publicText } from './masking';
import { business, citizen, organisation } from './sample-decision.fixture.spec';

describe('a name in public', () => {
  it.each([
    ['张示例', '张**'],
    ['张三', '张*'],
    ['欧阳示例', '欧***'],
    ['阿卜杜拉·买买提', '阿*******'],
    ['𠮷野示例', '𠮷***'],
    [' 张三 ', '张*'],
    ['张', '*'],
  ])('keeps the first character: %s is %s', (name, shown) => expect(maskName(name)).toBe(shown));

  it('is the masked one of a citizen, and the trade name of a business', () => {
    expect(publicNameOf(citizen, false)).toBe('张**');
    expect(publicNameOf(business, false)).toBe('示例网络服务中心');
    expect(publicNameOf(organisation, false)).toBe('示例文化传媒有限公司');
  });

  it('masks the operator in a trade name too', () => {
    expect(publicNameOf({ ...business, name: '忻州市张三饭店', operator: '张三' }, false)).toBe('忻州市张*饭店');
    expect(publicNameOf({ ...business, name: '张三', operator: '张三' }, false)).toBe('张*');
  });

  it('never identifies a minor, whatever kind of party it is', () => {
    for (const party of [citizen, business]) {
      expect(publicNameOf(party, true)).toBe(MINOR);
      expect(publicCreditCodeOf(party, true)).toBeNull();
      expect(publicText('张示例在县城示例街1号', party, true)).toBe('');
    }
  });
});

describe('a text in public', () => {
  it.each([
    ['张示例（公民身份号码140922198503120018）承认', '张**（公民身份号码******）承认'],
    ['张示例与张 示　例、张·示·例是同一人', '张**与张**、张**是同一人'],
    ['张\u200b示例', '张**'],
    ['身份证14092219850312001X，电话13812345678', '身份证******，电话******'],
    ['身份证140922 19850312 0018', '身份证******'],
    ['电话＋８６１３８１２３４５６７８', '电话＋******'],
    ['电话138-1234-5678或0350-3021234', '电话******或******'],
    ['卡号6222 0212 3456 7890 123', '卡号******'],
    ['十五位号码140922850312001', '十五位号码******'],
  ])('hides who a citizen is: %s', (text, shown) => expect(publicText(text, citizen, false)).toBe(shown));

  it('masks operators and legal representatives', () => {
    expect(publicText('经营者示例经营者甲在场', business, false)).toBe('经营者示*****在场');
    expect(publicText('法定代表人欧阳示例', organisation, false)).toBe('法定代表人欧***');
  });

  it.each([
    '2023年9月9日1时30分仍在营业，获利12000.50元',
    '2023-09-09 01:30检查，现场12人，消费3000元',
    '投诉编号12345-2023-0909-017',
    '（示）文综罚字〔2023〕第15号',
  ])('leaves dates, amounts and document numbers: %s', (text) => {
    expect(publicText(text, citizen, false)).toBe(text);
  });

  it('reaches what officers wrote into lists of goods, and shows no list of a minor', () => {
    const goods = { kind: 'confiscation-of-goods', items: ['张示例的接收设施1套'] } as const;
    const fine = { kind: 'fine', fen: fen(30000) } as const;
    expect(publicPenalties([goods, fine], citizen, false)).toEqual([{ ...goods, items: ['张**的接收设施1套'] }, fine]);
    expect(publicPenalties([goods, fine], citizen, true)).toEqual([{ ...goods, items: [] }, fine]);
  });
});
