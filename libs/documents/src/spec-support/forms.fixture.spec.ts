import type { Form } from '../form';

/** Everything that a form can hold. */
export const everyBlock: Form = {
  form: 'penalty-decision',
  title: '行政处罚决定书',
  authority: '示例县文化和旅游局',
  number: '（示）文综罚字〔2023〕第1号',
  blocks: [
    { kind: 'paragraph', text: '当事人：示例网络服务中心', flush: true },
    { kind: 'heading', text: '一、违法事实和证据' },
    { kind: 'paragraph', text: '经查明：超过规定时间营业1小时30分。\n以上事实有现场检查笔录证实。' },
    { kind: 'paragraph', text: '罚款人民币5000.00元（大写：伍仟元整）。', strong: true },
    {
      kind: 'grid',
      rows: [
        [
          { label: '案由', value: '在规定的营业时间以外营业' },
          { label: '立案日期', value: '2023年9月12日' },
        ],
        [{ label: '承办人意见', value: '建议立案调查。\n签名：王示例' }],
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: '序号', width: 1 },
        { title: '物品名称', width: 5 },
      ],
      rows: [
        ['1', '电脑主机'],
        ['2', '显示器'],
      ],
    },
    { kind: 'attachments', items: ['物品清单'] },
    {
      kind: 'signatures',
      lines: [{ label: '当事人', name: '示例经营者甲', on: '2023年9月28日' }, { label: '执法人员' }],
    },
    { kind: 'seal', authority: '示例县文化和旅游局', on: '2023年9月28日' },
  ],
};

/** A form of one paragraph. */
export const saying = (text: string): Form => ({
  form: 'note',
  title: '说明',
  authority: '示例局',
  blocks: [{ kind: 'paragraph', text }],
});
