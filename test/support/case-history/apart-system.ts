import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningSystem } from './client';
import { startIssuer } from './issuer';
import { type Process, projectRoot, startApp } from './processes';
import { bankSecrets, demonstration, type SystemOptions } from './standalone-system';

const APPS = ['decision', 'collection', 'disclosure', 'audit', 'worker'] as const;
type App = (typeof APPS)[number];

export interface ApartSystem extends RunningSystem {
  readonly processes: Readonly<Record<App, Process>>;
}

/** The five processes as they run in production, each with its own login, and an identity provider beside them. */
export async function startApartSystem(
  options: SystemOptions & { readonly databaseUrl: string },
): Promise<ApartSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'fajiao-apart-'));
  const secrets = bankSecrets(options.banks);
  const urls = loginUrls(options.databaseUrl);
  migrate(options.databaseUrl, urls);
  const issuer = await startIssuer(options.staffFile);
  const sealKeyFile = join(folder, 'seal.key');
  writeFileSync(sealKeyFile, randomBytes(32).toString('base64'), { mode: 0o600 });
  const { DATABASE_URL: _owner, ...told } = demonstration(folder, options, secrets);
  const environment = { ...told, ...issuer.environment, SEAL_KEY_FILE: sealKeyFile, VAR_DIR: join(folder, 'var') };
  const started = await Promise.all(
    APPS.map((app) => startApp(app, { ...environment, [urlVariable(app)]: urls[app] })),
  );
  const processes = Object.fromEntries(APPS.map((app, index) => [app, started[index]])) as Record<App, Process>;
  return {
    processes,
    urls: {
      decision: processes.decision.url,
      collection: processes.collection.url,
      disclosure: processes.disclosure.url,
      editing: processes.worker.url,
      audit: processes.audit.url,
    },
    settledUrls: started.map(({ url }) => `${url}/health/settled`),
    token: (person) => issuer.token(person),
    bankSecret: (bank) => secrets[bank],
    stop: async () => {
      await Promise.all(started.map((process) => process.stop()));
      await issuer.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const urlVariable = (app: App): string => `${app.toUpperCase()}_DATABASE_URL`;

function loginUrls(databaseUrl: string): Record<App, string> {
  const own = (app: App): [App, string] => {
    const url = new URL(databaseUrl);
    url.username = `${url.pathname.slice(1)}_${app}`;
    url.password = randomBytes(18).toString('base64url');
    return [app, url.href];
  };
  return Object.fromEntries(APPS.map(own)) as Record<App, string>;
}

/** As the one who installs does: `npm run migrate` with the owner's login. */
function migrate(databaseUrl: string, urls: Readonly<Record<App, string>>): void {
  const environment = Object.fromEntries(APPS.map((app) => [urlVariable(app), urls[app]]));
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(projectRoot(), 'dist/apps/standalone/src/migrate.js')],
    { env: { PATH: process.env['PATH'], DATABASE_ADMIN_URL: databaseUrl, ...environment }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`migrate: ${stdout}${stderr}`);
}
