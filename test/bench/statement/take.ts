/** A process of its own, so that what it holds is its own: takes the statement in, reconciles it, and says how it went. */
import { createReadStream } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { CommandHandler, openPostgresEventStore } from '@fajiao/event-store';
import {
  BankDays,
  collectionEntities,
  collectionHost,
  collectionPolicies,
  type CollectionDeps,
  StatementFiles,
  Statements,
} from '@fajiao/collection';
import { parseCivilDate, systemClock } from '@fajiao/kernel';
import { dataSourceOptions, loadConfig, openFoundation } from '@fajiao/platform';
import { ProjectionMonitor, ProjectionRunner } from '@fajiao/projections';
import { parse } from 'csv-parse';
import { DataSource } from 'typeorm';
import { loginUrl } from '../../support/migrated-database';
import { BANK, DAY } from './plan';

/** What came of it. Times in milliseconds. */
export interface Taken {
  readonly lines: number;
  readonly bareParse: number;
  readonly intake: number;
  readonly reconciled: number;
  readonly buckets: Readonly<Record<string, number>>;
  readonly linesFen: number;
  readonly bucketsFen: number;
  readonly missing: number;
  readonly parked: number;
  /** The most that was resident while the statement was taken in and reconciled. */
  readonly residentMiB: number;
}

/** Policies that have a part in a statement, and the tables that tell what is missing and what became of each line. */
const PARTS = ['carry-money', 'reconcile-statement', 'collection_bank_days', 'collection_statements'];

async function take(adminUrl: string, path: string, varDir: string): Promise<Taken> {
  const { calendar, codec, rulebook } = openFoundation(loadConfig({ NODE_ENV: 'test', VAR_DIR: varDir }));
  const url = loginUrl(adminUrl, 'collection');
  const store = openPostgresEventStore({ url, login: 'collection', connections: 20 });
  const dataSource = await new DataSource(dataSourceOptions(url, [...collectionEntities], 10)).initialize();
  const deps: CollectionDeps = {
    ...{ handler: new CommandHandler(store, codec), rulebook, calendar, paymentCodeKey: Buffer.from('bench') },
  };
  const host = {
    login: 'collection',
    projections: collectionHost.projections.filter(({ name }) => PARTS.includes(name)),
    policies: collectionPolicies(deps).filter(({ name }) => PARTS.includes(name)),
  };
  const bareParse = await timed(() => parseOnly(path));
  const resident = residentWatch();
  const sender = { actor: { id: `bank:${BANK}`, roles: ['bank'] }, now: systemClock.now(), correlationId: 'bench' };
  const intake = await timed(() => new StatementFiles(deps).take(BANK, path, sender));

  const runner = new ProjectionRunner({
    host,
    dataSource,
    store,
    codec,
    onFault: (name, why) => console.error(name, why),
  });
  const monitor = new ProjectionMonitor({ host, dataSource, store, codec });
  const reconciled = await timed(async () => {
    await runner.start();
    while (!(await monitor.settled())) await delay(200);
  });
  const residentMiB = resident();
  const day = parseCivilDate(DAY);
  const state = await new Statements(deps).read(BANK, day);
  const { result } = await new BankDays(dataSource).missing(BANK, day);
  const parked = (await monitor.parked()).length;
  await runner.stop();
  await dataSource.destroy();
  await store.close();
  const buckets = state?.buckets ?? [];
  return {
    ...{
      lines: state?.received?.lines ?? 0,
      bareParse,
      intake,
      reconciled,
      missing: result.count,
      parked,
      residentMiB,
    },
    buckets: Object.fromEntries(buckets.map(({ bucket, lines }) => [bucket, lines])),
    linesFen: state?.received?.linesFen ?? NaN,
    bucketsFen: buckets.reduce((sum, { fen }) => sum + fen, 0),
  };
}

/** What a program does that only reads the file: the floor. */
async function parseOnly(path: string): Promise<number> {
  let records = 0;
  const parser = createReadStream(path).pipe(parse({ relax_column_count: true, relax_quotes: true }));
  for await (const _record of parser as AsyncIterable<string[]>) records += 1;
  return records;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function residentWatch(): () => number {
  let most = 0;
  const look = (): void => void (most = Math.max(most, process.memoryUsage.rss()));
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    look();
    return Math.round(most / 2 ** 20);
  };
}

const [adminUrl = '', path = '', varDir = ''] = process.argv.slice(2);
void take(adminUrl, path, varDir).then((taken) => console.log(JSON.stringify(taken)));
