import type { Client } from './client';
import type { ExpectationResult } from './expectations';
import { type Json, type JsonObject, type Step, textOf } from './format';

/** A bank's day that has been played, with what its last statement was. */
export interface PlayedDay {
  readonly client: Client;
  /** The step that sent the statement, with the system's own codes. */
  readonly statement: Step;
  /** The same message as it was sent. */
  readonly body: JsonObject;
  /** Events since the last question. */
  recorded(at: string): Promise<readonly string[]>;
}

type Check = (day: PlayedDay) => Promise<string[]>;

const NEXT_DAY = 24 * 60 * 60 * 1000;

/** What a file may say of all its steps; a sentence that is not here is not built. */
const checks: Readonly<Record<string, Check>> = {
  'sum of lines = sum of buckets': async (day) => {
    const { sum, buckets } = await read(day, textOf(day.body['date']), day.statement.at);
    const total = (buckets as readonly JsonObject[]).reduce((fen, bucket) => fen + fenOf(bucket['sum']), 0);
    return total === fenOf(sum) ? [] : [`the lines are ${fenOf(sum)} fen, the buckets ${total}`];
  },
  'running the statement again changes nothing': async (day) => {
    const { at, by } = day.statement;
    const { status, recorded } = await send(day, by, at, day.body);
    return status < 300 && recorded.length === 0 ? [] : [`answered ${status}, events: ${recorded.join()}`];
  },
  'one bad line never stops the file': async (day) => {
    const lines = ['no line at all', { reference: 'T1', fen: 100 }];
    const later = await laterStatement(day, 0, lines);
    return same(later, { malformed: 1, 'suspended.unknown-code': 1 });
  },
  'a late statement reconciles when it comes': async (day) => {
    const before = await read(day, textOf(day.body['date']), day.statement.at);
    const missing = (before['missing'] as readonly JsonObject[]).map(({ reference, amount }) => ({
      reference: reference ?? null,
      fen: fenOf(amount),
    }));
    const later = await laterStatement(day, 1, missing);
    const faults = later['malformed'] === undefined && missing.length > 0 ? [] : ['nothing was missing'];
    const after = await read(day, textOf(day.body['date']), day.statement.at);
    return after['missingCount'] === 0 ? faults : [...faults, `still missing: ${JSON.stringify(after['missing'])}`];
  },
};

export async function bankInvariants(
  expected: readonly Json[],
  day: PlayedDay | undefined,
): Promise<ExpectationResult> {
  const actual: Json[] = [];
  let ok = true;
  for (const sentence of expected) {
    const check = typeof sentence === 'string' && Object.hasOwn(checks, sentence) ? checks[sentence] : undefined;
    if (!check || !day) return { expected, actual: null, ok: false, unsupported: true };
    const faults = await check(day);
    ok &&= faults.length === 0;
    actual.push(faults.length === 0 ? sentence : `not so: ${faults.join('; ')}`);
  }
  return { expected, actual, ok };
}

/** A statement of a following day, sent in its night. @returns lines by bucket */
async function laterStatement(day: PlayedDay, days: number, lines: Json): Promise<Record<string, Json>> {
  const { at, by } = day.statement;
  const night = new Date(Date.parse(at) + (days + 1) * NEXT_DAY).toISOString();
  const date = night.slice(0, 10);
  const { status } = await send(day, by, night, { date, lines });
  if (status >= 300) return { answered: status };
  const { buckets } = await read(day, date, night);
  return Object.fromEntries(
    (buckets as readonly JsonObject[]).map((bucket) => [textOf(bucket['bucket']), bucket['lines'] ?? null]),
  );
}

async function send(day: PlayedDay, by: string, at: string, body: JsonObject) {
  const path = `/collection/v1/bank-callbacks/${by}/statements`;
  const { status } = await day.client.send({ side: 'collection', method: 'POST', path, by, at, body });
  await day.client.settled();
  return { status, recorded: await day.recorded(at) };
}

const read = ({ client, statement: { by } }: PlayedDay, date: string, at: string): Promise<JsonObject> =>
  client.read({ side: 'collection', path: `/collection/v1/statements/${by}/${date}`, by: 'clerk-1', at });

const same = (found: JsonObject, due: JsonObject): string[] =>
  JSON.stringify(found) === JSON.stringify(due) ? [] : [`the buckets are ${JSON.stringify(found)}`];

const fenOf = (money: Json | undefined): number =>
  typeof money === 'object' && money !== null && 'fen' in money ? Number(money.fen) : NaN;
