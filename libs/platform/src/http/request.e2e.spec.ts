import { request as rawRequest } from 'node:http';
import fc from 'fast-check';
import { NOW, type SampleServer, startSample } from '../testing/sample-app.fixture.spec';
import { POSITION } from '../testing/sample-context.fixture.spec';

const ID = '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f60';
const KEY = { 'idempotency-key': 'k-1' };
const NOTE = { text: '记录' };

describe('the shape of requests', () => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await startSample();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.sample.handled.length = 0;
    server.sample.reached = true;
  });

  const write = (body: unknown, headers: Record<string, string> = KEY) =>
    server.call('/decision/v1/notes', { as: 'officer-1', body, headers });

  describe('a write', () => {
    it('answers with ETag, position and location', async () => {
      const answer = await write(NOTE);
      expect(answer.status).toBe(201);
      expect(answer.headers.get('etag')).toBe('"0"');
      expect(answer.headers.get('fajiao-position')).toBe(POSITION);
      expect(answer.headers.get('location')).toBe(`/decision/v1/notes/${String(answer.body['id'])}`);
    });

    it('needs an Idempotency-Key of visible ASCII', async () => {
      const missing = await write(NOTE, {});
      expect([missing.status, missing.body['code']]).toEqual([400, 'idempotency.key-missing']);
      const blank = await write(NOTE, { 'idempotency-key': 'a b' });
      expect(blank.status).toBe(400);
      expect(blank.body).toMatchObject({ code: 'header.invalid', errors: [{ header: 'Idempotency-Key' }] });
      expect(server.sample.handled).toEqual([]);
    });

    it('is the same command for the same caller, operation, resource and key, and another one otherwise', async () => {
      await write(NOTE);
      await write({ text: '另一条' });
      await write(NOTE, { 'idempotency-key': 'k-2' });
      await server.call('/decision/v1/notes', { as: 'officer-2', body: NOTE, headers: KEY });
      const [first, again, otherKey, otherCaller] = server.sample.handled.map(({ act }) => act.commandId('notes'));
      expect(again).toBe(first);
      expect(new Set([first, otherKey, otherCaller]).size).toBe(3);
      expect(server.sample.handled[0]?.act.commandId('another')).not.toBe(first);
    });

    it('hashes the canonical form of the body, whatever its spelling', async () => {
      await write('{"text":"记录","manner":"loud"}');
      await write('{ "manner" : "loud", "text":"\\u8bb0\\u5f55" }');
      await write({ text: '记录', manner: 'quiet' });
      const [one, other, different] = server.sample.handled.map(({ act }) => act.bodyHash);
      expect(other).toBe(one);
      expect(different).not.toBe(one);
    });

    it('hands the body on as plain JSON', async () => {
      await write({ text: 'a', items: [{ title: 'b', fen: 1 }] });
      const body = server.sample.handled[0]?.body;
      expect(body).toEqual({ text: 'a', items: [{ title: 'b', fen: 1 }] });
      expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
    });
  });

  describe('a body', () => {
    it.each<[string, string, number, string]>([
      ['cut off', '{"text":"a"', 400, 'json.malformed'],
      ['with a trailing comma', '{"text":"a",}', 400, 'json.malformed'],
      ['with a byte order mark', '\ufeff{"text":"a"}', 400, 'json.malformed'],
      ['that is a list', '[]', 422, 'input.invalid'],
      ['with a name twice', '{"text":"a","text":"b"}', 422, 'input.invalid'],
      ['with a NUL', '{"text":"a\\u0000"}', 422, 'input.invalid'],
      ['with half a character', '{"text":"\\ud800"}', 422, 'input.invalid'],
      ['with null in a list', '{"text":"a","items":[null]}', 422, 'input.invalid'],
      ['with __proto__', '{"text":"a","__proto__":{"x":1}}', 422, 'input.invalid'],
    ])('%s is refused', async (_what, body, status, code) => {
      const answer = await write(body);
      expect([answer.status, answer.body['code']]).toEqual([status, code]);
      expect(server.sample.handled).toEqual([]);
    });

    it('of all faults is told at once, each with its place', async () => {
      const answer = await write({
        text: ' ',
        on: '2023-02-30',
        occurredAt: '2023-09-11T09:00:00',
        manner: 'shy',
        items: [
          { title: 'x'.repeat(21), fen: 0.5 },
          { fen: -1, colour: 'red' },
        ],
        extra: 1,
      });
      expect(answer.status).toBe(422);
      const errors = answer.body['errors'] as { pointer: string; code: string; message: string }[];
      expect(Object.fromEntries(errors.map(({ pointer, code }) => [pointer, code]))).toEqual({
        '#/text': 'field.blank',
        '#/on': 'field.date',
        '#/occurredAt': 'field.instant',
        '#/manner': 'field.choice',
        '#/items/0/title': 'field.too-long',
        '#/items/0/fen': 'field.money',
        '#/items/1/title': 'field.missing',
        '#/items/1/fen': 'field.too-small',
        '#/items/1/colour': 'field.unknown',
        '#/extra': 'field.unknown',
      });
      expect(errors.find(({ pointer }) => pointer === '#/text')?.message).toBe('不能为空');
    });

    it('of any content is answered, and never with a fault of ours', async () => {
      const names = ['text', 'items', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length', ''];
      const { value: anything } = fc.letrec((tie) => ({
        value: fc.oneof(
          { depthSize: 'small' },
          fc.constantFrom('a', '', '2023-09-11', 1, -1, 0.5, true, null),
          fc.array(tie('value'), { maxLength: 3 }),
          fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 4 }),
        ),
      }));
      await fc.assert(
        fc.asyncProperty(fc.dictionary(fc.constantFrom(...names, 'on', 'manner'), anything), async (body) => {
          const answer = await write(body);
          expect([201, 422]).toContain(answer.status);
        }),
        { numRuns: 400 },
      );
    });

    it('has to be JSON by its name, and not compressed', async () => {
      const form = await write('text=a', { ...KEY, 'content-type': 'application/x-www-form-urlencoded' });
      expect([form.status, form.body['code']]).toEqual([415, 'body.media-type']);
      const packed = await write('{}', { ...KEY, 'content-encoding': 'gzip' });
      expect([packed.status, packed.body['code']]).toEqual([415, 'body.media-type']);
    });

    it('may be missing where an act says everything by its name', async () => {
      const answer = await server.call('/decision/v1/notes/x/approval', {
        method: 'POST',
        as: 'head-1',
        headers: { ...KEY, 'if-match': '"5"' },
      });
      expect(answer.status).toBe(201);
      // of the canonical {}
      expect(server.sample.handled[0]?.act.bodyHash).toBe(
        '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
      );
    });

    it('over 1 MiB is refused', async () => {
      const answer = await write({ text: 'x'.repeat(1024 * 1024) });
      expect([answer.status, answer.body['code']]).toEqual([413, 'body.too-large']);
    });

    it('that never ends is cut off', async () => {
      const token = await server.issuer.tokenFor('officer-1');
      const status = await new Promise<number | undefined>((resolve) => {
        const sent = rawRequest(`${server.url}/decision/v1/notes`, {
          method: 'POST',
          headers: { ...KEY, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        });
        const pump = setInterval(() => sent.write(Buffer.alloc(256 * 1024, ' ')), 5);
        const end = (code: number | undefined) => {
          clearInterval(pump);
          sent.destroy();
          resolve(code);
        };
        sent.once('response', (response) => end(response.statusCode));
        sent.once('error', () => end(undefined));
      });
      expect([413, undefined]).toContain(status);
      expect(server.sample.handled).toEqual([]);
    });
  });

  describe('If-Match', () => {
    const approve = (headers: Record<string, string>, what = 'x') =>
      server.call(`/decision/v1/notes/${what}/approval`, { as: 'head-1', body: {}, headers: { ...KEY, ...headers } });

    it('has to be there for an act', async () => {
      const answer = await approve({});
      expect([answer.status, answer.body['code']]).toEqual([428, 'precondition.required']);
    });

    it.each(['"4"', 'W/"5"', '"abc"', '"05"'])('%s is stale; the answer names the version that stands', async (tag) => {
      const answer = await approve({ 'if-match': tag });
      expect([answer.status, answer.body['code']]).toEqual([412, 'precondition.stale']);
      expect(answer.headers.get('etag')).toBe('"5"');
    });

    it.each(['5', '*', '"4", "5"', '"5'])('%s is not read', async (tag) => {
      const answer = await approve({ 'if-match': tag });
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({
        code: 'header.invalid',
        errors: [{ header: 'If-Match', code: 'field.format' }],
      });
    });

    it('that fits lets the act through', async () => {
      const answer = await approve({ 'if-match': '"5"' });
      expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"6"']);
    });
  });

  describe('a read', () => {
    it('takes typed query parameters and refuses others', async () => {
      const good = await server.call('/decision/v1/notes?limit=5', { as: 'auditor-1' });
      expect(good.body).toMatchObject({ limit: 5, actor: { id: 'auditor-1', roles: ['auditor'] }, now: NOW });
      expect(good.headers.get('fajiao-position')).toBe(POSITION);
      const bad = await server.call('/decision/v1/notes?limit=0&colour=red', { as: 'auditor-1' });
      expect(bad.status).toBe(422);
      expect(bad.body['errors']).toMatchObject([
        { parameter: 'colour', code: 'field.unknown' },
        { parameter: 'limit', code: 'field.too-small' },
      ]);
    });

    it.each(['limit=1&limit=2', 'limit[a]=1', 'limit=', 'limit=1e3', '%FF=1'])('refuses ?%s', async (query) => {
      expect((await server.call(`/decision/v1/notes?${query}`, { as: 'auditor-1' })).status).toBe(422);
    });

    it.each(['constructor=x', '__proto__=x', 'toString=1'])('drops ?%s, which every object has', async (query) => {
      const answer = await server.call(`/decision/v1/notes?${query}`, { as: 'auditor-1' });
      expect([answer.status, answer.body['limit']]).toEqual([200, 20]);
    });

    it('refuses a path parameter of another form', async () => {
      const answer = await server.call('/decision/v1/notes/abc', { as: 'officer-1' });
      expect(answer.status).toBe(422);
      expect(answer.body['errors']).toMatchObject([{ parameter: 'id', code: 'field.uuid' }]);
    });

    it('refuses a date that is none', async () => {
      const good = await server.call(`/decision/v1/notes/${ID}?on=2024-02-29`, { as: 'officer-1' });
      expect(good.body['on']).toBe('2024-02-29');
      const bad = await server.call(`/decision/v1/notes/${ID}?on=2023-02-29`, { as: 'officer-1' });
      expect(bad.body).toMatchObject({ status: 422, errors: [{ parameter: 'on', code: 'field.date' }] });
    });

    it('carries the ETag of the version', async () => {
      const answer = await server.call(`/decision/v1/notes/${ID}`, { as: 'officer-1' });
      expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"5"']);
    });

    it('carries no ETag that is not a version', async () => {
      const answer = await server.call('/decision/public');
      expect(answer.headers.get('etag')).toBeNull();
    });

    it('passes when the position that it asks for is reached', async () => {
      const headers = { 'fajiao-min-position': POSITION };
      expect((await server.call('/decision/v1/notes', { as: 'officer-1', headers })).status).toBe(200);
    });

    it('waits five seconds for the position, and then says that the read model is behind', async () => {
      server.sample.reached = false;
      const start = Date.now();
      const headers = { 'fajiao-min-position': POSITION };
      const answer = await server.call('/decision/v1/notes', { as: 'officer-1', headers });
      expect([answer.status, answer.body['code']]).toEqual([503, 'projection.behind']);
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(Date.now() - start).toBeGreaterThan(4_900);
    });

    it('refuses a position of another form', async () => {
      const headers = { 'fajiao-min-position': '7' };
      const answer = await server.call('/decision/v1/notes', { as: 'officer-1', headers });
      expect(answer.body).toMatchObject({ status: 400, errors: [{ header: 'Fajiao-Min-Position' }] });
    });
  });

  describe('Fajiao-Demo-Time', () => {
    const headers = { 'fajiao-demo-time': '2022-01-01T08:00:00+08:00' };

    it('is refused outside demonstration mode', async () => {
      const answer = await server.call('/decision/v1/notes', { as: 'officer-1', headers });
      expect([answer.status, answer.body['code']]).toEqual([400, 'demo-time.not-allowed']);
    });

    it('is the clock of the request in demonstration mode, while tokens age on the real one', async () => {
      const demo = await startSample({ DEMO_MODE: 'true' });
      const answer = await demo.call('/decision/v1/notes', { as: 'officer-1', headers });
      expect(answer.body['now']).toBe('2022-01-01T00:00:00.000Z');
      const bad = await demo.call('/decision/v1/notes', { as: 'officer-1', headers: { 'fajiao-demo-time': 'now' } });
      expect(bad.body).toMatchObject({ status: 400, errors: [{ header: 'Fajiao-Demo-Time', code: 'field.instant' }] });
      await demo.close();
    });
  });

  it('is told apart in the log by a correlation id, which only a UUID can be given as', async () => {
    const given = await server.call('/health/live', { headers: { 'x-correlation-id': ID } });
    expect(given.headers.get('x-correlation-id')).toBe(ID);
    const named = await server.call('/health/live', { headers: { 'x-correlation-id': 'zhang-san' } });
    expect(named.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
