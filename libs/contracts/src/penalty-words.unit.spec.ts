import { fen } from '@fajiao/kernel';
import { penaltiesInWords, penaltyInWords } from './penalty-words';

describe('a penalty in words', () => {
  it('names amounts in yuan to the fen', () => {
    expect(penaltyInWords({ kind: 'fine', fen: fen(500000) })).toBe('罚款人民币5000.00元');
    expect(penaltyInWords({ kind: 'confiscation-of-gains', fen: fen(1) })).toBe('没收违法所得人民币0.01元');
  });

  it('lists confiscated goods, where they are named', () => {
    expect(penaltyInWords({ kind: 'confiscation-of-goods', items: ['接收设施1套', '天线2副'] })).toBe(
      '没收非法财物：接收设施1套、天线2副',
    );
    expect(penaltyInWords({ kind: 'confiscation-of-goods', items: [] })).toBe('没收非法财物');
  });

  it('gives the length of a suspension', () => {
    expect(penaltyInWords({ kind: 'suspension', days: 15 })).toBe('责令停产停业15日');
    expect(penaltyInWords({ kind: 'suspension', months: 3 })).toBe('责令停产停业3个月');
  });

  it('puts several into one line', () => {
    expect(penaltiesInWords([{ kind: 'warning' }, { kind: 'fine', fen: fen(30000) }])).toBe('警告；罚款人民币300.00元');
  });
});
