import { randomUUID } from 'node:crypto';
import { contextAccess } from '@fajiao/contracts';
import { BatchRefused, type EventStore, type NewEvent, openEventStoreDb, prepareRights } from '@fajiao/event-store';
import {
  type EventStoreServer,
  selfSignedCertificate,
  type ServerCertificate,
  startEventStoreServer,
} from '../support/eventstore-server';

const ADMIN = { username: 'admin', password: 'changeit' };
const OPENER = { username: 'opener', password: 'opens' };
const users = {
  admin: { password: ADMIN.password, groups: ['$admins'] },
  opener: { password: OPENER.password, groups: ['openers'] },
  decision: { password: 'decides' },
  collection: { password: 'collects' },
};

const oneEvent = (): [NewEvent] => [{ id: randomUUID(), type: 'Private', data: '{}', metadata: '{}' }];

/** EventStoreDB has no rights by category. What is left of the wall when a process does not keep to its row of the table. */
export function eventStoreDbServerAlone(): void {
  const ends: (() => Promise<unknown>)[] = [];
  const closing = (store: EventStore): EventStore => {
    ends.push(() => store.close());
    return store;
  };
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  describe('a server that checks no rights', () => {
    let server: EventStoreServer;
    beforeEach(async () => {
      server = await startEventStoreServer();
      ends.push(() => server.stop());
    });

    it('hears nothing of an append that the adapter refuses', async () => {
      const decision = closing(await openEventStoreDb({ url: server.url, access: contextAccess('decision') }));
      await expect(decision.append('fine-1', oneEvent(), 'none')).rejects.toBeInstanceOf(BatchRefused);
      expect(server.calls).toEqual([]);
    });

    it('refuses nothing itself: a process without a row of the table writes to all categories and reads them', async () => {
      const anybody = closing(await openEventStoreDb({ url: server.url }));
      for (const stream of ['case-1', 'fine-1', 'disclosure-1']) await anybody.append(stream, oneEvent(), 'none');
      expect((await anybody.readAll(undefined, 10)).events).toHaveLength(3);
    });
  });

  describe('a server that checks rights', () => {
    let certificate: ServerCertificate;
    let server: EventStoreServer;
    beforeAll(() => {
      certificate = selfSignedCertificate();
    });
    afterAll(() => certificate.remove());
    beforeEach(async () => {
      server = await startEventStoreServer({ secure: { certificate, users } });
      ends.push(() => server.stop());
      const readers = ['decision', 'collection'];
      await prepareRights({ url: server.url, admin: ADMIN, openers: ['openers'], readers });
    });

    /** A context that does not keep to its row, so that it is the server that refuses. */
    const lawless = async (login: 'decision' | 'collection'): Promise<EventStore> =>
      closing(
        await openEventStoreDb({
          url: server.url,
          credentials: { username: login, password: users[login].password },
          opener: { credentials: OPENER, writers: [login] },
        }),
      );

    it('refuses to continue a stream that another context has opened', async () => {
      const [decision, collection] = [await lawless('decision'), await lawless('collection')];
      await decision.append('case-1', oneEvent(), 'none');
      await expect(collection.append('case-1', oneEvent(), 0)).rejects.toBeInstanceOf(BatchRefused);
      await decision.append('case-1', oneEvent(), 0);
    });

    it('does not refuse to open a stream of a foreign category, but its rights say who did', async () => {
      await (await lawless('collection')).append('case-1', oneEvent(), 'none');
      const rights = server.cluster.log.records.find(({ stream }) => stream === '$$case-1');
      expect(Buffer.from(rights?.data ?? []).toString()).toBe('{"$acl":{"$w":["collection"]}}');
      await expect((await lawless('decision')).append('case-1', oneEvent(), 0)).rejects.toBeInstanceOf(BatchRefused);
    });

    it('does not refuse to show the events of another context', async () => {
      await (await lawless('decision')).append('case-1', oneEvent(), 'none');
      expect((await (await lawless('collection')).readAll(undefined, 10)).events).toHaveLength(1);
    });
  });
}
