import { signMessage } from '../index';
import { NOW, type SampleServer, startSample } from '../testing/sample-app.fixture.spec';

describe('who may do what', () => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await startSample();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.sample.recorded.length = 0;
    server.sample.handled.length = 0;
    server.sample.recorderFails = false;
  });

  it('asks for a token before it looks at anything else', async () => {
    const answer = await server.call('/decision/v1/notes', { body: '{ no json', headers: { 'fajiao-demo-time': 'x' } });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ code: 'token.missing', status: 401 });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(server.sample.recorded).toEqual([]);
  });

  it.each(['Bearer abc', 'Bearer a.b.c', 'Basic YTpi', 'Bearer'])('refuses %s', async (authorization) => {
    const answer = await server.call('/decision/v1/notes', { headers: { authorization } });
    expect(answer.status).toBe(401);
  });

  it('refuses a person with roles of both sides, and records it where the operation writes', async () => {
    const read = await server.call('/decision/v1/notes', { as: 'both-1' });
    expect([read.status, read.body['code'], server.sample.recorded.length]).toEqual([403, 'identity.both-sides', 0]);
    const write = await server.call('/decision/v1/notes/x/approval', { as: 'both-1', body: {} });
    expect([write.status, write.body['code'], write.body['source']]).toEqual([403, 'identity.both-sides', 'APL-67']);
    expect(server.sample.recorded).toHaveLength(1);
  });

  it('refuses another role, and records the refusal before it answers', async () => {
    const answer = await server.call('/decision/v1/notes/abc/approval?x=y', {
      as: 'officer-1',
      body: ' {"b":1, "a":2}',
      headers: { 'accept-language': 'en' },
    });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({
      code: 'role.not-allowed',
      codes: ['role.not-allowed'],
      source: 'profile',
      title: 'Not allowed',
      detail: 'None of your roles may do this',
    });
    expect(server.sample.handled).toEqual([]);
    expect(server.sample.recorded).toEqual([
      {
        operation: 'decision.approveNote',
        target: '/decision/v1/notes/abc/approval',
        params: { what: 'abc' },
        actor: { id: 'officer-1', roles: ['officer'], certificateNo: 'DEV-001' },
        ground: { code: 'role.not-allowed', source: 'profile' },
        // of the canonical {"a":2,"b":1}
        bodyHash: 'd3626ac30a87e6f7a6428233b3c68299976865fa5508e4267c5415c76af7a772',
        at: NOW,
        correlationId: answer.body['correlationId'],
      },
    ]);
  });

  it('names the wall as the source when a role of the other side tries', async () => {
    const answer = await server.call('/decision/v1/notes', { as: 'clerk-1', body: {} });
    expect([answer.status, answer.body['source']]).toEqual([403, 'APL-67']);
  });

  it('records a role refusal even for headers and a body that make no sense, because the role comes first', async () => {
    const headers = { 'fajiao-demo-time': 'x', 'if-match': 'x' };
    const answer = await server.call('/decision/v1/notes', { as: 'clerk-1', body: '{ no json', headers });
    expect(answer.status).toBe(403);
    expect(server.sample.recorded[0]?.bodyHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('answers 503 when the refusal cannot be recorded', async () => {
    server.sample.recorderFails = true;
    const answer = await server.call('/decision/v1/notes', { as: 'clerk-1', body: {} });
    expect([answer.status, answer.body['code']]).toEqual([503, 'store.unavailable']);
    expect(answer.headers.get('retry-after')).toBe('2');
  });

  it('does not record what only reads', async () => {
    expect((await server.call('/decision/v1/notes', { as: 'editor-1' })).status).toBe(403);
    expect(server.sample.recorded).toEqual([]);
  });

  it('asks nobody who they are on a public route', async () => {
    const answer = await server.call('/decision/public', { headers: { authorization: 'Bearer rubbish' } });
    expect([answer.status, answer.body]).toEqual([200, { actor: 'public' }]);
  });

  it('counts public requests by address', async () => {
    const limited = await startSample({ PUBLIC_REQUESTS_PER_MINUTE: '2' });
    const statuses = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await limited.call('/decision/public')).status);
    expect(statuses).toEqual([200, 200, 429]);
    const answer = await limited.call('/decision/public');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await limited.call('/health/live')).status).toBe(200);
    await limited.close();
  });

  describe('a bank', () => {
    const PATH = '/decision/v1/banks/bank-a/messages';
    const BODY = '{"title":"x","fen":100}';
    const seconds = () => Math.floor(Date.now() / 1000);

    function signed(bytes: string, changes: { bank?: string; time?: number; secret?: Buffer } = {}) {
      const time = changes.time ?? seconds();
      const secret = changes.secret ?? server.banks.get(changes.bank ?? 'bank-a')?.[0] ?? Buffer.alloc(0);
      return {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(time),
        'webhook-signature': signMessage(secret, 'msg_1', time, Buffer.from(bytes)),
      };
    }

    it('is whoever signs the bytes with its secret', async () => {
      const answer = await server.call(PATH, { body: BODY, headers: signed(BODY) });
      expect([answer.status, answer.body]).toEqual([201, { from: 'bank:bank-a' }]);
      expect(server.sample.handled[0]?.act.actor).toEqual({ id: 'bank:bank-a', roles: ['bank'] });
    });

    it.each<[string, string, () => Record<string, string>]>([
      ['without a signature', 'callback.signature-missing', () => ({})],
      ['with another body', 'callback.signature-invalid', () => signed(BODY.replace('100', '1000'))],
      ['with a space more', 'callback.signature-invalid', () => signed(`${BODY} `)],
      ["with another bank's secret", 'callback.signature-invalid', () => signed(BODY, { bank: 'bank-b' })],
      ['that is too old', 'callback.timestamp-outside', () => signed(BODY, { time: seconds() - 400 })],
      ['from the future', 'callback.timestamp-outside', () => signed(BODY, { time: seconds() + 400 })],
    ])('is refused a message %s', async (_how, code, headers) => {
      const answer = await server.call(PATH, { body: BODY, headers: headers() });
      expect([answer.status, answer.body['code']]).toEqual([401, code]);
      expect(server.sample.handled).toEqual([]);
    });

    it('that nobody knows is refused like a wrong signature', async () => {
      const answer = await server.call(PATH.replace('bank-a', 'bank-z'), { body: BODY, headers: signed(BODY) });
      expect([answer.status, answer.body['code']]).toEqual([401, 'callback.signature-invalid']);
    });

    it('may not send more than 64 KiB', async () => {
      const body = JSON.stringify({ title: 'x'.repeat(64 * 1024), fen: 1 });
      const answer = await server.call(PATH, { body, headers: signed(body) });
      expect([answer.status, answer.body['code']]).toEqual([413, 'body.too-large']);
    });

    it('may ask as well, by signing an empty message', async () => {
      const path = `${PATH}/A20231008000117`;
      expect((await server.call(path, { headers: signed('') })).body).toEqual({ from: 'bank:bank-a' });
      expect((await server.call(path, { headers: signed('', { bank: 'bank-b' }) })).status).toBe(401);
    });

    it('cannot be played by a person, and the attempt is recorded', async () => {
      const answer = await server.call(PATH, { as: 'officer-1', body: BODY, headers: signed(BODY) });
      expect([answer.status, answer.body['code']]).toEqual([403, 'role.not-allowed']);
      expect(server.sample.recorded.map(({ operation }) => operation)).toEqual(['decision.receive']);
    });
  });
});
