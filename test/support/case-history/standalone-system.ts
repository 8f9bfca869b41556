import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningSystem } from './client';
import { startApp } from './processes';
import { makeRunFolder } from './run-folder';

export interface SystemOptions {
  /** The people of the run. */
  readonly staffFile: string;
  readonly banks: readonly string[];
  /** An empty database to use instead of an embedded server of its own. */
  readonly databaseUrl?: string;
  /** Keeps the events in EventStoreDB, under a prefix of the run's own. */
  readonly eventStoreUrl?: string;
}

/** The whole backend in one process, in demonstration mode, on an empty store. */
export async function startStandaloneSystem(options: SystemOptions): Promise<RunningSystem> {
  const folder = makeRunFolder('run');
  const secrets = bankSecrets(options.banks);
  const environment = { ...demonstration(folder.path, options, secrets), VAR_DIR: folder.varDir };
  const app = await startApp('standalone', environment).catch((fault: unknown) => {
    folder.remove();
    throw fault;
  });
  return {
    urls: { decision: app.url, collection: app.url, disclosure: app.url, editing: app.url, audit: app.url },
    settledUrls: [`${app.url}/health/settled`],
    token: (person) => developmentToken(app.url, person),
    bankSecret: (bank) => secrets[bank],
    stop: async () => {
      await app.stop();
      folder.remove();
    },
  };
}

export const bankSecrets = (banks: readonly string[]): Record<string, string> =>
  Object.fromEntries(banks.map((bank) => [bank, `whsec_${randomBytes(32).toString('base64')}`]));

/** What every process of a run is told alike. */
export function demonstration(
  folder: string,
  options: SystemOptions,
  secrets: Readonly<Record<string, string>>,
): Record<string, string> {
  const banksFile = join(folder, 'banks.json');
  const banks = Object.entries(secrets).map(([bank, secret]) => [bank, { secrets: [secret] }]);
  writeFileSync(banksFile, JSON.stringify(Object.fromEntries(banks)), { mode: 0o600 });
  return {
    DEMO_MODE: 'true',
    STAFF_FILE: options.staffFile,
    BANKS_FILE: banksFile,
    ...(options.databaseUrl !== undefined && { DATABASE_URL: options.databaseUrl }),
    ...(options.eventStoreUrl !== undefined && {
      EVENTSTORE_URL: options.eventStoreUrl,
      EVENTSTORE_PREFIX: `run${randomBytes(6).toString('hex')}.`,
    }),
  };
}

export async function developmentToken(url: string, person: string): Promise<string> {
  const response = await fetch(`${url}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  });
  if (!response.ok) throw new Error(`no token for ${person}: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { access_token: string }).access_token;
}
