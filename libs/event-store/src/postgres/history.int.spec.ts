import { contextAccesses } from '@fajiao/contracts';
import { migrate, type PostgresUnderTest, postgresUnderTest } from '../../../../test/contract/postgres-store';
import { all, everything, idsOf, newBatch, newEvent, newStream } from '../../../../test/contract/sample-events';
import type { EventStore } from '../port';
import { eventStoreSql } from './event-store-sql';

describe('the tables of the event store in PostgreSQL', () => {
  let under: PostgresUnderTest;
  let store: EventStore;
  beforeAll(async () => {
    under = await postgresUnderTest();
    store = await under.open('decision');
    await store.append('case-1', newBatch(3), 'none');
  });
  afterAll(() => under.close());

  it.each([
    `UPDATE events.event SET type = 'x'`,
    `UPDATE events.event SET type = 'x' WHERE false`,
    'DELETE FROM events.event',
    'TRUNCATE events.event',
    `UPDATE events.store SET id = gen_random_uuid()`,
    'DELETE FROM events.store',
    'TRUNCATE events.store',
    'DELETE FROM events.stream',
    'TRUNCATE events.stream',
    `INSERT INTO events.event OVERRIDING USER VALUE SELECT * FROM events.event`,
    `INSERT INTO events.event (number, stream, revision, batch_end, id, type, data, metadata) VALUES (1, 'case-2', 0, 0, gen_random_uuid(), 'T', '', '')`,
    `INSERT INTO events.store DEFAULT VALUES`,
  ])('refuse their owner: %s', async (statement) => {
    const before = await all(store.read('case-1'));
    await expect(under.admin.query(statement)).rejects.toThrow();
    expect(await all(store.read('case-1'))).toEqual(before);
  });

  it('number the events of a batch in its order, one number at a time', async () => {
    const batch = newBatch(30);
    await store.append(newStream(), batch, 'none');
    const { rows } = await under.admin.query<{ id: string; number: string }>(
      'SELECT id, number FROM events.event ORDER BY number',
    );
    expect(idsOf(rows).slice(-30)).toEqual(idsOf(batch));
    const numbers = rows.map(({ number }) => Number(number));
    expect(numbers.slice(-30)).toEqual(Array.from({ length: 30 }, (_, i) => (numbers.at(-30) ?? 0) + i));
    const { rows: sequences } = await under.admin.query(
      `SELECT cache_size FROM pg_sequences WHERE schemaname = 'events'`,
    );
    expect(sequences).toEqual([{ cache_size: '1' }]);
  });

  it('a conflict draws no number', async () => {
    const last = async () =>
      (await under.admin.query<{ last: string }>('SELECT last_value AS last FROM events.event_number_seq')).rows[0]
        ?.last;
    const before = await last();
    await expect(store.append('case-1', newBatch(2), 'none')).rejects.toThrow();
    await expect(store.append('case-1', newBatch(2), 9)).rejects.toThrow();
    expect(await last()).toBe(before);
  });

  it('show people the events as jsonb, and as text what jsonb cannot hold', async () => {
    const stream = newStream();
    await store.append(stream, [newEvent({ data: '{"fen":500000}' }), newEvent({ data: '{"a":"\\u0000"}' })], 'none');
    const { rows } = await under.admin.query(
      'SELECT data, metadata FROM events.readable WHERE stream = $1 ORDER BY number',
      [stream],
    );
    expect(rows).toMatchObject([
      { data: { fen: 500000 }, metadata: { schema: 1 } },
      { data: '{"a":"\\u0000"}', metadata: { schema: 1 } },
    ]);
  });

  it('are made once: a second migration keeps everything, and running stores go on', async () => {
    const audit = await under.open('audit');
    const before = await everything(audit);
    const prefix = new URL(under.urlOf('')).username;
    await migrate(under.admin, (login) => `${prefix}${login}`);
    expect(await everything(audit)).toEqual(before);
    const batch = newBatch(1);
    await store.append(newStream(), batch, 'none');
    expect(idsOf((await audit.readAll(before.at(-1)?.position, 9)).events)).toEqual(idsOf(batch));
  });

  it('a right that the table of accesses takes away is gone after the next migration', async () => {
    const { rows } = await under.admin.query<{ count: string }>(
      `SELECT count(*) FROM pg_proc WHERE pronamespace = 'events'::regnamespace AND proname LIKE 'append_as_%'`,
    );
    expect(rows[0]?.count).toBe(String(contextAccesses.filter(({ appends }) => appends.length > 0).length));
    const prefix = new URL(under.urlOf('')).username;
    const without = contextAccesses.map((access) => (access.login === 'worker' ? { ...access, appends: [] } : access));
    for (const sql of eventStoreSql(without, (login) => `${prefix}${login}`)) await under.admin.query(sql);
    const worker = await under.open('worker');
    await expect(worker.append('disclosure-1', newBatch(1), 'none')).rejects.toThrow('refused');
  });
});
