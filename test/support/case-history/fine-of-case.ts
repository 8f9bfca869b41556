import type { Client } from './client';
import { type JsonObject, textOf } from './format';

/** The fine that the collecting side opened for a case. */
export async function fineOf(client: Client, caseId: string, at: string): Promise<JsonObject> {
  const path = `/collection/v1/fines?caseId=${caseId}`;
  const { items } = (await client.read({ side: 'collection', path, by: 'clerk-1', at })) as { items?: JsonObject[] };
  const [fine] = items ?? [];
  if (!fine) throw new Error(`the collecting side has no fine of case ${caseId}`);
  return fine;
}

/** The fine as it stands, for an act that rests on that. */
export async function fineSeen(client: Client, caseId: string, at: string) {
  const id = textOf((await fineOf(client, caseId, at))['fineId']);
  const path = `/collection/v1/fines/${id}`;
  const { etag = '', body } = await client.send({ side: 'collection', method: 'GET', path, by: 'clerk-1', at });
  return { id, etag, fine: body as Readonly<Record<string, JsonObject[]>> };
}

/** What was requested of a case's fine and nobody has authorised yet. */
export async function waitingOf(
  client: Client,
  caseId: string,
  at: string,
  what: 'refund' | 'relief',
): Promise<string> {
  const { fine } = await fineSeen(client, caseId, at);
  const waiting = fine[`${what}s`]?.find(({ state }) => state === 'requested');
  if (!waiting) throw new Error(`no ${what} of case ${caseId} waits to be authorised`);
  return textOf(waiting[`${what}Id`]);
}
