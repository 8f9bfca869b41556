import { type SampleServer, startSample } from '../testing/sample-app.fixture.spec';
import { POSITION } from '../testing/sample-context.fixture.spec';

describe('health', () => {
  let server: SampleServer;
  beforeEach(async () => {
    server = await startSample();
  });
  afterEach(() => server.close());

  it('is live as long as it answers', async () => {
    expect((await server.call('/health/live')).body).toEqual({ status: 'ok' });
  });

  it('is ready when every check is, and shows where projections stand', async () => {
    server.sample.checks.push({ name: 'database', check: () => Promise.resolve({ status: 'ok' }) });
    const answer = await server.call('/health/ready');
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        status: 'ok',
        checks: {
          accepting: { status: 'ok' },
          database: { status: 'ok' },
          'projections of decision': { status: 'ok' },
        },
        projections: { decision: [{ name: 'notes', position: POSITION, lag: 3, parked: 0 }] },
      },
    ]);
  });

  it('serves on with a warning', async () => {
    server.sample.checks.push({
      name: 'calendar',
      check: () => Promise.resolve({ status: 'warn', note: 'ends soon' }),
    });
    const answer = await server.call('/health/ready');
    expect([answer.status, answer.body['status']]).toEqual([200, 'warn']);
  });

  it('is not ready when a check fails, rejects or does not answer', async () => {
    server.sample.checks.push(
      { name: 'store', check: () => Promise.reject(new Error('refused for "张三"')) },
      { name: 'slow', check: () => new Promise(() => undefined) },
    );
    const answer = await server.call('/health/ready');
    expect(answer.status).toBe(503);
    expect(answer.body['checks']).toMatchObject({
      store: { status: 'fail', note: 'refused for …' },
      slow: { status: 'fail' },
    });
  });

  it('says when everything has arrived', async () => {
    expect((await server.call('/health/settled')).status).toBe(200);
    server.sample.settled = false;
    const answer = await server.call('/health/settled');
    expect([answer.status, answer.body]).toEqual([503, { settled: false }]);
  });

  it('tells Prometheus of requests, refusals and projections', async () => {
    await server.call('/decision/public');
    await server.call('/decision/v1/notes', { as: 'clerk-1', body: {} });
    const { text, headers } = await server.call('/metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toContain(
      'fajiao_http_request_duration_seconds_count{operation="decision.publicNotes",method="GET",status="200"} 1',
    );
    expect(text).toContain('fajiao_refusals_total{operation="decision.writeNote",code="role.not-allowed"} 1');
    expect(text).toContain('fajiao_projection_lag_events{context="decision",projection="notes"} 3');
    expect(text).toContain('fajiao_process_cpu_seconds_total');
  });
});
