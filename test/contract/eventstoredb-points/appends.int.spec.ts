import { jsonEvent, NO_STREAM } from '@eventstore/db-client';
import {
  BatchRefused,
  canonicalJson,
  ContentDiffers,
  type NewEvent,
  OutcomeUnknown,
  VersionConflict,
} from '@fajiao/event-store';
import * as fc from 'fast-check';
import { type EventStoreServer, startEventStoreServer } from '../../support/eventstore-server';
import { all, idsOf, newBatch, newEvent, newStream } from '../sample-events';
import { serverInTest, SHORT, UNARY } from './server-in-test';

const context = serverInTest();
const appendsOf = (server: EventStoreServer) => server.calls.filter((call) => call.method === 'append');
const WRONG_VERSION = {
  code: 9,
  details: 'Append failed due to WrongExpectedVersion.',
  trailers: {
    exception: 'wrong-expected-version',
    'stream-name': 'case-1',
    'expected-version': '-1',
    'actual-version': '1',
  },
};

const asClientEvents = (events: readonly NewEvent[]) =>
  events.map(({ id, type, data, metadata }) =>
    jsonEvent({ id, type, data: JSON.parse(data), metadata: JSON.parse(metadata) }),
  );

describe('point 01: every append takes the unary path', () => {
  it('is not held up by GetSupportedMethods that is never answered', async () => {
    const { server, open } = context();
    server.faults.slowFeatures(Number.POSITIVE_INFINITY);

    await (await open()).append(newStream(), newBatch(1), 'none');

    const methods = new Set(server.calls.map((call) => call.method));
    expect(methods).toEqual(new Set(['read', 'append']));
  });

  it('is not held up by a clock that is a minute apart', async () => {
    const { server, open } = context();
    server.faults.clockAhead(60_000);

    await expect((await open()).append(newStream(), newBatch(1), 'none')).resolves.toMatchObject({ revision: 0 });
  });

  it('also when the credentials come with the connection string', async () => {
    const { server, open } = context();
    const store = await open({ url: server.url.replace('esdb://', 'esdb://decision:secret@') });

    await store.append(newStream(), newBatch(1), 'none');

    expect(server.calls.some((call) => call.method === 'batchAppend')).toBe(false);
  });
});

describe('point 03: an unknown outcome is repeated by the same call and written once', () => {
  it.each(['none', 2] as const)('the answer was lost, expected %s', async (expected) => {
    const { server, open } = context();
    const store = await open();
    const [stream, before, batch] = [newStream(), newBatch(3), newBatch(2)];
    if (expected !== 'none') await store.append(stream, before, 'none');
    else await store.last(stream);
    server.faults.resetAfterCommit();
    await expect(store.append(stream, batch, expected)).rejects.toBeInstanceOf(OutcomeUnknown);
    // "any" would rest on ids that a restart forgets.
    server.faults.forgetIds();

    const { revision } = await store.append(stream, batch, expected);

    const written = expected === 'none' ? batch : [...before, ...batch];
    expect(revision).toBe(written.length - 1);
    expect(idsOf(await all(store.read(stream)))).toEqual(idsOf(written));
  });

  it('the adapter itself sends nothing twice', async () => {
    const { server, open } = context();
    const store = await open();
    await store.last(newStream());
    const before = appendsOf(server).length;
    server.faults.resetAfterCommit();

    await store.append(newStream(), newBatch(1), 'none').catch(() => undefined);

    expect(appendsOf(server)).toHaveLength(before + 1);
  });
});

describe('point 04: an ok is believed only after reading back', () => {
  it('ids that stand there with other content: ContentDiffers', async () => {
    const { client, open } = context();
    const [stream, batch] = [newStream(), newBatch(2)];
    const other = batch.map((event) => ({ ...event, data: '{"facts":"其他"}' }));
    await client().appendToStream(stream, asClientEvents(other), { expectedRevision: NO_STREAM, ...UNARY });

    await expect((await open()).append(stream, batch, 'none')).rejects.toBeInstanceOf(ContentDiffers);
  });

  it('an ok without a position, of a stream that was deleted since: ContentDiffers', async () => {
    const { client, open } = context();
    const store = await open();
    const [stream, batch] = [newStream(), newBatch(2)];
    await store.append(stream, batch, 'none');
    await client().deleteStream(stream);

    await expect(store.append(stream, batch, 'none')).rejects.toBeInstanceOf(ContentDiffers);
  });

  it('an ok at another revision than the batch would have: ContentDiffers', async () => {
    const { client, open } = context();
    const store = await open();
    const stream = newStream();
    await store.append(stream, newBatch(3), 'none');
    await client().deleteStream(stream);

    await expect(store.append(stream, newBatch(1), 'none')).rejects.toBeInstanceOf(ContentDiffers);
  });

  it('an ok for the first part of what one command wrote: ContentDiffers', async () => {
    const { open } = context();
    const store = await open();
    const stream = newStream();
    const metadata = canonicalJson({ commandId: '6a1f3c1e-0000-4000-8000-000000000001' });
    const batch = newBatch(3).map((event) => ({ ...event, metadata }));
    await store.append(stream, batch, 'none');

    await expect(store.append(stream, batch.slice(0, 2), 'none')).rejects.toBeInstanceOf(ContentDiffers);
  });

  it('the position is that of the last event, as reading shows it', async () => {
    const { open } = context();
    const store = await open();
    const stream = newStream();

    const { position } = await store.append(stream, newBatch(3), 'none');

    expect(position).toBe((await store.last(stream))?.position);
  });

  it('an ok that cannot be looked into is an unknown outcome', async () => {
    const { server, open } = context();
    const store = await open(SHORT);
    const stream = newStream();
    await store.last(stream);
    server.faults.answerLate(50);
    const append = store.append(stream, newBatch(1), 'none');
    setTimeout(() => server.faults.freeze(), 20);

    await expect(append).rejects.toBeInstanceOf(OutcomeUnknown);
    server.faults.thaw();
  });
});

describe('point 05: a wrong expected version is looked into before it is a conflict', () => {
  it('all ids stand there in order: already done', async () => {
    const { server, open } = context();
    const store = await open();
    const [stream, batch] = [newStream(), newBatch(2)];
    const first = await store.append(stream, batch, 'none');
    server.faults.failAppends(WRONG_VERSION);

    await expect(store.append(stream, batch, 'none')).resolves.toEqual(first);
  });

  it('some of the ids stand there: ContentDiffers', async () => {
    const { open } = context();
    const store = await open();
    const [stream, batch] = [newStream(), newBatch(2)];
    await store.append(stream, batch, 'none');

    const mixed = [...batch.slice(0, 1), newEvent()];

    await expect(store.append(stream, mixed, 'none')).rejects.toBeInstanceOf(ContentDiffers);
  });

  it('none of them: VersionConflict, with the revision that the server told', async () => {
    const { open } = context();
    const store = await open();
    const stream = newStream();
    await store.append(stream, newBatch(2), 'none');

    const conflict: unknown = await store.append(stream, newBatch(2), 'none').catch((error: unknown) => error);

    expect(conflict).toBeInstanceOf(VersionConflict);
    expect(conflict).toMatchObject({ stream, expected: 'none', actual: 1 });
  });

  it('what cannot be looked into stays unknown', async () => {
    const { server, open } = context();
    const store = await open(SHORT);
    const [stream, batch] = [newStream(), newBatch(1)];
    await store.append(stream, batch, 'none');
    server.faults.failAppends(WRONG_VERSION);
    const frozen = setInterval(() => server.calls.at(-1)?.method === 'append' && server.faults.freeze(), 0);

    await expect(store.append(stream, batch, 'none')).rejects.toBeInstanceOf(OutcomeUnknown);
    clearInterval(frozen);
    server.faults.thaw();
  });
});

it('point 06: a wrong expected version that answers a repetition is not yet a conflict', async () => {
  const { server, open } = context();
  const store = await open();
  const [stream, batch] = [newStream(), newBatch(2)];
  await store.last(stream);
  server.faults.resetAfterCommit();
  await expect(store.append(stream, batch, 'none')).rejects.toBeInstanceOf(OutcomeUnknown);
  server.faults.failAppends(WRONG_VERSION);

  await expect(store.append(stream, batch, 'none')).resolves.toMatchObject({ revision: 1 });
});

describe('point 07: what does not say "not written" leaves the outcome unknown', () => {
  it.each([
    [1, 'Call cancelled'],
    [2, 'Exception was thrown by handler.'],
    [4, 'Deadline Exceeded'],
    [8, 'ENHANCE_YOUR_CALM'],
    [10, 'Operation timed out: Commit phase timeout.'],
    [13, 'Received RST_STREAM with code 2'],
    [14, 'Server Is Not Ready'],
  ])('status %i, %s', async (code, details) => {
    const { server, open } = context();
    const store = await open();
    const stream = newStream();
    await store.last(stream);
    server.faults.failAppends({ code, details });

    await expect(store.append(stream, newBatch(1), 'none')).rejects.toBeInstanceOf(OutcomeUnknown);
  });

  it('no answer at all', async () => {
    const { server, open } = context();
    const store = await open(SHORT);
    const stream = newStream();
    await store.last(stream);
    server.faults.freeze();

    await expect(store.append(stream, newBatch(1), 'none')).rejects.toBeInstanceOf(OutcomeUnknown);
    server.faults.thaw();
  });

  it('a connection that breaks, and a cluster that cannot be found after it', async () => {
    const { server, open } = context();
    const follower = await startEventStoreServer({ follows: server });
    context().after(() => follower.stop());
    const hosts = `esdb://127.0.0.1:${server.port},127.0.0.1:${follower.port}`;
    const store = await open({ url: `${hosts}?tls=false&maxDiscoverAttempts=1&discoveryInterval=10` });
    const [stream, batch] = [newStream(), newBatch(1)];
    await store.last(stream);
    await Promise.all([server.faults.refuse(), follower.faults.refuse()]);

    for (let attempt = 0; attempt < 3; attempt++) {
      await expect(store.append(stream, batch, 'none')).rejects.toBeInstanceOf(OutcomeUnknown);
    }
    await Promise.all([server.faults.accept(), follower.faults.accept()]);
    await expect(store.append(stream, batch, 'none')).resolves.toMatchObject({ revision: 0 });
  });

  it('a twin that the server lets wait for the first one', async () => {
    const { server, open } = context();
    const store = await open();
    const [stream, batch] = [newStream(), newBatch(2)];
    await store.last(stream);
    server.faults.twinsTimeOut(true);

    const twins = await Promise.allSettled([1, 2, 3].map(() => store.append(stream, batch, 'none')));

    const failures = twins.flatMap((twin) => (twin.status === 'rejected' ? [twin.reason as unknown] : []));
    expect(failures.length).toBeGreaterThan(0);
    for (const failure of failures) expect(failure).toBeInstanceOf(OutcomeUnknown);
    server.faults.twinsTimeOut(false);
    await expect(store.append(stream, batch, 'none')).resolves.toMatchObject({ revision: 1 });
  });
});

describe('point 08: what the server would spoil is refused before the call', () => {
  const refused: Record<string, NewEvent[]> = {
    'no event': [],
    'one id twice': Array.from({ length: 2 }, () => newEvent({ id: '0b0e4b1c-64a1-4d3b-8c0f-111111111111' })),
    'an id that is no UUID': [newEvent({ id: 'event-1' })],
    'the nil id': [newEvent({ id: '00000000-0000-0000-0000-000000000000' })],
    'an id in upper case': [newEvent({ id: '0B0E4B1C-64A1-4D3B-8C0F-111111111111' })],
    'an empty type': [newEvent({ type: '' })],
    'a type of the server': [newEvent({ type: '$metadata' })],
    'data over 1 MiB': [newEvent({ data: `{"facts":"${'x'.repeat(1024 * 1024)}"}` })],
    'metadata over their own limit': [newEvent({ metadata: `{"facts":"${'x'.repeat(1024 * 1024)}"}` })],
    'data that are no JSON': [newEvent({ data: '{"facts":undefined}' })],
    'data that would lose digits': [newEvent({ data: '{"fen":12345678901234567890}' })],
    'data whose keys would move': [newEvent({ data: '{"b":1,"1":2}' })],
    'data with white space': [newEvent({ data: '{"facts": 1}' })],
    'metadata that the client would leave out': [newEvent({ metadata: 'null' })],
  };

  it.each(Object.entries(refused))('%s', async (_, events) => {
    const { server, open } = context();
    const store = await open();
    const stream = newStream();
    await store.last(stream);
    const before = server.calls.length;

    await expect(store.append(stream, events, 'none')).rejects.toBeInstanceOf(BatchRefused);

    expect(server.calls).toHaveLength(before);
  });

  it('canonical JSON arrives byte for byte and comes back as it was', async () => {
    const { server, open } = context();
    const store = await open();
    const key = fc.string({ unit: 'binary' }).filter((text) => !/^(0|[1-9]\d*)$/.test(text));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constant(null),
        fc.boolean(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.string({ unit: 'binary' }),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }));
    const record = fc.dictionary(key, value, { maxKeys: 5 });

    await fc.assert(
      fc.asyncProperty(value, record, async (data, metadata) => {
        const stream = newStream();
        const event = newEvent({ data: canonicalJson(data), metadata: canonicalJson(metadata) });
        await store.append(stream, [event], 'none');

        const [stored] = server.cluster.log.stream(stream);
        expect(Buffer.from(stored?.data ?? []).toString('utf8')).toBe(event.data);
        expect(Buffer.from(stored?.metadata ?? []).toString('utf8')).toBe(event.metadata);
        expect(await store.last(stream)).toMatchObject({ data: event.data, metadata: event.metadata });
      }),
      { numRuns: 200 },
    );
  });
});

describe('point 17: an append holds 30 events at most', () => {
  it('31 are refused', async () => {
    const { open } = context();

    await expect((await open()).append(newStream(), newBatch(31), 'none')).rejects.toBeInstanceOf(BatchRefused);
  });
});

describe('point 18: failed appends throw, whatever the connection string says', () => {
  it('a conflict is a conflict', async () => {
    const { server, open } = context();
    const store = await open({ url: `${server.url}&throwOnAppendFailure=false` });
    const stream = newStream();
    await store.append(stream, newBatch(1), 'none');

    await expect(store.append(stream, newBatch(1), 'none')).rejects.toBeInstanceOf(VersionConflict);
  });
});
