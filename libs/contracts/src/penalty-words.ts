import { printYuan } from '@fajiao/kernel';
import type { Penalty } from './penalty';

/** Kinds of penalty in the words of APL-9. */
export const penaltyKindInWords: Readonly<Record<Penalty['kind'], string>> = {
  warning: '警告',
  'public-criticism': '通报批评',
  fine: '罚款',
  'confiscation-of-gains': '没收违法所得',
  'confiscation-of-goods': '没收非法财物',
  'licence-suspension': '暂扣许可证件',
  downgrade: '降低资质等级',
  'licence-revocation': '吊销许可证件',
  'business-restriction': '限制开展生产经营活动',
  suspension: '责令停产停业',
  closure: '责令关闭',
  'practice-ban': '限制从业',
  publication: '予以公告',
};

/** A penalty as a decision document words it: 罚款人民币5000.00元, 没收非法财物：接收设施1套, 责令停产停业15日. */
export function penaltyInWords(penalty: Penalty): string {
  const kind = penaltyKindInWords[penalty.kind];
  switch (penalty.kind) {
    case 'fine':
    case 'confiscation-of-gains':
      return `${kind}人民币${printYuan(penalty.fen)}元`;
    case 'confiscation-of-goods':
      return penalty.items.length === 0 ? kind : `${kind}：${penalty.items.join('、')}`;
    case 'suspension':
      return kind + (penalty.months ? `${penalty.months}个月` : '') + (penalty.days ? `${penalty.days}日` : '');
    default:
      return kind;
  }
}

/** All penalties of a decision in one line. */
export const penaltiesInWords = (penalties: readonly Penalty[]): string => penalties.map(penaltyInWords).join('；');
