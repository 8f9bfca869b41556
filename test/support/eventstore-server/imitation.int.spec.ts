import { randomUUID } from 'node:crypto';
import {
  AccessDeniedError,
  type AllStreamResolvedEvent,
  BACKWARDS,
  binaryEvent,
  END,
  EventStoreDBClient,
  jsonEvent,
  MaxAppendSizeExceededError,
  NO_STREAM,
  START,
  StreamDeletedError,
  StreamNotFoundError,
  streamNameFilter,
  TimeoutError,
  UnknownError,
} from '@eventstore/db-client';
import { selfSignedCertificate, type EventStoreServer, startEventStoreServer } from '.';

/** What else a node does, by the client alone; with EVENTSTORE_URL the same is asked of that node. */
const external = process.env.EVENTSTORE_URL;
const UNARY = { credentials: { username: 'nobody', password: 'insecure' } };
const MIB = 1024 * 1024;

let server: EventStoreServer | undefined;
let client: EventStoreDBClient;

beforeAll(async () => {
  if (!external) server = await startEventStoreServer();
  client = newClient();
});

afterAll(async () => {
  await client.dispose();
  await server?.stop();
});

const url = (): string => external ?? server?.url ?? '';
let clients = 0;

/** Clients of equal settings share a connection: each gets a setting of its own. */
const newClient = (): EventStoreDBClient =>
  EventStoreDBClient.connectionString(`${url()}&keepAliveInterval=${20_000 + clients++}`);

const newStream = (): string => `imitation-${randomUUID()}`;
const fresh = (count: number, data: Record<string, unknown> = {}) =>
  Array.from({ length: count }, () => jsonEvent({ type: 'Filed', data }));

async function written(count: number): Promise<string> {
  const stream = newStream();
  await client.appendToStream(stream, fresh(count), { expectedRevision: NO_STREAM, ...UNARY });
  return stream;
}

async function collected<T>(read: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of read) items.push(item);
  return items;
}

const revisions = async (stream: string, options: Parameters<EventStoreDBClient['readStream']>[1]) =>
  (await collected(client.readStream(stream, options))).map(({ event }) => Number(event?.revision));

async function positionsOf(stream: string) {
  return (await collected(client.readStream(stream))).flatMap(({ event }) => (event?.position ? [event.position] : []));
}

describe('sizes', () => {
  const textOf = (bytes: number) => ({ text: 'x'.repeat(bytes - '{"text":""}'.length) });

  it('data of 1 MiB are taken, a byte more is not', async () => {
    await client.appendToStream(newStream(), fresh(1, textOf(MIB)), UNARY);

    await expect(client.appendToStream(newStream(), fresh(1, textOf(MIB + 1)), UNARY)).rejects.toMatchObject({
      maxAppendSize: MIB,
    });
  });

  it('the data of a batch count together', async () => {
    const append = client.appendToStream(newStream(), fresh(2, textOf(MIB / 2 + 1)), UNARY);

    await expect(append).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
  });

  it('metadata do not count', async () => {
    const event = jsonEvent({ type: 'Filed', data: {}, metadata: textOf(3 * MIB) });

    await expect(client.appendToStream(newStream(), event, UNARY)).resolves.toMatchObject({ success: true });
  });

  it('a message of more than 16 MiB is not taken', async () => {
    const event = jsonEvent({ type: 'Filed', data: {}, metadata: textOf(17 * MIB) });
    // The client's own connection may be of no more use after this.
    const own = newClient();

    const fault: unknown = await own.appendToStream(newStream(), event, UNARY).catch((error: unknown) => error);

    // A busy node may miss the deadline instead.
    expect([8, 4]).toContain((fault as { code?: number }).code);
    await own.dispose();
  });

  it.each([
    ['an empty stream name', '', fresh(1)],
    ['an empty type', 'imitation-1', [jsonEvent({ type: '', data: {} })]],
    ['an id that is no UUID', 'imitation-1', [jsonEvent({ id: 'one', type: 'Filed', data: {} })]],
  ])('%s: an unknown error', async (_, stream, events) => {
    await expect(client.appendToStream(stream, events, UNARY)).rejects.toMatchObject({ code: 2 });
  });
});

describe('reading', () => {
  it('of a stream: inclusive, empty beyond the end, backwards from the end', async () => {
    const stream = await written(10);

    await expect(revisions(stream, { fromRevision: 7n })).resolves.toEqual([7, 8, 9]);
    await expect(revisions(stream, { fromRevision: 10n })).resolves.toEqual([]);
    await expect(revisions(stream, { direction: BACKWARDS, fromRevision: END, maxCount: 3 })).resolves.toEqual([
      9, 8, 7,
    ]);
    await expect(revisions(stream, { direction: BACKWARDS })).resolves.toEqual([0]);
    await expect(revisions(stream, { direction: BACKWARDS, fromRevision: 99n, maxCount: 1 })).resolves.toEqual([9]);
    await expect(revisions(stream, { fromRevision: END })).rejects.toBeInstanceOf(UnknownError);
    await expect(revisions(stream, { maxCount: 0 })).rejects.toBeInstanceOf(UnknownError);
  });

  it('of what is not there: not found by a message, destroyed by a status', async () => {
    const [deleted, destroyed] = [await written(1), await written(1)];
    await client.deleteStream(deleted);
    await client.tombstoneStream(destroyed);

    await expect(revisions(newStream(), {})).rejects.toBeInstanceOf(StreamNotFoundError);
    await expect(revisions(deleted, {})).rejects.toBeInstanceOf(StreamNotFoundError);
    await expect(revisions(destroyed, {})).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(revisions(destroyed, {})).rejects.toMatchObject({ code: 9, streamName: destroyed });
  });

  it('of all: forwards with the position, backwards without it, refused where no record begins', async () => {
    const [first, second, third] = await positionsOf(await written(3));
    if (!first || !second || !third) throw new Error('no positions');
    const commits = async (options: Parameters<EventStoreDBClient['readAll']>[0]) =>
      (await collected(client.readAll(options))).map(({ event }) => event?.position.commit);

    await expect(commits({ fromPosition: second, maxCount: 2 })).resolves.toEqual([second.commit, third.commit]);
    await expect(commits({ fromPosition: second, maxCount: 1, direction: BACKWARDS })).resolves.toEqual([first.commit]);
    await expect(commits({ fromPosition: { commit: second.commit, prepare: 0n }, maxCount: 1 })).resolves.toEqual([
      second.commit,
    ]);
    const between = { commit: second.commit + 1n, prepare: second.commit + 1n };
    await expect(commits({ fromPosition: between, maxCount: 1 })).rejects.toMatchObject({ code: 2 });
    const beyond = { commit: 2n ** 40n, prepare: 2n ** 40n };
    await expect(commits({ fromPosition: beyond, maxCount: 1 })).resolves.toEqual([]);
  });

  it('each event has a position of its own, commit and prepare are the same, and an append has that of its last', async () => {
    const stream = newStream();
    const { position } = await client.appendToStream(stream, fresh(7), UNARY);
    const positions = await positionsOf(stream);

    expect(new Set(positions.map(({ commit }) => commit)).size).toBe(7);
    expect(positions.every(({ commit, prepare }) => commit === prepare)).toBe(true);
    expect(positions.at(-1)).toEqual(position);
  });

  it('what the server writes for itself is in the log', async () => {
    const stream = await written(1);
    await client.tombstoneStream(stream);
    const events = await collected(client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 1 }));

    expect(events[0]?.event).toMatchObject({ type: '$streamDeleted', streamId: stream });
    const [start] = await collected(client.readAll({ fromPosition: START, maxCount: 1 }));
    expect(start?.event).toMatchObject({ type: '$metadata', streamId: '$$$scavenges' });
  });

  it('a link is an event of its own until it is resolved, and then has two positions', async () => {
    const [target, links] = [await written(2), newStream()];
    const link = binaryEvent({ type: '$>', data: Buffer.from(`1@${target}`) });
    const { position } = await client.appendToStream(links, link, UNARY);

    const [plain] = await collected(client.readStream(links));
    const [resolved] = await collected(client.readStream(links, { resolveLinkTos: true }));

    expect(plain?.event).toMatchObject({ type: '$>', position });
    expect(resolved?.event).toMatchObject({ streamId: target, revision: 1n });
    expect(resolved).toMatchObject({ link: { type: '$>', position }, commitPosition: position?.commit });
    await client.deleteStream(target);
    const [broken] = await collected(client.readStream(links, { resolveLinkTos: true }));
    expect(broken?.event).toBeUndefined();
    expect(broken?.link).toMatchObject({ position });
  });
});

describe('subscribing', () => {
  /** What a subscription says, in order, until it has said so many things. */
  async function heard(
    subscription: ReturnType<EventStoreDBClient['subscribeToAll']>,
    things: number,
    act?: () => unknown,
  ) {
    const said: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const say = (thing: string): void => void (said.push(thing) === things && resolve());
      subscription.on('confirmation', () => {
        say('confirmation');
        void act?.();
      });
      subscription.on('caughtUp', () => say('caught up'));
      subscription.on('data', ({ event }: AllStreamResolvedEvent) => say(`event ${event?.revision}`));
      subscription.on('error', (error) => (error instanceof TimeoutError ? say('dropped') : reject(error)));
    });
    await subscription.unsubscribe();
    return said;
  }

  it('begins after its revision, and says when it has caught up', async () => {
    const stream = await written(6);
    const subscription = client.subscribeToStream(stream, { fromRevision: 3n });

    await expect(heard(subscription as never, 4)).resolves.toEqual(['confirmation', 'event 4', 'event 5', 'caught up']);
  });

  it('to a stream that does not exist: caught up after the first event only', async () => {
    const stream = newStream();
    const subscription = client.subscribeToStream(stream);
    const append = () => setTimeout(() => void client.appendToStream(stream, fresh(1), UNARY), 50);

    await expect(heard(subscription as never, 3, append)).resolves.toEqual(['confirmation', 'event 0', 'caught up']);
  });

  it('with a filter: checkpoints without a prepare position while it catches up', async () => {
    const from = (await positionsOf(await written(1)))[0];
    await written(500);
    const prepares: bigint[] = [];
    const filter = streamNameFilter({
      prefixes: ['nothing-'],
      checkpointReached: (_, { prepare }) => Promise.resolve(void prepares.push(prepare)),
    });
    const subscription = client.subscribeToAll({ fromPosition: from ?? START, filter });

    await expect(heard(subscription, 2)).resolves.toEqual(['confirmation', 'caught up']);
    expect(prepares.length).toBeGreaterThan(10);
    expect(new Set(prepares)).toEqual(new Set([0n]));
  });

  it('live, with more to take than it holds: dropped', async () => {
    const writer = newClient();
    const stream = newStream();
    const subscription = client.subscribeToStream(stream);
    let drop: string | undefined;
    subscription.on('error', (error) => {
      drop = error.message;
    });
    subscription.on('data', () => undefined);
    await new Promise((resolve) => subscription.once('confirmation', resolve));

    for (let i = 0; i < 50 && drop === undefined; i++) await writer.appendToStream(stream, fresh(1_000), UNARY);
    for (let i = 0; i < 100 && drop === undefined; i++) await new Promise((resolve) => setTimeout(resolve, 20));

    expect(drop).toContain('Consumer too slow to handle event while live');
    await writer.dispose();
  });
});

describe('a connection', () => {
  it('takes 100 streams: what comes after them waits until one ends', async () => {
    const crowded = newClient();
    const confirmed: unknown[] = [];
    const subscriptions = Array.from({ length: 100 }, () =>
      crowded.subscribeToAll({ fromPosition: END }).on('confirmation', () => confirmed.push(0)),
    );
    for (let i = 0; i < 200 && confirmed.length < 100; i++) await new Promise((resolve) => setTimeout(resolve, 10));
    const late = crowded.appendToStream(newStream(), fresh(1), { ...UNARY, deadline: 300 });

    await expect(late).rejects.toMatchObject({ code: 4 });

    await subscriptions[0]?.unsubscribe();
    await expect(crowded.appendToStream(newStream(), fresh(1), UNARY)).resolves.toMatchObject({ success: true });
    await Promise.all(subscriptions.slice(1).map((subscription) => subscription.unsubscribe()));
    await crowded.dispose();
  });
});

/** What only the in-repo server can be told to do. */
if (!external) {
  describe('rights', () => {
    const certificate = selfSignedCertificate();
    afterAll(() => certificate.remove());

    it('denied with status 7, unknown with status 16, and $all for those whom its own list names', async () => {
      const users = { admin: { password: 'changeit', groups: ['$admins'] }, clerk: { password: 'collects' } };
      const secure = await startEventStoreServer({ secure: { certificate, users } });
      const own = EventStoreDBClient.connectionString(secure.url);
      const as = (username: string, password: string) => ({ credentials: { username, password } });
      const stream = newStream();
      await own.setStreamMetadata(stream, { acl: { writeRoles: ['nobody'] } }, as('admin', 'changeit'));

      const append = (login: object) => own.appendToStream(stream, fresh(1), login);
      await expect(append(as('clerk', 'collects'))).rejects.toMatchObject({ code: 7 });
      await expect(append(as('clerk', 'guesses'))).rejects.toMatchObject({ code: 16 });
      await expect(append({})).rejects.toBeInstanceOf(AccessDeniedError);
      await expect(append(as('admin', 'changeit'))).resolves.toMatchObject({ success: true });
      await expect(collected(own.readAll(as('clerk', 'collects')))).rejects.toMatchObject({ code: 7 });
      await own.appendToStream(
        '$$$all',
        jsonEvent({ type: '$metadata', data: { $acl: { $r: 'clerk' } } }),
        as('admin', 'changeit'),
      );
      await expect(collected(own.readAll(as('clerk', 'collects')))).resolves.not.toHaveLength(0);
      await own.dispose();
      await secure.stop();
    });
  });

  describe('batched appends under faults', () => {
    it('hang behind GetSupportedMethods that is not answered, and fail at once with a wrong clock', async () => {
      const batching = newClient();
      server?.faults.slowFeatures(200);
      const start = performance.now();
      await batching.appendToStream(newStream(), fresh(1));
      expect(performance.now() - start).toBeGreaterThan(190);
      server?.faults.slowFeatures(0);

      server?.faults.clockAhead(60_000);
      await expect(batching.appendToStream(newStream(), fresh(1))).rejects.toMatchObject({ type: 'deadline-exceeded' });
      server?.faults.clockAhead(0);
      await batching.dispose();
    });

    it('are told by message that a node is not ready', async () => {
      const batching = newClient();
      await batching.appendToStream(newStream(), fresh(1));
      server?.faults.notReady(true);
      await expect(batching.appendToStream(newStream(), fresh(1))).rejects.toThrow(
        'Could not recognize Server Is Not Ready',
      );
      await expect(batching.appendToStream(newStream(), fresh(1), UNARY)).rejects.toMatchObject({ code: 14 });
      server?.faults.notReady(false);
      await batching.dispose();
    });

    it('a restart forgets the ids of "any", and nothing else', async () => {
      const [stream, batch] = [newStream(), fresh(2)];
      await client.appendToStream(stream, batch, UNARY);
      server?.faults.forgetIds();

      await expect(client.appendToStream(stream, batch, UNARY)).resolves.toMatchObject({ nextExpectedRevision: 3n });
      await expect(
        client.appendToStream(stream, batch, { expectedRevision: NO_STREAM, ...UNARY }),
      ).resolves.toMatchObject({ nextExpectedRevision: 1n });
    });
  });
}
