import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';
import type { OperationRule } from '../identity/policy';
import { statusTitles } from '../problem/status-titles';

type Components = NonNullable<OpenAPIObject['components']>;
type Schemas = NonNullable<Components['schemas']>;
type Responses = NonNullable<Components['responses']>;

const text = (description: string) => ({ type: 'string', description });

/** Schema of problem+json. */
export const problemSchemas: Schemas = {
  Problem: {
    type: 'object',
    description: 'RFC 9457 problem details.',
    required: ['type', 'title', 'status', 'detail', 'code', 'correlationId'],
    properties: {
      type: text('URN of the code.'),
      title: text('What every answer of this status is, in the language of the request.'),
      status: { type: 'integer' },
      detail: text('What is wrong in this case, in the language of the request.'),
      code: text('Code of a closed table.'),
      correlationId: { type: 'string', format: 'uuid' },
      codes: { type: 'array', items: { type: 'string' }, description: 'Codes of all grounds of a refusal.' },
      source: text('The rule behind the first ground.'),
      grounds: { type: 'array', items: { $ref: '#/components/schemas/ProblemGround' } },
      errors: { type: 'array', items: { $ref: '#/components/schemas/ProblemField' } },
    },
  },
  ProblemGround: {
    type: 'object',
    description: 'One ground on which an act is refused.',
    required: ['code', 'source', 'message'],
    properties: {
      code: { type: 'string' },
      source: text('Id of the rule.'),
      message: { type: 'string' },
      detail: { type: 'object', additionalProperties: true },
    },
  },
  ProblemField: {
    type: 'object',
    description: 'One fault in what was sent; pointer, parameter or header says where.',
    required: ['code', 'message'],
    properties: {
      pointer: text('JSON pointer into the body.'),
      parameter: { type: 'string' },
      header: { type: 'string' },
      code: { type: 'string' },
      message: { type: 'string' },
    },
  },
};

const answers = {
  '400': [
    'Malformed',
    'A header, parameter or the body cannot be read.',
    'json.malformed',
    '请求正文不是正确的JSON（第1个字符处）',
  ],
  '401': [
    'Unauthenticated',
    'Nobody is signed in, or the signature does not fit.',
    'token.missing',
    '请先登录：请求缺少访问令牌',
  ],
  '403': [
    'Forbidden',
    'Not with these roles; recorded when the operation writes.',
    'role.not-allowed',
    '您的角色不能进行这一操作',
  ],
  '404': ['NotFound', 'There is no such resource.', 'resource.not-found', '没有这个资源'],
  '409': ['Refused', 'The law refuses the act, on the grounds given; recorded.', 'time.future', '办理时间不能晚于现在'],
  '412': [
    'Stale',
    'Somebody has acted since the version that If-Match names.',
    'precondition.stale',
    '记录已被他人更改，请重新读取后再操作',
  ],
  '413': ['TooLarge', 'The body is too large.', 'body.too-large', '请求正文超过65536字节'],
  '415': ['NotJson', 'The body is not application/json.', 'body.media-type', '请求正文应为未压缩的 application/json'],
  '422': [
    'Invalid',
    'The content is not right, or the key was used for other content.',
    'input.invalid',
    '请求内容有误，见 errors',
  ],
  '428': [
    'VersionRequired',
    'If-Match is missing.',
    'precondition.required',
    '请用 If-Match 请求头说明所依据的版本（ETag）',
  ],
  '429': ['TooMany', 'Too many requests from one address.', 'rate.exceeded', '请求过于频繁，请稍后重试'],
  '503': [
    'Unavailable',
    'A store does not answer now: repeat with the same Idempotency-Key.',
    'store.unavailable',
    '数据存储暂时不可用，请用同一 Idempotency-Key 重试',
  ],
} as const;

type Status = keyof typeof answers;

/** The error answers that operations share. */
export const commonResponses: Responses = Object.fromEntries(
  Object.entries(answers).map(([status, [name, description, code, detail]]) => [
    name,
    {
      description,
      content: {
        'application/problem+json': {
          schema: { $ref: '#/components/schemas/Problem' },
          example: {
            type: `urn:fajiao:problem:${code}`,
            title: statusTitles[Number(status)]?.zh,
            status: Number(status),
            detail,
            code,
            correlationId: '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f60',
          },
        },
      },
    },
  ]),
);

/** The error answers of an operation, from its row in the policy table. */
export function errorAnswers(rule: OperationRule, operation: OperationObject): OperationObject['responses'] {
  const { roles, write } = rule;
  const named = operation.parameters?.some((parameter) => 'in' in parameter && parameter.in === 'path') ?? false;
  const statuses: readonly Status[] = [
    '400',
    ...(roles === 'public' ? (['429'] as const) : (['401', '403'] as const)),
    ...(named ? (['404'] as const) : []),
    ...(write ? (['409', '413', '415'] as const) : []),
    ...(write === 'act' ? (['412', '428'] as const) : []),
    '422',
    '503',
  ];
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${answers[status][0]}` }]),
  );
}
