import { Agent, get, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { bootstrap, type Running } from './index';
import { sampleParts } from './testing/sample-app.fixture.spec';

const NOTE = JSON.stringify({ text: 'a' });

/** Sends a note; resolves with the status when the answer has come. */
async function post(url: string, token: string, agent?: Agent): Promise<{ status: number; connection: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/decision/v1/notes`, {
      method: 'POST',
      ...(agent && { agent }),
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'k', 'content-type': 'application/json' },
    });
    sent.once('error', reject);
    sent.once('response', (response) => {
      response.resume();
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, connection: response.headers.connection ?? '' }),
      );
    });
    sent.end(NOTE);
  });
}

describe('a process', () => {
  let parts: Awaited<ReturnType<typeof sampleParts>>;
  let running: Running;
  let token: string;
  let closed: string[];

  async function start(environment: Record<string, string> = {}) {
    parts = await sampleParts({ PORT: '0', HOST: '127.0.0.1', ...environment });
    token = (await parts.issuer.tokenFor('officer-1')) ?? '';
    closed = [];
    const onClosed = () => Promise.resolve(void closed.push('store'));
    running = await bootstrap(parts.module, { onClosed });
  }

  afterEach(async () => {
    await running.stop();
    parts.dispose();
  });

  it('finishes what it has accepted, takes nothing new, and closes what it stood on last', async () => {
    await start();
    let release = () => undefined as void;
    const begun = new Promise<void>((begin) => {
      parts.sample.during = () =>
        new Promise((resolve) => {
          release = resolve;
          begin();
        });
    });
    const agent = new Agent({ keepAlive: true });
    const answer = post(running.url, token, agent);
    await begun;

    process.emit('SIGTERM', 'SIGTERM');
    await sleep(50);
    await expect(post(running.url, token)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(closed).toEqual([]);

    release();
    expect((await answer).status).toBe(201);
    await running.stopped;
    expect(closed).toEqual(['store']);
    agent.destroy();
  });

  it('gives up on what does not end in time', async () => {
    await start({ SHUTDOWN_SECONDS: '1' });
    parts.sample.during = () => new Promise(() => undefined);
    const answer = post(running.url, token).catch((error: unknown) => error);
    await sleep(100);
    const begin = Date.now();
    await running.stop();
    expect(Date.now() - begin).toBeLessThan(3_000);
    expect(await answer).toMatchObject({ code: 'ECONNRESET' });
    expect(parts.lines.join('')).toContain('some requests have not been answered');
  });

  it('that finds its port taken says so, and leaves nothing open', async () => {
    await start();
    const port = new URL(running.url).port;
    const second = await sampleParts({ PORT: port, HOST: '127.0.0.1' });
    const onClosed = () => Promise.resolve(void closed.push('second store'));
    await expect(bootstrap(second.module, { onClosed })).rejects.toThrow(`PORT ${port} is used by another process`);
    expect(closed).toEqual(['second store']);
    second.dispose();
  });

  it('does not wait for connections that nobody uses', async () => {
    await start();
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve) =>
      get(`${running.url}/health/live`, { agent }, (response) => response.resume().once('end', resolve)),
    );
    const begin = Date.now();
    await running.stop();
    expect(Date.now() - begin).toBeLessThan(1_000);
    agent.destroy();
  });

  it('logs each request by operation, without who asked or what was sent', async () => {
    await start();
    parts.lines.length = 0;
    await post(running.url, token);
    const lines = parts.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([
      { level: 'info', method: 'POST', operation: 'decision.writeNote', status: 201, msg: 'request' },
    ]);
    expect(Object.keys(lines[0] ?? {}).sort()).toEqual([
      'correlationId',
      'level',
      'method',
      'milliseconds',
      'msg',
      'operation',
      'status',
      'time',
    ]);
  });
});
