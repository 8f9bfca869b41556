import { randomUUID } from 'node:crypto';
import {
  ANY,
  type AppendExpectedRevision,
  type AppendResult,
  EventStoreDBClient,
  jsonEvent,
  NO_STREAM,
  STREAM_EXISTS,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { type EventStoreServer, startEventStoreServer } from '.';

/**
 * What a node of EventStoreDB 23.10 answers to appends, by the client alone. With EVENTSTORE_URL the same tables run
 * against that node, which is how the in-repo server is kept honest.
 */
const external = process.env.EVENTSTORE_URL;
const PATHS = [
  ['unary', { credentials: { username: 'nobody', password: 'insecure' } }],
  ['batch', {}],
] as const;

let server: EventStoreServer | undefined;
let client: EventStoreDBClient;

beforeAll(async () => {
  if (!external) server = await startEventStoreServer();
  client = EventStoreDBClient.connectionString(external ?? server?.url ?? '');
});

afterAll(async () => {
  await client.dispose();
  await server?.stop();
});

type State = 'absent' | 'at 2' | 'soft-deleted' | 'tombstoned';

const fresh = (count: number) =>
  Array.from({ length: count }, () => jsonEvent({ id: randomUUID(), type: 'Filed', data: { n: 1 } }));

async function streamIn(state: State): Promise<string> {
  const stream = `table-${randomUUID()}`;
  if (state === 'absent') return stream;
  await client.appendToStream(stream, fresh(3), { expectedRevision: NO_STREAM });
  if (state === 'soft-deleted') await client.deleteStream(stream);
  if (state === 'tombstoned') await client.tombstoneStream(stream);
  return stream;
}

async function answerOf(append: Promise<AppendResult>): Promise<string> {
  try {
    return `ok ${(await append).nextExpectedRevision}`;
  } catch (error) {
    if (error instanceof WrongExpectedVersionError) return `wrong ${error.actualVersion}`;
    if (error instanceof StreamDeletedError) return 'deleted';
    throw error;
  }
}

async function idsIn(stream: string): Promise<string[]> {
  const ids: string[] = [];
  try {
    for await (const { event } of client.readStream(stream)) if (event) ids.push(event.id);
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error;
  }
  return ids;
}

describe.each(PATHS)('expected by actual state, %s appends', (_path, options) => {
  const table: readonly [string, AppendExpectedRevision, Readonly<Record<State, string>>][] = [
    ['no stream', NO_STREAM, { absent: 'ok 0', 'at 2': 'wrong 2', 'soft-deleted': 'ok 3', tombstoned: 'deleted' }],
    [
      'stream exists',
      STREAM_EXISTS,
      { absent: 'wrong no_stream', 'at 2': 'ok 3', 'soft-deleted': 'deleted', tombstoned: 'deleted' },
    ],
    ['any', ANY, { absent: 'ok 0', 'at 2': 'ok 3', 'soft-deleted': 'ok 3', tombstoned: 'deleted' }],
    ['current', 2n, { absent: 'wrong no_stream', 'at 2': 'ok 3', 'soft-deleted': 'ok 3', tombstoned: 'deleted' }],
    ['lower', 1n, { absent: 'wrong no_stream', 'at 2': 'wrong 2', 'soft-deleted': 'wrong 2', tombstoned: 'deleted' }],
    ['higher', 9n, { absent: 'wrong no_stream', 'at 2': 'wrong 2', 'soft-deleted': 'wrong 2', tombstoned: 'deleted' }],
  ];
  const cells = table.flatMap(([name, expected, answers]) =>
    Object.entries(answers).map(([state, answer]) => [name, state as State, answer, expected] as const),
  );

  it.each(cells)('%s on a stream %s: %s', async (_name, state, answer, expectedRevision) => {
    const stream = await streamIn(state);

    await expect(answerOf(client.appendToStream(stream, fresh(1), { expectedRevision, ...options }))).resolves.toBe(
      answer,
    );
  });

  it('takes revision 2^64-1 as "no stream"', async () => {
    const expectedRevision = 2n ** 64n - 1n;

    const answer = answerOf(
      client.appendToStream(await streamIn('absent'), fresh(1), { expectedRevision, ...options }),
    );

    await expect(answer).resolves.toBe('ok 0');
  });

  it('shows only the new event after a soft-deleted stream was written to again', async () => {
    const stream = await streamIn('soft-deleted');
    const [event] = fresh(1);

    await client.appendToStream(stream, event ? [event] : [], { expectedRevision: NO_STREAM, ...options });

    await expect(idsIn(stream)).resolves.toEqual([event?.id]);
  });

  it('answers an empty append and makes no stream', async () => {
    const stream = await streamIn('absent');

    await expect(
      answerOf(client.appendToStream(stream, [], { expectedRevision: NO_STREAM, ...options })),
    ).resolves.toBe('ok 0');

    await expect(idsIn(stream)).resolves.toEqual([]);
  });
});

describe.each(PATHS)('repetitions, %s appends; b was written to a new stream, c after it', (_path, options) => {
  const b = () => fresh(3);
  const c = () => fresh(2);

  async function written(): Promise<{ stream: string; b: ReturnType<typeof b>; c: ReturnType<typeof c> }> {
    const held = { stream: `table-${randomUUID()}`, b: b(), c: c() };
    await client.appendToStream(held.stream, held.b, { expectedRevision: NO_STREAM, ...options });
    await client.appendToStream(held.stream, held.c, { expectedRevision: 2n, ...options });
    return held;
  }

  type Held = Awaited<ReturnType<typeof written>>;
  type Repetition = [string, AppendExpectedRevision, (held: Held) => ReturnType<typeof fresh>, string, number];
  const at = <T>(list: readonly T[], ...indexes: number[]): T[] => indexes.map((index) => list[index] as T);
  const repetitions: Repetition[] = [
    ['b at "no stream"', NO_STREAM, (held) => held.b, 'ok 2', 5],
    ['c at 2', 2n, (held) => held.c, 'ok 4', 5],
    ['the first of b', NO_STREAM, (held) => at(held.b, 0, 1), 'ok 1', 5],
    ['b and c in one', NO_STREAM, (held) => [...held.b, ...held.c], 'ok 4', 5],
    ['b, c and a new one', NO_STREAM, (held) => [...held.b, ...held.c, ...fresh(1)], 'wrong 4', 5],
    ['the first of b and new ones', NO_STREAM, (held) => [...at(held.b, 0), ...fresh(2)], 'wrong 4', 5],
    ['a new one and the rest of b', NO_STREAM, (held) => [...fresh(1), ...at(held.b, 1, 2)], 'wrong 4', 5],
    ['b with its first two exchanged', NO_STREAM, (held) => at(held.b, 1, 0, 2), 'wrong 4', 5],
    ['b with its last two exchanged', NO_STREAM, (held) => at(held.b, 0, 2, 1), 'wrong 4', 5],
    [
      'b with other content',
      NO_STREAM,
      (held) => held.b.map((event) => ({ ...event, type: 'Other', data: { n: 2 } })),
      'ok 2',
      5,
    ],
    ['b at a later revision', 0n, (held) => held.b, 'wrong 4', 5],
    ['c at the refreshed revision, which writes it twice', 4n, (held) => held.c, 'ok 6', 7],
    ['b at "any"', ANY, (held) => held.b, 'ok 2', 5],
    ['b at "stream exists"', STREAM_EXISTS, (held) => held.b, 'ok 2', 5],
    ['a new one and one of b at "any"', ANY, (held) => [...fresh(1), ...at(held.b, 1)], 'ok 6', 7],
  ];

  it.each(repetitions)('%s', async (_name, expectedRevision, batch, answer, events) => {
    const held = await written();

    const repeated = client.appendToStream(held.stream, batch(held), { expectedRevision, ...options });

    await expect(answerOf(repeated)).resolves.toBe(answer);
    await expect(idsIn(held.stream)).resolves.toHaveLength(events);
  });

  it('a repetition is answered with its first position', async () => {
    const stream = `table-${randomUUID()}`;
    const batch = b();
    const first = await client.appendToStream(stream, batch, { expectedRevision: NO_STREAM, ...options });

    const again = await client.appendToStream(stream, batch, { expectedRevision: NO_STREAM, ...options });

    expect(again.position).toEqual(first.position);
  });

  it('the same content under the same ids is not compared: what was written first stays', async () => {
    const {
      stream,
      b: [event],
    } = await written();

    const other = event ? [{ ...event, data: { n: 99 } }] : [];
    await client.appendToStream(stream, other, { expectedRevision: NO_STREAM, ...options });

    for await (const { event: stored } of client.readStream(stream, { maxCount: 1 })) {
      expect(stored?.data).toEqual({ n: 1 });
    }
  });

  it('ids are not global: b is written to another stream too', async () => {
    const held = await written();

    const elsewhere = client.appendToStream(`table-${randomUUID()}`, held.b, {
      expectedRevision: NO_STREAM,
      ...options,
    });

    await expect(answerOf(elsewhere)).resolves.toBe('ok 2');
  });

  it('b at "any", whose ids were first used in another stream, is written again and again', async () => {
    const held = await written();
    const stream = `table-${randomUUID()}`;
    const append = () => answerOf(client.appendToStream(stream, held.b, { expectedRevision: ANY, ...options }));

    expect([await append(), await append()]).toEqual(['ok 2', 'ok 5']);
  });

  it('one id twice in a batch is written twice, and the repetition is not', async () => {
    const stream = `table-${randomUUID()}`;
    const [event] = fresh(1);
    const twice = event ? [event, event] : [];
    const append = () => answerOf(client.appendToStream(stream, twice, { expectedRevision: NO_STREAM, ...options }));

    expect([await append(), await append()]).toEqual(['ok 1', 'ok 1']);

    await expect(idsIn(stream)).resolves.toHaveLength(2);
  });

  it('b whose stream was soft-deleted since is answered, without a position, though nothing is there', async () => {
    const stream = `table-${randomUUID()}`;
    const batch = b();
    await client.appendToStream(stream, batch, { expectedRevision: NO_STREAM, ...options });
    await client.deleteStream(stream);

    const again = await client.appendToStream(stream, batch, { expectedRevision: NO_STREAM, ...options });

    expect([again.nextExpectedRevision, again.position]).toEqual([2n, undefined]);
    await expect(idsIn(stream)).resolves.toEqual([]);
  });

  it('b whose stream was tombstoned since is refused', async () => {
    const stream = `table-${randomUUID()}`;
    const batch = b();
    await client.appendToStream(stream, batch, { expectedRevision: NO_STREAM, ...options });
    await client.tombstoneStream(stream);

    await expect(
      answerOf(client.appendToStream(stream, batch, { expectedRevision: NO_STREAM, ...options })),
    ).resolves.toBe('deleted');
  });

  it('a batch out of order at "any" is never answered', async () => {
    const held = await written();
    const answer = answerOf(
      client.appendToStream(held.stream, at(held.b, 2, 0), { expectedRevision: ANY, deadline: 300, ...options }),
    ).catch(() => 'no answer');

    await expect(Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 600, 'no answer'))])).resolves.toBe(
      'no answer',
    );
  });
});
