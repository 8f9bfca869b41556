import { openPostgresEventStore } from '@fajiao/event-store';
import { all } from '../contract/sample-events';
import type { RunningSystem } from '../support/case-history/client';
import { loginUrl } from '../support/migrated-database';
import { caseActs } from './case-acts';
import { contest, HTTP_WARM_UP_MS, type Work } from './contest';
import { HttpConnections } from './http-connections';
import type { Row } from './report';

const CALLERS = 16;
const EVENTS = 100;

/** What the law asks of a case with a long history, and its clocks, over HTTP, beside reads of its stream. */
export async function caseRows(system: RunningSystem, databaseUrl: string): Promise<Row[]> {
  const connections = new HttpConnections(system.urls.decision, CALLERS);
  const store = openPostgresEventStore({
    ...{ url: loginUrl(databaseUrl, 'decision'), login: 'decision', connections: CALLERS },
  });
  try {
    const id = await caseOfEvents(connections, system);
    const floor: Work = async () => {
      const { length } = await all(store.read(`case-${id}`));
      if (length !== EVENTS) throw new Error(`a case of ${length} events`);
    };
    const headers = { authorization: `Bearer ${await system.token('officer-1')}` };
    const get =
      (what: string): Work =>
      async () =>
        void (await connections.send('GET', `/decision/v1/cases/${id}/${what}`, headers));
    const rows: Row[] = [];
    for (const name of ['requirements', 'clocks'])
      rows.push(await contest({ name, callers: CALLERS, subject: get(name), floor, warmUpMs: HTTP_WARM_UP_MS }));
    return rows;
  } finally {
    connections.close();
    await store.close();
  }
}

async function caseOfEvents(connections: HttpConnections, system: RunningSystem): Promise<string> {
  const acts = await caseActs(connections, system);
  let its = await acts.approve(await acts.file());
  while (Number(its.etag.slice(1, -1)) < EVENTS - 1) its = await acts.collectEvidence(its);
  return its.id;
}
