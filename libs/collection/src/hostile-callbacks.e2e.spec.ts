import { request } from 'node:http';
import { type BankCall, type HttpStage, httpStage, idOf, SECRETS } from './spec-support/http-stage.fixture.spec';
import { sign } from './spec-support/bank-signer.fixture.spec';
import { at, handedOver } from './spec-support/samples.fixture.spec';

const seconds = (shift = 0) => Math.floor(Date.now() / 1000) + shift;

/** What is sent instead of an honest payment, and what it is answered. */
type Attack = (code: string) => readonly [body: string | Uint8Array, wish: BankCall, status: number];

const GOOD = { reference: 'H1', fen: 500_000, paidAt: '2023-10-08T10:12:00+08:00' };
const good = (code: string): string => JSON.stringify({ ...GOOD, code });
const text = (code: string, change: object): string => JSON.stringify({ ...GOOD, code, ...change });
/** The honest message with a piece of it written otherwise. */
const rewritten = (code: string, from: string, to: string): string => good(code).replace(from, to);
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([...part]))));
const secretB = SECRETS['bank-b'][0];

const attacks: Readonly<Record<string, Attack>> = {
  // who signs, and what
  'no signature at all': (c) => [good(c), { headers: { 'webhook-signature': undefined } }, 401],
  'no id': (c) => [good(c), { headers: { 'webhook-id': undefined } }, 401],
  'no timestamp': (c) => [good(c), { headers: { 'webhook-timestamp': undefined } }, 401],
  'an empty signature': (c) => [good(c), { headers: { 'webhook-signature': '' } }, 401],
  'the secret of nobody': (c) => [good(c), { secret: `whsec_${Buffer.alloc(32, 9).toString('base64')}` }, 401],
  'the secret of another bank': (c) => [good(c), { secret: secretB }, 401],
  'an empty secret': (c) => [good(c), { secret: 'whsec_' }, 401],
  'altered bytes': (c) => [good(c), { sent: rewritten(c, '500000', '500001') }, 401],
  'a blank more than what is signed': (c) => [good(c), { sent: `${good(c)} ` }, 401],
  'the same value in other bytes': (c) => [good(c), { sent: rewritten(c, 'H1', '\\u0048\\u0031') }, 401],
  'a byte that decodes to nothing': (c) => [good(c), { sent: bytes(good(c), [0xef, 0xbb, 0xbf]) }, 401],
  'the signature of another id': (c) => [good(c), { headers: { 'webhook-id': 'msg_other' } }, 401],
  'the signature of another time': (c) => [good(c), { headers: { 'webhook-timestamp': String(seconds(1)) } }, 401],
  'a signature of another scheme': (c) => [good(c), { headers: { 'webhook-signature': `v2,${'A'.repeat(43)}=` } }, 401],
  'a signature that is cut': (c) => [
    good(c),
    { headers: { 'webhook-signature': cut(sign(SECRETS['bank-a'][0], good(c), FIXED)), ...FIXED_HEADERS } },
    401,
  ],
  'a thousand signatures, none right': (c) => [
    good(c),
    { headers: { 'webhook-signature': `v1,${'A'.repeat(43)}= `.repeat(200).trim() } },
    401,
  ],
  'two signatures in two headers, none right': (c) => [
    good(c),
    { headers: { 'webhook-signature': `v1,${'A'.repeat(43)}=, v1,${'B'.repeat(43)}=` } },
    401,
  ],
  'a signature in another alphabet': (c) => [
    good(c),
    { headers: { 'webhook-signature': inBase64Url(sign(SECRETS['bank-a'][0], good(c), FIXED)), ...FIXED_HEADERS } },
    401,
  ],
  'an id that carries part of the content': (c) => [
    good(c).slice(1),
    { id: 'msg_split', sent: good(c), headers: { 'webhook-id': 'msg_split.{' } },
    401,
  ],
  'a token beside the signature': (c) => [good(c), { headers: { authorization: 'Bearer x' } }, 401],
  'a message signed ten minutes ago': (c) => [good(c), { timestamp: seconds(-600) }, 401],
  'a message signed in ten minutes': (c) => [good(c), { timestamp: seconds(600) }, 401],
  'an old message that says it is of today by its own clock': (c) => [
    good(c),
    { timestamp: seconds(-600), at: at('2023-10-08 10:12') },
    401,
  ],
  'a timestamp with a fraction': (c) => [good(c), { timestamp: `${seconds()}.5` }, 401],
  'a timestamp in milliseconds': (c) => [good(c), { timestamp: seconds() * 1000 }, 401],
  'a timestamp in words': (c) => [good(c), { timestamp: 'now' }, 401],
  'a timestamp below zero': (c) => [good(c), { timestamp: -seconds() }, 401],

  // what kind of content
  'no body': () => ['', {}, 422],
  'plain text': (c) => [good(c), { headers: { 'content-type': 'text/plain' } }, 415],
  'a form': (c) => [good(c), { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
  'content that says it is compressed': (c) => [good(c), { headers: { 'content-encoding': 'gzip' } }, 415],
  'more than 64 KiB': (c) => [`${good(c)}${' '.repeat(64 * 1024)}`, {}, 413],
  'content that says it is in another character set': (c) => [
    bytes(rewritten(c, '"H1"', '"H'), [0xb7, 0xa3], '"}'),
    { headers: { 'content-type': 'application/json; charset=gb18030' } },
    400,
  ],
  XML: (c) => [`<payment><fen>500000</fen><code>${c}</code></payment>`, {}, 400],
  'a NUL in front': (c) => [bytes([0], good(c)), {}, 400],
  'a raw line break in a text': (c) => [rewritten(c, 'H1', 'H\n1'), {}, 400],
  'half of the JSON': (c) => [good(c).slice(0, -20), {}, 400],
  'two values': (c) => [good(c) + good(c), {}, 400],
  'a byte order mark': (c) => [`\ufeff${good(c)}`, {}, 400],
  'Latin-1': (c) => [bytes(rewritten(c, '"H1"', '"H'), [0xe9], '"}'), {}, 400],
  'UTF-16': (c) => [Buffer.from(good(c), 'utf16le'), {}, 400],
  'an overlong encoding': (c) => [bytes(good(c).slice(0, 15), [0xc0, 0xaf], good(c).slice(15)), {}, 400],
  'a comment': (c) => [good(c).replace('{', '{/* money */'), {}, 400],
  'single quotes': (c) => [good(c).replaceAll('"', "'"), {}, 400],
  'a trailing comma': (c) => [good(c).replace('}', ',}'), {}, 400],
  'a list': (c) => [`[${good(c)}]`, {}, 422],
  'a bare number': () => ['500000', {}, 422],
  null: () => ['null', {}, 422],
  'a key that stands twice': (c) => [rewritten(c, '"fen":500000', '"fen":1,"fen":500000'), {}, 422],
  'a key that stands twice, once escaped': (c) => [rewritten(c, '"fen":500000', '"fen":1,"f\\u0065n":500000'), {}, 422],
  'a field that nobody knows': (c) => [text(c, { payer: '张示例' }), {}, 422],
  'a prototype': (c) => [rewritten(c, '{', '{"__proto__":{"fen":1},'), {}, 422],
  'deep nesting': (c) => [rewritten(c, '"H1"', `${'['.repeat(5_000)}${']'.repeat(5_000)}`), {}, 422],

  // amounts
  'no amount': (c) => [text(c, { fen: undefined }), {}, 422],
  'no money': (c) => [text(c, { fen: 0 }), {}, 422],
  'money below nothing': (c) => [text(c, { fen: -500_000 }), {}, 422],
  'minus nothing': (c) => [rewritten(c, '500000', '-0'), {}, 422],
  true: (c) => [text(c, { fen: true }), {}, 422],
  'half a fen': (c) => [text(c, { fen: 0.5 }), {}, 422],
  '0.001': (c) => [text(c, { fen: 0.001 }), {}, 422],
  '1e21': (c) => [rewritten(c, '500000', '1e21'), {}, 422],
  '1e400': (c) => [rewritten(c, '500000', '1e400'), {}, 422],
  'more than is exact': (c) => [rewritten(c, '500000', '9007199254740993'), {}, 422],
  'more money than there is': (c) => [rewritten(c, '500000', '1000000000001'), {}, 422],
  'an amount as text': (c) => [text(c, { fen: '500000' }), {}, 422],
  'an amount in full-width digits': (c) => [rewritten(c, '500000', '５０００００'), {}, 400],
  'an amount with a leading zero': (c) => [rewritten(c, '500000', '0500000'), {}, 400],
  'an amount in hexadecimal': (c) => [rewritten(c, '500000', '0x7a120'), {}, 400],
  NaN: (c) => [rewritten(c, '500000', 'NaN'), {}, 400],
  'an amount as a list': (c) => [text(c, { fen: [500_000] }), {}, 422],
  'an amount as an object': (c) => [text(c, { fen: { currency: 'CNY', fen: 500_000 } }), {}, 422],

  // references, codes, times
  'no reference': (c) => [text(c, { reference: undefined }), {}, 422],
  'an empty reference': (c) => [text(c, { reference: '' }), {}, 422],
  'a reference of blanks': (c) => [text(c, { reference: '   ' }), {}, 422],
  'a reference that is too long': (c) => [text(c, { reference: 'H'.repeat(65) }), {}, 422],
  'a reference as a number': (c) => [text(c, { reference: 1 }), {}, 422],
  'a reference with a NUL': (c) => [text(c, { reference: 'H\u0000' }), {}, 422],
  'a reference with half a character': (c) => [rewritten(c, 'H1', 'H\\ud800'), {}, 422],
  'a reference with a line break': (c) => [text(c, { reference: 'H\r\nX: y' }), {}, 422],
  'a reference with an invisible character': (c) => [text(c, { reference: 'H\u200b1' }), {}, 422],
  'a reference written from right to left': (c) => [text(c, { reference: 'H\u202e1' }), {}, 422],
  'a code in full-width digits': (c) => [text(c, { code: '１４０９２２２３' }), {}, 422],
  'no code': (c) => [text(c, { code: undefined }), {}, 422],
  'an empty code': (c) => [text(c, { code: '' }), {}, 422],
  'a code as a number': (c) => [text(c, { code: 14092223 }), {}, 422],
  'a second that does not exist': (c) => [text(c, { paidAt: '2023-10-08T10:12:61+08:00' }), {}, 422],
  'an offset that does not exist': (c) => [text(c, { paidAt: '2023-10-08T10:12:00+99:00' }), {}, 422],
  'no time': (c) => [text(c, { paidAt: undefined }), {}, 422],
  'a time without an offset': (c) => [text(c, { paidAt: '2023-10-08T10:12:00' }), {}, 422],
  'a day that does not exist': (c) => [text(c, { paidAt: '2023-02-30T10:12:00+08:00' }), {}, 422],
  'a time as a number': (c) => [text(c, { paidAt: 1_696_731_120 }), {}, 422],
  'a time that is still to come': (c) => [
    text(c, { paidAt: '2023-10-08T10:20:00+08:00' }),
    { at: at('2023-10-08 10:12') },
    422,
  ],
};

const FIXED = { id: 'msg_fixed', timestamp: seconds() };
const FIXED_HEADERS = { 'webhook-id': 'msg_fixed', 'webhook-timestamp': String(FIXED.timestamp) };
const inBase64Url = (headers: ReturnType<typeof sign>): string =>
  headers['webhook-signature'].replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
const cut = (headers: ReturnType<typeof sign>): string => headers['webhook-signature'].slice(0, -4);

describe('a callback that is not what it should be', () => {
  let stage: HttpStage;
  let code = '';
  beforeAll(async () => {
    stage = await httpStage();
    await stage.handOver(handedOver({ fineId: idOf('a fine under attack') }), at('2023-09-28 15:00'));
    await stage.settled();
    const { body } = await stage.ask('/fines', 'clerk-1');
    code = (body['items'] as { paymentCode: string }[])[0]?.paymentCode ?? '';
  });
  afterAll(() => stage.close());

  it.each(Object.entries(attacks))('is refused and leaves nothing: %s', async (_, attack) => {
    const before = stage.log.events.length;
    const [body, wish, status] = attack(code);
    const answer = await stage.send('payments', body, wish);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(answer.body).toMatchObject({ status, code: expect.any(String) as string });
    await stage.settled();
    expect(stage.log.events).toHaveLength(before);
  });

  it.each(['bank-c', 'bank-a%00', '..', '__proto__', 'constructor', '%E0%A4%A'])(
    'comes from no bank called %s',
    async (bank) => {
      const before = stage.log.events.length;
      const headers = { 'content-type': 'application/json', ...sign(SECRETS['bank-a'][0], good(code)) };
      const url = `${stage.url}/collection/v1/bank-callbacks/${bank}/payments`;
      const { status } = await fetch(url, { method: 'POST', headers, body: good(code) });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(stage.log.events).toHaveLength(before);
    },
  );

  it('counts at least ninety classes', () => {
    expect(Object.keys(attacks).length).toBeGreaterThanOrEqual(90);
  });

  it('is told so and cut off when it comes a byte at a time', async () => {
    const before = stage.log.events.length;
    const body = good(code);
    const { hostname, port } = new URL(stage.url);
    const sent = request({
      ...{ hostname, port, method: 'POST', path: '/collection/v1/bank-callbacks/bank-a/payments' },
      headers: {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        ...sign(SECRETS['bank-a'][0], body),
      },
    });
    const answered = new Promise<number | undefined>((resolve) =>
      sent.on('response', (r) => resolve(r.resume().statusCode)),
    );
    const cutOff = new Promise<void>((resolve) => sent.on('close', resolve));
    sent.on('error', () => undefined); // the server ends the connection
    for (const byte of body.slice(0, 12)) sent.write(byte);
    expect(await answered).toBe(408);
    await cutOff;
    expect(stage.log.events).toHaveLength(before);
  });

  it.each(['reversals', 'treasury-credits', 'statements', 'statement-files'])(
    'is let in at no other door either: %s',
    async (noun) => {
      const before = stage.log.events.length;
      const body = good(code);
      for (const wish of [
        { secret: secretB },
        { sent: `${body} ` },
        { timestamp: seconds(-600) },
        { headers: { 'webhook-signature': undefined } },
      ])
        expect((await stage.send(noun, body, wish)).status).toBe(401);
      expect((await stage.send(noun, body)).status).toBe(422);
      expect(stage.log.events).toHaveLength(before);
    },
  );

  it('is not taken for another kind of message', async () => {
    const before = stage.log.events.length;
    for (const noun of ['reversals', 'treasury-credits', 'statements'])
      expect((await stage.send(noun, good(code))).status).toBe(422);
    expect(stage.log.events).toHaveLength(before);
  });

  it('does the same again when it is sent again: nothing more', async () => {
    const wish = { id: 'msg_replayed', timestamp: seconds() };
    const first = await stage.send('payments', good(code), wish);
    expect(first.status).toBe(201);
    await stage.settled();
    const before = stage.log.events.length;
    for (let i = 0; i < 5; i += 1) expect((await stage.send('payments', good(code), wish)).body).toEqual(first.body);
    await stage.settled();
    expect(stage.log.events).toHaveLength(before);
  });
});
