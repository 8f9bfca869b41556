import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningSystem } from './case-history/client';
import { type Process, projectRoot, startApp } from './case-history/processes';
import { bankSecrets, demonstration, developmentToken } from './case-history/standalone-system';
import { loginUrls } from './migrated-database';

/** The standalone app, whose process can be killed and started again on the same stores. */
export interface KillableSystem extends RunningSystem {
  /** What its process is told. */
  readonly environment: Readonly<Record<string, string>>;
  readonly process: Process;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts it again; it answers under another URL then. */
  restart(): Promise<void>;
}

export interface KillableOptions {
  readonly databaseUrl: string;
  readonly eventStoreUrl?: string;
}

/** Banks enough for every case of a load to be the only one that its bank reports on its day. */
export const BANKS = Array.from({ length: 20 }, (_, index) => `bank-${String(index + 1).padStart(2, '0')}`);

export async function startKillableSystem(options: KillableOptions): Promise<KillableSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'fajiao-faults-'));
  const secrets = bankSecrets(BANKS);
  const staffFile = join(projectRoot(), 'test/acceptance/cases/staff.json');
  const environment = {
    ...demonstration(folder, { ...options, staffFile, banks: BANKS }, secrets),
    ...urlVariables(options.databaseUrl),
    VAR_DIR: join(folder, 'var'),
  };
  let app = await startApp('standalone', environment);
  return {
    environment,
    get process() {
      return app;
    },
    get urls() {
      return { decision: app.url, collection: app.url, disclosure: app.url, editing: app.url, audit: app.url };
    },
    get settledUrls() {
      return [`${app.url}/health/settled`];
    },
    token: (person) => developmentToken(app.url, person),
    bankSecret: (bank) => secrets[bank],
    kill: async () => {
      const ended = once(app.child, 'exit');
      app.child.kill('SIGKILL');
      await ended;
    },
    restart: async () => {
      app = await startApp('standalone', environment);
    },
    stop: async () => {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const urlVariables = (databaseUrl: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(loginUrls(databaseUrl)).map(([login, url]) => [`${login.toUpperCase()}_DATABASE_URL`, url]),
  );
