import { connect, createServer, type Server, type Socket } from 'node:net';
import { Client } from 'pg';
import { type PostgresUnderTest, postgresUnderTest } from '../../../../test/contract/postgres-store';
import { all, idsOf, newBatch, newStream } from '../../../../test/contract/sample-events';
import { OutcomeUnknown, StoreUnavailable } from '../errors';
import { openPostgresEventStore, type PostgresEventStore } from './postgres-event-store';

describe('the event store in PostgreSQL under faults', () => {
  let under: PostgresUnderTest;
  beforeAll(async () => {
    under = await postgresUnderTest();
  });
  afterAll(() => under.close());

  const expectUnavailable = async (store: PostgresEventStore) => {
    await expect(store.append(newStream(), newBatch(1), 'none')).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(all(store.read(newStream()))).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.last(newStream())).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.readAll(undefined, 1)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.woken(undefined, AbortSignal.timeout(1_000))).rejects.toBeInstanceOf(StoreUnavailable);
    await store.close();
  };

  it('no server: unavailable, nothing was sent', async () => {
    const url = new URL(under.urlOf('decision'));
    url.port = '1';
    await expectUnavailable(openPostgresEventStore({ url: url.toString(), login: 'decision' }));
  });

  it('a wrong password: unavailable', async () => {
    const url = new URL(under.urlOf('decision'));
    url.password = 'wrong';
    await expectUnavailable(openPostgresEventStore({ url: url.toString(), login: 'decision' }));
  });

  /** Ends or cancels the append that waits for a held one. */
  const interrupt = async (how: 'pg_terminate_backend' | 'pg_cancel_backend') => {
    for (let done = 0; done === 0;) {
      const { rowCount } = await under.admin.query(
        `SELECT ${how}(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      done = rowCount ?? 0;
    }
  };

  it.each([
    ['ended', 'pg_terminate_backend', OutcomeUnknown],
    ['cancelled', 'pg_cancel_backend', StoreUnavailable],
  ] as const)('an append that the server has %s: answered as such, and then sent again', async (_, how, failure) => {
    const store = openPostgresEventStore({ url: under.urlOf('decision'), login: 'decision' });
    const [stream, mine] = [newStream(), newBatch(2)];
    const held = await under.hold?.(stream, newBatch(1), 'none');
    const append = store.append(stream, mine, 'none');
    append.catch(() => undefined);
    await interrupt(how);
    await expect(append).rejects.toBeInstanceOf(failure);
    await held?.rollback();
    expect(await store.append(stream, mine, 'none')).toMatchObject({ revision: 1 });
    expect(idsOf(await all(store.read(stream)))).toEqual(idsOf(mine));
    await store.close();
  });

  it('an answer that is lost: unknown; the same append again has its first result', async () => {
    const proxy = await deafProxy(new URL(under.urlOf('decision')));
    const store = openPostgresEventStore({ url: proxy.url, login: 'decision', connections: 1 });
    const stream = newStream();
    const batch = newBatch(2);
    await store.append(newStream(), newBatch(1), 'none');
    proxy.swallowNextAnswer();
    await expect(store.append(stream, batch, 'none')).rejects.toBeInstanceOf(OutcomeUnknown);
    const direct = await under.open('decision');
    const written = await direct.last(stream);
    expect(written).toMatchObject({ revision: 1, id: batch[1]?.id });
    expect(await store.append(stream, batch, 'none')).toEqual({
      ...{ revision: 1, position: written?.position, isNew: false },
    });
    await store.close();
    await proxy.close();
  });

  it('health names the process that readers wait for, until it is gone', async () => {
    const store = openPostgresEventStore({ url: under.urlOf('audit'), login: 'audit' });
    const decision = await under.open('decision');
    const { next } = await store.readAll(undefined, 10_000);
    expect(store.health()).toEqual({});
    const held = await under.hold?.(newStream(), newBatch(1), 'none');
    const { rows } = await under.admin.query<{ pid: number }>(
      `SELECT split_part(transaction, ':', 1)::int AS pid FROM events.appender`,
    );
    await decision.append(newStream(), newBatch(1), 'none');
    expect((await store.readAll(next, 10)).events).toEqual([]);
    expect(store.health()).toEqual({ waitingFor: rows[0]?.pid });
    await held?.rollback();
    expect((await store.readAll(next, 10)).events).toHaveLength(1);
    expect(store.health()).toEqual({});
    await store.close();
  });

  it('a transaction that has appended may not idle for long, and commits to the disk, whatever the session says', async () => {
    const client = new Client({ connectionString: under.urlOf('decision') });
    await client.connect();
    await client.query(`SET synchronous_commit = off; BEGIN`);
    await client.query(
      `SELECT events.append_as_decision($1, -1, ARRAY[gen_random_uuid()], '{T}', ARRAY['{}'], ARRAY['{}'])`,
      [newStream()],
    );
    const shown = async (name: string) => (await client.query<Record<string, string>>(`SHOW ${name}`)).rows[0]?.[name];
    expect(await shown('synchronous_commit')).toBe('on');
    expect(await shown('idle_in_transaction_session_timeout')).toBe('10s');
    await client.query('COMMIT');
    expect(await shown('synchronous_commit')).toBe('off');
    await client.end();
  });

  it('refuses to read the global order where it could not see late appenders', async () => {
    const url = `${under.urlOf('audit')}?options=-c%20default_transaction_isolation=repeatable%5C%20read`;
    const store = openPostgresEventStore({ url, login: 'audit' });
    await expect(store.readAll(undefined, 10)).rejects.toBeInstanceOf(StoreUnavailable);
    await store.close();
  });
});

/** Stands between a client and the server; can cut the connection when the next answer comes. */
async function deafProxy(target: URL): Promise<{ url: string; swallowNextAnswer(): void; close(): Promise<void> }> {
  let swallow = false;
  const sockets = new Set<Socket>();
  const server: Server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.pipe(upstream);
    upstream.on('data', (bytes) => {
      if (!swallow) return client.write(bytes);
      swallow = false;
      client.destroy();
      upstream.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' && address ? address.port : 0);
  return {
    url: url.toString(),
    swallowNextAnswer: () => void (swallow = true),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
