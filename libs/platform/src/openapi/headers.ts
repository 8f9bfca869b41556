import type { OperationObject } from '@nestjs/swagger';
import type { OperationRule } from '../identity/policy';

type Parameter = NonNullable<OperationObject['parameters']>[number];

const header = (name: string, required: boolean, description: string, example?: string): Parameter => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
  ...(example !== undefined && { example }),
});

const idempotencyKey = header(
  'Idempotency-Key',
  true,
  'Up to 200 visible ASCII characters, the same for every repetition of one act: a repeated act is answered, not done again.',
  '1f0c2a52-6f6e-4d0e-9f1a-2f6f3f1f0c2a',
);
const ifMatch = header('If-Match', true, 'ETag of the version that the act rests on, with its quotes, such as `"3"`.');
const minPosition = header(
  'Fajiao-Min-Position',
  false,
  'Wait (up to 5 s) until lists have reached the position that a write returned.',
  'store-1:00000000000000000042',
);
const demoTime = header(
  'Fajiao-Demo-Time',
  false,
  'In demonstration mode: the time at which the request is made.',
  '2023-09-11T09:00:00+08:00',
);
const language = header('Accept-Language', false, 'Language of problems: zh-CN or en.', 'zh-CN');
const messageId = header(
  'webhook-id',
  true,
  'Id of the message, part of what is signed.',
  'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W',
);
const messageTime = header('webhook-timestamp', true, 'Seconds since 1970, part of what is signed.', '1694394000');

/** Headers that an operation takes. */
export function requestHeaders(rule: OperationRule): readonly Parameter[] {
  const common = [language, demoTime];
  if (rule.write === 'opening') return [idempotencyKey, ...common];
  if (rule.write === 'act') return [idempotencyKey, ifMatch, ...common];
  if (rule.roles !== 'public' && rule.roles.includes('bank')) return [messageId, messageTime, ...common];
  return [minPosition, ...common];
}

type Headers = NonNullable<Extract<OperationObject['responses'][string], { headers?: object }>['headers']>;

/** Headers that a success may carry. */
export function successHeaders(rule: OperationRule): Headers {
  const etag = {
    ETag: { description: 'Version of the resource: revision of the last act by a person.', schema: { type: 'string' } },
  };
  const position = {
    'Fajiao-Position': { description: 'Position in the order of all events.', schema: { type: 'string' } },
  };
  const location = { Location: { description: 'The resource.', schema: { type: 'string' } } };
  return { ...etag, ...position, ...(rule.write === 'opening' && location) };
}
