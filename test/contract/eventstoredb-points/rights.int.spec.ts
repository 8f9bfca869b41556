import { BatchRefused, openEventStoreDb, prepareRights, StoreUnavailable } from '@fajiao/event-store';
import {
  type EventStoreServer,
  selfSignedCertificate,
  type ServerCertificate,
  startEventStoreServer,
} from '../../support/eventstore-server';
import { all, everything, idsOf, newBatch, newStream } from '../sample-events';

const ADMIN = { username: 'admin', password: 'changeit' };
const OPENER = { username: 'opener', password: 'opens' };
const users = {
  admin: { password: ADMIN.password, groups: ['$admins'] },
  opener: { password: OPENER.password, groups: ['openers'] },
  decision: { password: 'decides' },
  collection: { password: 'collects' },
  audit: { password: 'audits' },
};

describe('point 20: on a server that checks rights, an opener takes each stream for the context that opens it', () => {
  let certificate: ServerCertificate;
  let server: EventStoreServer;
  const ends: (() => Promise<unknown>)[] = [];

  beforeAll(() => {
    certificate = selfSignedCertificate();
  });
  afterAll(() => certificate.remove());

  beforeEach(async () => {
    server = await startEventStoreServer({ secure: { certificate, users } });
    await prepareRights({
      url: server.url,
      admin: ADMIN,
      openers: ['openers'],
      readers: ['decision', 'collection', 'audit'],
    });
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
    await server.stop();
  });

  type Login = 'decision' | 'collection' | 'audit';

  /** Without the rights of a context, so that it is the server that refuses. */
  async function open(login: Login, options: { password?: string; opener?: boolean } = {}) {
    const store = await openEventStoreDb({
      url: server.url,
      credentials: { username: login, password: options.password ?? users[login].password },
      ...(options.opener === false ? {} : { opener: { credentials: OPENER, writers: [login] } }),
    });
    ends.push(() => store.close());
    return store;
  }

  it('the rights stand in the log before the first event', async () => {
    const stream = newStream();

    await (await open('decision')).append(stream, newBatch(1), 'none');

    const [first, second] = server.cluster.log.records.filter((record) => record.stream.endsWith(stream));
    expect([first?.stream, first?.type, second?.stream]).toEqual([`$$${stream}`, '$metadata', stream]);
    expect(Buffer.from(first?.data ?? []).toString()).toBe('{"$acl":{"$w":["decision"]}}');
  });

  it('who took the stream writes and reads it; nobody else writes it', async () => {
    const [decision, collection] = [await open('decision'), await open('collection')];
    const [stream, batch] = [newStream(), newBatch(2)];
    await decision.append(stream, batch.slice(0, 1), 'none');
    await decision.append(stream, batch.slice(1), 0);

    await expect(collection.append(stream, newBatch(1), 1)).rejects.toBeInstanceOf(BatchRefused);
    await expect(collection.append(stream, newBatch(1), 'none')).rejects.toBeInstanceOf(BatchRefused);
    expect(idsOf(await all((await open('audit')).read(stream)))).toEqual(idsOf(batch));
  });

  it('without an opener no stream is opened', async () => {
    await (await open('decision')).append(newStream(), newBatch(1), 'none');
    const decision = await open('decision', { opener: false });

    await expect(decision.append(newStream(), newBatch(1), 'none')).rejects.toBeInstanceOf(BatchRefused);
  });

  it('a reader sees the whole log, and none of what the server keeps there for itself', async () => {
    const batch = newBatch(2);
    await (await open('decision')).append(newStream(), batch, 'none');

    expect(idsOf(await everything(await open('audit')))).toEqual(idsOf(batch));
  });

  it('a wrong password is a store that is away: nothing is written', async () => {
    const decision = await open('decision', { password: 'guessed' });

    await expect(decision.append(newStream(), newBatch(1), 'none')).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(decision.readAll(undefined, 10)).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('a store is not opened without credentials', async () => {
    await expect(openEventStoreDb({ url: server.url })).rejects.toThrow('credentials');
  });

  it('nor with a certificate that is not there, or a prefix that the server would take for its own', async () => {
    const credentials = { username: 'decision', password: 'decides' };
    const url = 'esdb://127.0.0.1:2113?tls=true&tlsCAFile=/nowhere/server.crt';

    await expect(openEventStoreDb({ url, credentials })).rejects.toThrow('File was not found');
    await expect(openEventStoreDb({ url: server.url, credentials, prefix: '$run' })).rejects.toThrow('prefix');
  });

  it('a hint is given with the credentials too', async () => {
    const [decision, audit] = [await open('decision'), await open('audit')];
    await decision.append(newStream(), newBatch(1), 'none');
    const { next } = await audit.readAll(undefined, 100);
    const signal = AbortSignal.timeout(5_000);
    const woken = audit.woken(next, signal);
    await new Promise((resolve) => setTimeout(resolve, 100));

    await decision.append(newStream(), newBatch(1), 'none');

    await woken;
    expect(signal.aborted).toBe(false);
  });

  it('preparing a second time writes nothing', async () => {
    const before = server.cluster.log.records.length;

    await prepareRights({
      url: server.url,
      admin: ADMIN,
      openers: ['openers'],
      readers: ['decision', 'collection', 'audit'],
    });

    expect(server.cluster.log.records).toHaveLength(before);
  });
});

it('point 01: on TLS the real credentials go with every call, those of the connection string too', async () => {
  const certificate = selfSignedCertificate();
  const server = await startEventStoreServer({ secure: { certificate, users } });
  const store = await openEventStoreDb({ url: server.url.replace('esdb://', 'esdb://decision:decides@') });
  await store.append(newStream(), newBatch(1), 'none');

  const expected = `Basic ${Buffer.from('decision:decides').toString('base64')}`;
  expect(new Set(server.calls.map((call) => call.authorization))).toEqual(new Set([expected]));
  expect(server.calls.some((call) => call.method === 'batchAppend')).toBe(false);
  await store.close();
  await server.stop();
  certificate.remove();
});
