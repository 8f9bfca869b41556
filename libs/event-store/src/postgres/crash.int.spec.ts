import { eventStoreIn, type PostgresUnderTest } from '../../../../test/contract/postgres-store';
import { appendUntilKnown, idsOf, newBatch, newStream } from '../../../../test/contract/sample-events';
import { type PrivateServer, privateServer } from '../../../../test/support/postgres';
import type { EventStore, Position } from '../port';
import { tail } from '../tail';

const CRASHES = Number(process.env['EVENT_STORE_CRASHES'] ?? 2);
const WRITERS = 8;

describe('a PostgreSQL server that is killed in mid-load', () => {
  let server: PrivateServer;
  let under: PostgresUnderTest;
  beforeAll(async () => {
    server = await privateServer();
    under = await eventStoreIn(server.adminUrl, server.name, () => Promise.resolve());
  }, 60_000);
  afterAll(async () => {
    await under.close();
    await server.drop();
  }, 60_000);

  it(`${CRASHES} times: nothing acknowledged is lost, nothing is there twice, readers saw all of it in order`, async () => {
    const store = await under.open('decision');
    let crashing = true;
    const writing = Promise.all(
      Array.from({ length: WRITERS }, async () => {
        const stream = newStream();
        const written: string[] = [];
        while (crashing) {
          const batch = newBatch(2);
          const expected = written.length === 0 ? 'none' : written.length - 1;
          await appendUntilKnown(store, stream, batch, expected);
          written.push(...idsOf(batch));
        }
        return written;
      }),
    );
    const stop = new AbortController();
    const [audit, late] = [await under.open('audit'), await under.open('audit')];
    const reading = readUntil(audit, stop);

    for (let crash = 0; crash < CRASHES; crash++) {
      await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 500));
      server.kill();
      await server.restart();
    }
    crashing = false;
    const written = (await writing).flat();
    const [end] = newBatch(1);
    await appendUntilKnown(store, newStream(), [{ ...end, type: 'EndOfTest' }], 'none');

    const seen = await reading;
    expect([...seen.keys()].sort()).toEqual([...written, end.id].sort());
    expect([...(await readUntil(late, new AbortController()))]).toEqual([...seen]);
  }, 600_000);

  /** Ids and positions in the order of reading, up to the end of the test. */
  async function readUntil(store: EventStore, stop: AbortController): Promise<ReadonlyMap<string, Position>> {
    const seen = new Map<string, Position>();
    let last = '';
    for await (const item of tail(store, undefined, { signal: stop.signal, pageSize: 40 })) {
      if (item.kind !== 'event') continue;
      expect(seen.has(item.event.id)).toBe(false);
      expect(item.event.position > last).toBe(true);
      last = item.event.position;
      seen.set(item.event.id, item.event.position);
      if (item.event.type === 'EndOfTest') stop.abort();
    }
    return seen;
  }
});
