import type { Party, Penalty } from '@fajiao/contracts';
import { printYuan } from '@fajiao/kernel';

const KINDS: Readonly<Record<Penalty['kind'], string>> = {
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

export const partyKindInWords: Readonly<Record<Party['kind'], string>> = {
  citizen: '自然人',
  organisation: '法人及非法人组织',
  'individual-business': '个体工商户',
};

/** A penalty as a decision document words it, such as 罚款人民币5000.00元. */
export function penaltyInWords(penalty: Penalty): string {
  const kind = KINDS[penalty.kind];
  switch (penalty.kind) {
    case 'fine':
    case 'confiscation-of-gains':
      return `${kind}人民币${printYuan(penalty.fen)}元`;
    case 'confiscation-of-goods':
      return `${kind}：${penalty.items.join('、')}`;
    case 'suspension':
      return kind + (penalty.months ? `${penalty.months}个月` : '') + (penalty.days ? `${penalty.days}日` : '');
    default:
      return kind;
  }
}
