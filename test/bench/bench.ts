/** `npm run bench [-- --json]`: what the system does in a second, each figure beside its floor in the same run. */
import { execFileSync } from 'node:child_process';
import { loadConfig, openFoundation } from '@fajiao/platform';
import { startKillableSystem } from '../support/killable-system';
import { migratedDatabase, rowsOf } from '../support/migrated-database';
import { privateServer } from '../support/postgres';
import { httpRows } from './http-rows';
import { rebuildRow } from './rebuild-row';
import { machineLine, printed, type Report, type Row } from './report';
import { startRows } from './start-rows';
import { storeRows } from './store-rows';

async function bench(): Promise<Report> {
  const server = await privateServer();
  try {
    const machine = machineLine(await postgresOf(server.adminUrl));
    const rows: Row[] = await storeRows(await migratedDatabase(server.adminUrl, 'bench_store'));
    const system = await startKillableSystem({ databaseUrl: server.adminUrl });
    try {
      rows.push(...(await httpRows(system, server.adminUrl)));
      const residentMiB = residentMiBOf(system.process.child.pid);
      const databaseUrl = await migratedDatabase(server.adminUrl, 'bench_rebuild');
      const foundation = openFoundation(loadConfig(system.environment));
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

function residentMiBOf(pid: number | undefined): number {
  const kibibytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  return Math.round(kibibytes / 1024);
}

async function main(json: boolean): Promise<void> {
  const report = await bench();
  console.log(json ? JSON.stringify(report, null, 1) : printed(report));
}

void main(process.argv.includes('--json'));
