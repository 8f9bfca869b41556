import type { CodeTable, Detail } from './sentence';

/** What can be wrong with one field, query parameter or header. */
export const fieldCodes = {
  'field.missing': { zh: '必填', en: 'is required' },
  'field.null': { zh: '没有内容的字段请省略，不要写 null', en: 'is to be left out rather than null' },
  'field.unknown': { zh: '不认识的字段', en: 'is not known here' },
  'field.duplicate': { zh: '字段重复', en: 'stands twice' },
  'field.type': { zh: '类型不对，应为{expected}', en: 'has to be {expected}' },
  'field.text': { zh: '应为文本', en: 'has to be text' },
  'field.blank': { zh: '不能为空', en: 'must not be blank' },
  'field.too-short': { zh: '太短', en: 'is too short' },
  'field.too-long': { zh: '太长', en: 'is too long' },
  'field.too-small': { zh: '过小', en: 'is too small' },
  'field.too-large': { zh: '过大', en: 'is too large' },
  'field.too-few': { zh: '项数太少', en: 'has too few entries' },
  'field.too-many': { zh: '项数太多', en: 'has too many entries' },
  'field.repeated-entry': { zh: '有重复的项', en: 'holds an entry twice' },
  'field.format': { zh: '格式不对', en: 'has not the right form' },
  'field.choice': { zh: '应为规定的值之一', en: 'has to be one of the given values' },
  'field.number': { zh: '应为数', en: 'has to be a number' },
  'field.integer': { zh: '应为整数', en: 'has to be an integer' },
  'field.boolean': { zh: '应为 true 或 false', en: 'has to be true or false' },
  'field.list': { zh: '应为列表', en: 'has to be a list' },
  'field.object': { zh: '应为对象', en: 'has to be an object' },
  'field.date': { zh: '应为日期，如 2023-09-11', en: 'has to be a date such as 2023-09-11' },
  'field.instant': {
    zh: '应为带时差的时间，如 2023-09-11T09:00:00+08:00',
    en: 'has to be a time with its offset such as 2023-09-11T09:00:00+08:00',
  },
  'field.money': { zh: '应为以分计的整数', en: 'has to be an integer amount in fen' },
  'field.uuid': { zh: '应为UUID', en: 'has to be a UUID' },
  'field.inexact-number': { zh: '数值过大，无法精确表示', en: 'is a number too large to be exact' },
  'field.unstorable-text': { zh: '含有不可保存的字符', en: 'holds characters that cannot be kept' },
  'field.key': { zh: '不允许的字段名', en: 'is not an allowed name' },
  'field.too-deep': { zh: '嵌套过深', en: 'is nested too deeply' },
  'field.position': { zh: '不是有效的位置', en: 'is not a position of ours' },
} satisfies CodeTable;

export type FieldCode = keyof typeof fieldCodes;

/** One fault in what was sent: exactly one of `pointer`, `parameter` and `header` says where. */
export interface FieldFault {
  /** JSON pointer into the body as a URI fragment: `#/officers/0`. */
  readonly pointer?: string;
  /** Name of a query or path parameter. */
  readonly parameter?: string;
  readonly header?: string;
  readonly code: FieldCode;
  readonly detail?: Detail;
}

/** A JSON pointer (RFC 6901) as a URI fragment. */
export function pointerTo(path: readonly (string | number)[]): string {
  const steps = path.map((step) => encodeURIComponent(String(step).replaceAll('~', '~0').replaceAll('/', '~1')));
  return ['#', ...steps].join('/');
}
