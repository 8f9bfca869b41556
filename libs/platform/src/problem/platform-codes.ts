import type { CodeTable } from './sentence';

/** Codes that any operation may answer with, whatever its context. */
export const platformCodes = {
  'token.missing': {
    status: 401,
    zh: '请先登录：请求缺少访问令牌',
    en: 'Sign in first: the request carries no access token',
  },
  'token.invalid': { status: 401, zh: '访问令牌无效', en: 'The access token is not valid' },
  'token.expired': { status: 401, zh: '访问令牌已过期，请重新登录', en: 'The access token has expired: sign in again' },
  'callback.signature-missing': {
    status: 401,
    zh: '缺少银行签名（webhook-id、webhook-timestamp、webhook-signature）',
    en: "The bank's signature is missing (webhook-id, webhook-timestamp, webhook-signature)",
  },
  'callback.signature-invalid': { status: 401, zh: '银行签名不正确', en: "The bank's signature does not fit" },
  'callback.timestamp-outside': {
    status: 401,
    zh: '签名时间超出允许的{minutes}分钟范围',
    en: 'The signature was made more than {minutes} minutes from now',
  },
  'bank.test-mode': {
    status: 403,
    zh: '该银行处于测试模式，不能使用这一操作',
    en: 'The bank is in test mode, which has no part in this operation',
  },
  'identity.both-sides': {
    status: 403,
    zh: '同一人不得兼有决定罚款和收缴罚款两侧的角色',
    en: 'Nobody may hold roles of both the deciding and the collecting side',
  },
  'role.not-allowed': { status: 403, zh: '您的角色不能进行这一操作', en: 'None of your roles may do this' },
  'request.malformed': { status: 400, zh: '请求无法读取', en: 'The request cannot be read' },
  'json.malformed': {
    status: 400,
    zh: '请求正文不是正确的JSON（第{offset}个字符处）',
    en: 'The body is not JSON (at character {offset})',
  },
  'json.not-utf8': { status: 400, zh: '请求正文不是UTF-8文本', en: 'The body is not UTF-8 text' },
  'body.too-large': { status: 413, zh: '请求正文超过{limit}字节', en: 'The body is larger than {limit} bytes' },
  'body.too-slow': {
    status: 408,
    zh: '请求正文未在{seconds}秒内到齐',
    en: 'The body has not come within {seconds} seconds',
  },
  'body.media-type': {
    status: 415,
    zh: '请求正文应为未压缩的 application/json',
    en: 'The body has to be application/json, not compressed',
  },
  'input.invalid': { status: 422, zh: '请求内容有误，见 errors', en: 'The content is not right, see errors' },
  'header.invalid': { status: 400, zh: '请求头有误，见 errors', en: 'A header is not right, see errors' },
  'idempotency.key-missing': {
    status: 400,
    zh: '写操作需要 Idempotency-Key 请求头',
    en: 'A write needs the header Idempotency-Key',
  },
  'idempotency.other-content': {
    status: 422,
    zh: '该 Idempotency-Key 已用于内容不同的请求',
    en: 'This Idempotency-Key was used for other content',
  },
  'precondition.required': {
    status: 428,
    zh: '请用 If-Match 请求头说明所依据的版本（ETag）',
    en: 'Say with If-Match which version (ETag) this rests on',
  },
  'precondition.stale': {
    status: 412,
    zh: '记录已被他人更改，请重新读取后再操作',
    en: 'Somebody has acted since: read it again first',
  },
  'demo-time.not-allowed': {
    status: 400,
    zh: 'Fajiao-Demo-Time 只在演示模式下可用',
    en: 'Fajiao-Demo-Time is for demonstration mode only',
  },
  'cursor.invalid': { status: 400, zh: '翻页标记无效', en: 'The cursor is not one of ours' },
  'projection.behind': {
    status: 503,
    zh: '查询数据尚未更新到所要求的位置，请稍后重试',
    en: 'The read model has not reached that position yet: try again soon',
  },
  'resource.not-found': { status: 404, zh: '没有这个资源', en: 'There is no such resource' },
  'store.unavailable': {
    status: 503,
    zh: '数据存储暂时不可用，请用同一 Idempotency-Key 重试',
    en: 'The store does not answer now: try again with the same Idempotency-Key',
  },
  'sign-in.unavailable': {
    status: 503,
    zh: '身份认证服务暂时不可用，请稍后重试',
    en: 'The identity provider does not answer now: try again soon',
  },
  'server.stopping': { status: 503, zh: '服务正在停止，请稍后重试', en: 'The server is stopping: try again soon' },
  'rate.exceeded': { status: 429, zh: '请求过于频繁，请稍后重试', en: 'Too many requests: try again later' },
  'server.fault': { status: 500, zh: '服务器内部错误', en: 'Something went wrong here' },
} satisfies CodeTable;

export type PlatformCode = keyof typeof platformCodes;
