import { setTimeout as sleep } from 'node:timers/promises';
import { auditEntities, auditHost } from '@fajiao/audit';
import { collectionEntities, collectionHost } from '@fajiao/collection';
import { decisionEntities, decisionHost, decisionProjections } from '@fajiao/decision';
import { disclosureEntities, disclosureHost } from '@fajiao/disclosure';
import { CommandHandler, openPostgresEventStore } from '@fajiao/event-store';
import { dataSourceOptions, type Foundation } from '@fajiao/platform';
import { type HostTables, type Projection, ProjectionMonitor, ProjectionRunner } from '@fajiao/projections';
import { DataSource } from 'typeorm';
import { loginUrl, migratedDatabase, rowsOf } from '../support/migrated-database';

interface Filled {
  readonly host: HostTables;
  readonly entities: (new () => object)[];
  readonly projections: (handler: CommandHandler, foundation: Rules) => readonly Projection[];
}

/** What histories are read and folded with. */
type Rules = Pick<Foundation, 'codec' | 'rulebook' | 'calendar'>;

const FILLED: readonly Filled[] = [
  {
    ...{ host: decisionHost, entities: decisionEntities },
    projections: (handler, { rulebook, calendar }) => decisionProjections({ handler, rulebook, calendar }),
  },
  { host: collectionHost, entities: collectionEntities, projections: () => collectionHost.projections },
  { host: disclosureHost, entities: disclosureEntities, projections: () => disclosureHost.projections },
  { host: auditHost, entities: auditEntities, projections: () => auditHost.projections },
];

/**
 * Fills the tables of every projection from the first event on, in an empty database on the same server, and compares them
 * row by row with those that the system has filled.
 * @returns how they differ; nothing where they are the same
 */
export async function differencesOfRows(adminUrl: string, rules: Rules): Promise<string[]> {
  const scratch = await migratedDatabase(adminUrl, 'rebuilt');
  await Promise.all(FILLED.map((filled) => fill(filled, { events: adminUrl, rows: scratch, rules })));
  const schemas = FILLED.flatMap(({ host }) => host.projections.map(({ name }) => name));
  const faults = await Promise.all(schemas.map((schema) => compare(schema, adminUrl, scratch)));
  return faults.flat();
}

async function fill(
  { host: { login, readers = [] }, entities, projections }: Filled,
  { rules, ...from }: { readonly events: string; readonly rows: string; readonly rules: Rules },
): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(loginUrl(from.rows, login), entities, 4)).initialize();
  const store = openPostgresEventStore({ url: loginUrl(from.events, login), login, connections: 4 });
  const filling = projections(new CommandHandler(store, rules.codec), rules);
  const options = { host: { login, projections: filling, readers }, dataSource, store, codec: rules.codec };
  const runner = new ProjectionRunner(options);
  await runner.start();
  const monitor = new ProjectionMonitor(options);
  while (!(await monitor.settled())) await sleep(20);
  await runner.stop();
  await store.close();
  await dataSource.destroy();
}

async function compare(schema: string, live: string, rebuilt: string): Promise<string[]> {
  const tables = await rowsOf<{ name: string }>(
    rebuilt,
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = '${schema}'`,
  );
  if (tables.length === 0) throw new Error(`${schema} has no tables`);
  const faults: string[] = [];
  for (const { name } of tables) {
    const query = `SELECT to_jsonb(its)::text AS text FROM ${schema}.${name} AS its ORDER BY 1`;
    const [stands, should] = [
      await rowsOf<{ text: string }>(live, query),
      await rowsOf<{ text: string }>(rebuilt, query),
    ];
    const different = should.filter(({ text }, index) => stands[index]?.text !== text);
    if (stands.length !== should.length) faults.push(`${schema}.${name}: ${stands.length} rows, not ${should.length}`);
    if (different[0]) faults.push(`${schema}.${name}: ${different.length} rows differ, such as ${different[0].text}`);
  }
  return faults;
}
