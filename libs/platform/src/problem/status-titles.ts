import type { Sentence } from './sentence';

/** What an answer of this status is, whatever its code: the title of a problem, which does not vary (RFC 9457, 3.1.3). */
export const statusTitles: Readonly<Record<number, Sentence>> = {
  400: { zh: '请求无法读取', en: 'The request cannot be read' },
  401: { zh: '身份未经验证', en: 'Not signed in' },
  403: { zh: '无权办理', en: 'Not allowed' },
  404: { zh: '资源不存在', en: 'Not found' },
  408: { zh: '请求过慢', en: 'Too slow' },
  409: { zh: '依法不予办理', en: 'Refused by the rules' },
  412: { zh: '所依据的版本已过时', en: 'The version is stale' },
  413: { zh: '请求过大', en: 'Too large' },
  415: { zh: '内容类型不支持', en: 'Unsupported content' },
  422: { zh: '请求内容有误', en: 'The content is not right' },
  428: { zh: '须说明所依据的版本', en: 'A version is required' },
  429: { zh: '请求过于频繁', en: 'Too many requests' },
  500: { zh: '服务器内部错误', en: 'Server fault' },
  503: { zh: '服务暂时不可用', en: 'Unavailable for now' },
};
