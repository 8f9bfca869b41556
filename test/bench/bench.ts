/** `npm run bench [-- --json]`: what the system does in a second, each figure beside its floor in the same run. */
import { loadConfig, openFoundation } from '@fajiao/platform';
import { startKillableSystem } from '../support/killable-system';
import { migratedDatabase, rowsOf } from '../support/migrated-database';
import { privateServer } from '../support/postgres';
import { caseRows } from './case-rows';
import { dueRow } from './due-row';
import { httpRows } from './http-rows';
import { rebuildRow } from './rebuild-row';
import { machineLine, printed, type Report, type Row } from './report';
import { startRows } from './start-rows';
import { storeRows } from './store-rows';

async function bench(): Promise<Report> {
  const server = await privateServer();
  try {
    const machine = machineLine(await postgresOf(server.adminUrl));
    const bareUrl = await migratedDatabase(server.adminUrl, 'bench_store');
    const rows: Row[] = await storeRows(bareUrl);
    const system = await startKillableSystem({ databaseUrl: server.adminUrl });
    try {
      rows.push(...(await httpRows(system, server.adminUrl, bareUrl)));
      rows.push(...(await caseRows(system, server.adminUrl)));
      const residentMiB = await residentMiBOf(system.urls.decision);
      const databaseUrl = await migratedDatabase(server.adminUrl, 'bench_rebuild');
      const foundation = openFoundation(loadConfig(system.environment));
      rows.push(await dueRow(await migratedDatabase(server.adminUrl, 'bench_due')));
      rows.push(await rebuildRow({ system, foundation, systemUrl: server.adminUrl, databaseUrl }));
      return { machine, rows: [...rows, ...(await startRows())], residentMiB };
    } finally {
      await system.stop();
    }
  } finally {
    await server.drop();
  }
}

async function postgresOf(url: string): Promise<string> {
  const [row] = await rowsOf<{ version: string; fsync: string }>(
    url,
    `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync`,
  );
  return `PostgreSQL ${row!.version} with fsync ${row!.fsync}`;
}

async function residentMiBOf(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const bytes = /^fajiao_process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1];
  return Math.round(Number(bytes) / 2 ** 20);
}

async function main(json: boolean): Promise<void> {
  const report = await bench();
  console.log(json ? JSON.stringify(report, null, 1) : printed(report));
}

void main(process.argv.includes('--json'));
