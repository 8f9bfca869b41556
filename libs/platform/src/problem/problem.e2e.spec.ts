import { type SampleServer, startSample } from '../testing/sample-app.fixture.spec';

describe('problems', () => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await startSample();
  });
  afterAll(() => server.close());

  const approve = (what: string, headers: Record<string, string> = {}) =>
    server.call(`/decision/v1/notes/${what}/approval`, {
      as: 'head-1',
      body: {},
      headers: { 'idempotency-key': 'k', 'if-match': '"5"', ...headers },
    });

  it('tell every ground of a refusal, with its rule, in Chinese unless asked otherwise', async () => {
    const answer = await approve('late');
    expect(answer.status).toBe(409);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('content-language')).toBe('zh-CN');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toEqual({
      type: 'urn:fajiao:problem:note.too-late',
      title: '依法不予办理',
      status: 409,
      detail: '期限已于2023-12-11届满',
      code: 'note.too-late',
      correlationId: answer.headers.get('x-correlation-id'),
      codes: ['note.too-late', 'note.same-person'],
      source: 'APL-60',
      grounds: [
        {
          code: 'note.too-late',
          source: 'APL-60',
          message: '期限已于2023-12-11届满',
          detail: { due: '2023-12-11' },
        },
        { code: 'note.same-person', source: 'APL-57', message: '不得由同一人办理' },
      ],
    });
  });

  it('speak English to whoever asks for it', async () => {
    const answer = await approve('late', { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' });
    expect(answer.headers.get('content-language')).toBe('en');
    expect(answer.body).toMatchObject({ title: 'Refused by the rules', detail: 'The term ended on 2023-12-11' });
  });

  it.each<[string, number, string]>([
    ['missing', 404, 'resource.not-found'],
    ['other-content', 422, 'idempotency.other-content'],
    ['down', 503, 'store.unavailable'],
  ])('of the event store become answers: %s', async (what, status, code) => {
    const answer = await approve(what);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
    expect(answer.headers.has('retry-after')).toBe(status === 503);
  });

  it('that nobody expected tell nothing, and stand in the log without personal data', async () => {
    const answer = await approve('broken');
    expect([answer.status, answer.body['code']]).toEqual([500, 'server.fault']);
    expect(answer.text).not.toMatch(/张三|142201/);
    const log = server.lines.join('');
    expect(log).toContain('"operation":"decision.approveNote"');
    expect(log).toContain('NotesController.approve');
    expect(log).not.toMatch(/张三|142201/);
  });

  it("of a context are said in that context's words", async () => {
    const answer = await server.call('/decision/v1/notes/00000000-0000-4000-8000-000000000000', { as: 'officer-1' });
    expect(answer.body).toMatchObject({ status: 404, code: 'note.gone', detail: '没有这条记录' });
  });

  it.each(['/nowhere', '/decision/v1/nowhere', '/decision/v1/notes/%zz', '/'])(
    'meet whoever asks for %s',
    async (path) => {
      const answer = await server.call(path, { as: 'officer-1' });
      expect([400, 404]).toContain(answer.status);
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    },
  );
});
