import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { publishedByDecision } from '@fajiao/contracts';
import { type NewEvent, openPostgresEventStore } from '@fajiao/event-store';
import { type FactMeta, fen, parseCivilDate, systemClock } from '@fajiao/kernel';
import { loadConfig, openFoundation } from '@fajiao/platform';
import { Pool } from 'pg';
import { signed } from '../support/case-history/client';
import { BANKS, type KillableSystem } from '../support/killable-system';
import { loginUrl, rowsOf } from '../support/migrated-database';
import { type ActedOn, caseActs } from './case-acts';
import { contest, HTTP_WARM_UP_MS, type Work } from './contest';
import { HttpConnections } from './http-connections';
import type { Row } from './report';
import { appends, bareAppend } from './store-rows';

const CALLERS = 16;
const warm = { callers: CALLERS, warmUpMs: HTTP_WARM_UP_MS };
/** Many: a fine is paid once or a few times, not by the thousand. */
const FINES = 2_000;
const SETTLED_CALLBACKS = 300;
const SETTLES_WITHIN_MS = 300_000;
const AT = '2023-10-08T10:12:00+08:00';

/**
 * The running app beside the stores that it stands on.
 * @param bareUrl a migrated database on the same server, for receipts that nobody reacts to
 */
export async function httpRows(system: KillableSystem, databaseUrl: string, bareUrl: string): Promise<Row[]> {
  const connections = new HttpConnections(system.urls.decision, CALLERS);
  const store = openPostgresEventStore({ url: loginUrl(databaseUrl, 'decision'), login: 'decision' });
  const decision = new Pool({ connectionString: loginUrl(databaseUrl, 'decision'), max: CALLERS });
  const collection = new Pool({ connectionString: loginUrl(bareUrl, 'collection'), max: CALLERS });
  try {
    const rows: Row[] = [];
    const acts = await actsOver(connections, system);
    rows.push(await contest({ ...warm, name: 'http-command', subject: acts, floor: appends(store) }));
    const list = await listOver(connections, system);
    rows.push(await contest({ ...warm, name: 'list', subject: list, floor: bareList(decision) }));
    await settled(system);

    const callback = callbacks(connections, system, await openFines(system, databaseUrl));
    await callback(0);
    const receipt = await receiptLike(databaseUrl);
    const floor: Work = async (caller) =>
      void (await bareAppend(collection, 'collection', `payment-bench-${caller}.${randomUUID()}`, receipt(), -1));
    const answered = await contest({ ...warm, name: 'callback', subject: callback, floor });
    rows.push(answered, await untilSettled(system, callback, answered));
    return rows;
  } finally {
    connections.close();
    await Promise.all([store.close(), decision.end(), collection.end()]);
  }
}

/** Of every ten acts one files a case, one approves its filing, and eight collect evidence. */
async function actsOver(connections: HttpConnections, system: KillableSystem): Promise<Work> {
  const acts = await caseActs(connections, system);
  const cases = new Map<number, { readonly its: ActedOn; readonly acts: number }>();
  return async (caller) => {
    const begun = cases.get(caller);
    if (!begun || begun.acts === 10) cases.set(caller, { its: await acts.file(), acts: 1 });
    else {
      const act = begun.acts === 1 ? acts.approve : acts.collectEvidence;
      cases.set(caller, { its: await act(begun.its), acts: begun.acts + 1 });
    }
  };
}

async function listOver(connections: HttpConnections, system: KillableSystem): Promise<Work> {
  const headers = { authorization: `Bearer ${await system.token('head-1')}` };
  return async () => void (await connections.send('GET', '/decision/v1/cases?limit=20', headers));
}

const bareList = (pool: Pool): Work => {
  const text = 'SELECT * FROM decision_cases.decision_case ORDER BY filed_at DESC, case_id DESC LIMIT 21';
  return async () => void (await pool.query({ name: 'list', text }));
};

/** Opens fines as served decisions do, by the event that hands them over. @returns their payment codes */
async function openFines(system: KillableSystem, databaseUrl: string): Promise<string[]> {
  const { codec, rulebook } = openFoundation(loadConfig(system.environment));
  const store = openPostgresEventStore({ url: loginUrl(databaseUrl, 'decision'), login: 'decision' });
  const now = systemClock.now();
  const term = { decidedOn: parseCivilDate('2023-09-28'), servedOn: parseCivilDate('2023-09-28') };
  for (let n = 0; n < FINES; n++) {
    const caseId = randomUUID();
    const commandId = randomUUID();
    const fine = { ...{ fineId: randomUUID(), caseId, documentNumber: `bench-${n}` }, ...OWED, ...term };
    const meta: FactMeta = {
      context: 'decision',
      actor: { id: 'officer-1', roles: ['officer'] },
      ...{
        occurredAt: now,
        recordedAt: now,
        commandId,
        commandHash: '',
        correlationId: commandId,
        causationId: commandId,
      },
      rulebook: { profile: rulebook.profile.id, version: rulebook.version },
    };
    const handedOver = codec.encode(
      `case-${caseId}`,
      [{ type: 'FineHandedOver', data: fine }],
      meta,
      publishedByDecision,
    );
    await store.append(`case-${caseId}`, handedOver, 'none');
  }
  await store.close();
  await settled(system);
  const fines = await rowsOf<{ code: string }>(databaseUrl, 'SELECT payment_code AS code FROM collection_fines.fine');
  return fines.map(({ code }) => code);
}

const OWED = {
  party: { kind: 'citizen', name: '示例当事人', citizenId: '140922199001010019' },
  fineFen: fen(500_000),
  confiscatedGainsFen: fen(0),
  surchargeStated: true,
} as const;

function callbacks(connections: HttpConnections, system: KillableSystem, codes: readonly string[]): Work {
  const [bank] = BANKS as [string];
  let n = 0;
  return async () => {
    n += 1;
    const body = JSON.stringify({ reference: `B${n}`, code: codes[n % codes.length], fen: 500_000, paidAt: AT });
    const headers = { 'content-type': 'application/json', ...signed(system.bankSecret(bank)!, body) };
    await connections.send('POST', `/collection/v1/bank-callbacks/${bank}/payments`, headers, body);
  };
}

/** Events of the size of a receipt that the app has written. */
async function receiptLike(databaseUrl: string): Promise<() => NewEvent> {
  const [event] = await rowsOf<Omit<NewEvent, 'id'>>(
    databaseUrl,
    `SELECT type, convert_from(data, 'UTF8') AS data, convert_from(metadata, 'UTF8') AS metadata FROM events.event
     WHERE type = 'PaymentReported' LIMIT 1`,
  );
  return () => ({ ...event!, id: randomUUID() });
}

/** From the first of some callbacks until all their money is where it belongs. */
async function untilSettled(system: KillableSystem, callback: Work, { floorPerSecond }: Row): Promise<Row> {
  await settled(system);
  const start = performance.now();
  let left = SETTLED_CALLBACKS;
  const caller = async (_: unknown, index: number): Promise<void> => {
    while (left-- > 0) await callback(index);
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  await settled(system);
  const milliseconds = performance.now() - start;
  const perSecond = (SETTLED_CALLBACKS * 1000) / milliseconds;
  return {
    ...{ name: 'callback-settled', callers: CALLERS, perSecond, floorPerSecond },
    ratio: perSecond / floorPerSecond!,
    ...{ p50ms: milliseconds / SETTLED_CALLBACKS, p99ms: milliseconds / SETTLED_CALLBACKS },
  };
}

/** A load leaves the policies behind. */
async function settled({ settledUrls }: KillableSystem): Promise<void> {
  const [url] = settledUrls as [string];
  for (const giveUp = Date.now() + SETTLES_WITHIN_MS; (await fetch(url)).status !== 200; await sleep(20))
    if (Date.now() > giveUp) throw new Error('the policies do not come to an end');
}
