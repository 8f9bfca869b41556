import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DevelopmentIssuer,
  loadConfig,
  openFoundation,
  type People,
  readBanks,
  serve,
  signMessage,
} from '@fajiao/platform';
import { auditContext } from '../../apps/audit/src/app.module';
import { collectionContext } from '../../apps/collection/src/app.module';
import { decisionContexts } from '../../apps/decision/src/app.module';
import { disclosureContext } from '../../apps/disclosure/src/app.module';
import { workerContext } from '../../apps/worker/src/app.module';
import { migratedDatabase } from './migrated-database';

export const BANK = 'bank-a';
const BANK_SECRET = Buffer.alloc(32, 1);

/** All contexts in one process, as the standalone app serves them, with the people of a test. */
export interface HttpSystem {
  readonly url: string;
  /** Header of somebody who bears a token. */
  bearing(person: string): Promise<Record<string, string>>;
  /** Events in the store by category and type, as `category type`. */
  eventCounts(): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

export async function startHttpSystem(people: People): Promise<HttpSystem> {
  const database = await migratedDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'fajiao-wall-'));
  const config = loadConfig({ NODE_ENV: 'test', VAR_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' });
  const foundation = { ...openFoundation(config), people };
  const developmentIssuer = await DevelopmentIssuer.open(config, people);
  const contexts = [
    ...(await decisionContexts(foundation, database.urlOf('decision'))),
    await collectionContext(foundation, database.urlOf('collection')),
    await workerContext(foundation, database.urlOf('worker')),
    await disclosureContext(foundation, database.urlOf('disclosure')),
    await auditContext(foundation, database.urlOf('audit')),
  ];
  const secrets = [`whsec_${BANK_SECRET.toString('base64')}`];
  const banks = readBanks(JSON.stringify({ [BANK]: { secrets } }), 'the banks of this test');
  const { app, stop } = await serve(foundation, contexts, { banks, developmentIssuer, host: '127.0.0.1' });
  return {
    url: await app.getUrl(),
    bearing: async (person) => ({ authorization: `Bearer ${await developmentIssuer.tokenFor(person)}` }),
    async eventCounts() {
      const { rows } = await database.owner.query<{ what: string; count: number }>(
        `SELECT split_part(stream, '-', 1) || ' ' || type AS what, count(*)::integer FROM events.event GROUP BY 1`,
      );
      return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
    },
    async stop() {
      await stop();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Headers of a bank that signs its message. */
export function signedByBank(body: string): Record<string, string> {
  const [id, timestamp] = [`msg_${randomUUID()}`, Math.floor(Date.now() / 1000)];
  const signature = signMessage(BANK_SECRET, id, timestamp, Buffer.from(body));
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature };
}
