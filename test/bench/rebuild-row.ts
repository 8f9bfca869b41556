import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { caseReplay, decisionCases, decisionEntities, decisionHost } from '@fajiao/decision';
import { type EventSchemas, type EventStore, openPostgresEventStore, type Position } from '@fajiao/event-store';
import type { DomainEvent, Fact } from '@fajiao/kernel';
import { dataSourceOptions, type Foundation } from '@fajiao/platform';
import { ProjectionMonitor, ProjectionRunner } from '@fajiao/projections';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { RunningSystem } from '../support/case-history/client';
import { readHistoryFile } from '../support/case-history/format';
import { projectRoot } from '../support/case-history/processes';
import { runHistory } from '../support/case-history/run';
import { loginUrl, rowsOf } from '../support/migrated-database';
import type { Row } from './report';

/** Whose events are multiplied: case 01 as far as this act. */
const LAST_ACT = 'serve-decision';
const CASES = 1_500;
const PASSES = 3;
const BATCH = 500;

export interface RebuildStage {
  readonly system: RunningSystem;
  readonly foundation: Foundation;
  /** Of the system. */
  readonly systemUrl: string;
  /** Migrated, and otherwise empty. */
  readonly databaseUrl: string;
}

/** The list of cases made anew of many cases, beside as many bare rows in batches of the same size. */
export async function rebuildRow(stage: RebuildStage): Promise<Row> {
  const { foundation, databaseUrl } = stage;
  const store = openPostgresEventStore({ url: loginUrl(databaseUrl, 'decision'), login: 'decision' });
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  await pool.query('CREATE TABLE bare_row (id uuid PRIMARY KEY, revision integer, type text, at text, data text)');
  try {
    const facts = await factsOfOneCase(stage);
    const end = await multiply(facts, store, foundation);
    const events = facts.length * CASES;
    let [rebuilding, inserting] = [0, 0];
    await rebuild(databaseUrl, store, end, foundation); // warm-up, as for the other rows
    await insertRows(pool, events);
    for (let pass = 0; pass < PASSES; pass++) {
      rebuilding += await rebuild(databaseUrl, store, end, foundation);
      inserting += await insertRows(pool, events);
    }
    const rate = (milliseconds: number) => (PASSES * events * 1000) / milliseconds;
    const [perSecond, floorPerSecond] = [rate(rebuilding), rate(inserting)];
    const each = rebuilding / PASSES / (events / BATCH);
    return {
      ...{ name: 'rebuild', callers: 1, perSecond, floorPerSecond, ratio: perSecond / floorPerSecond },
      ...{ p50ms: each, p99ms: each },
    };
  } finally {
    await Promise.all([store.close(), pool.end()]);
  }
}

const schemasOf = ({ rulebook, calendar }: Foundation): EventSchemas<DomainEvent> =>
  caseReplay({ rulebook, calendar }).schemas;

async function factsOfOneCase({ system, systemUrl, foundation }: RebuildStage): Promise<Fact[]> {
  const [history] = readHistoryFile(
    join(projectRoot(), 'test/acceptance/cases/01-internet-cafe-paid-in-time.json'),
  ).histories;
  const end = history!.steps.findIndex(({ act }) => act === LAST_ACT) + 1;
  const played = await runHistory('01', { ...history!, steps: history!.steps.slice(0, end), expect: {} }, system);
  const fault = played.steps.find(({ ok }) => !ok)?.fault;
  if (fault !== undefined) throw new Error(fault);
  const store = openPostgresEventStore({ url: loginUrl(systemUrl, 'decision'), login: 'decision' });
  const facts: Fact[] = [];
  for await (const event of store.read(`case-${played.caseIds['1']}`))
    facts.push(foundation.codec.decode(event, schemasOf(foundation)));
  await store.close();
  return facts;
}

/** The same acts on other cases, a command at a time. @returns where the history ends */
async function multiply(facts: readonly Fact[], store: EventStore, foundation: Foundation): Promise<Position> {
  const commands = [...new Set(facts.map(({ meta }) => meta.commandId))];
  let end: Position | undefined;
  const one = async (): Promise<void> => {
    const stream = `case-${randomUUID()}`;
    let revision = -1;
    for (const command of commands) {
      const own = facts.filter(({ meta }) => meta.commandId === command);
      const meta = { ...own[0]!.meta, commandId: randomUUID() };
      const events = own.map(({ type, data }) => ({ type, data }));
      const batch = foundation.codec.encode(stream, events, meta, schemasOf(foundation));
      const appended = await store.append(stream, batch, revision < 0 ? 'none' : revision);
      revision = appended.revision;
      if (end === undefined || appended.position > end) end = appended.position;
    }
  };
  for (let n = 0; n < CASES; n += 10) await Promise.all(Array.from({ length: 10 }, one));
  return end!;
}

/** @returns milliseconds from an empty table to the end of the history */
async function rebuild(databaseUrl: string, store: EventStore, end: Position, { codec }: Foundation): Promise<number> {
  await rowsOf(databaseUrl, 'TRUNCATE decision_cases.decision_case');
  await rowsOf(databaseUrl, `UPDATE projection.checkpoint SET position = NULL WHERE name = 'decision_cases'`);
  const url = loginUrl(databaseUrl, 'decision');
  const dataSource = await new DataSource(dataSourceOptions(url, decisionEntities, 4)).initialize();
  const options = { host: { ...decisionHost, projections: [decisionCases] }, dataSource, store, codec };
  const runner = new ProjectionRunner(options);
  const start = performance.now();
  await runner.start();
  await new ProjectionMonitor(options).waitFor(end, AbortSignal.timeout(120_000));
  const milliseconds = performance.now() - start;
  await runner.stop();
  await dataSource.destroy();
  return milliseconds;
}

async function insertRows(pool: Pool, count: number): Promise<number> {
  await pool.query('TRUNCATE bare_row');
  const data = JSON.stringify({ findings: '超过规定时间营业1小时30分，属一般情形'.repeat(5) });
  const start = performance.now();
  for (let n = 0; n < count; n += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - n) }, (_, index) => n + index);
    await pool.query({
      name: 'rows',
      text: 'INSERT INTO bare_row SELECT * FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[])',
      values: [
        rows.map(() => randomUUID()),
        rows,
        rows.map(() => 'PenaltyDecided'),
        rows.map(() => '2023-09-28T02:00:00.000Z'),
        rows.map(() => data),
      ],
    });
  }
  return performance.now() - start;
}
