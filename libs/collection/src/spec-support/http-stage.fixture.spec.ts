import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { contextAccess, type FineHandedOver, type PublishedByDecision, publishedByDecision } from '@fajiao/contracts';
import { aesSealer, Codec, CommandHandler, memoryEventStore, MemoryLog } from '@fajiao/event-store';
import { type Instant, uuid5 } from '@fajiao/kernel';
import {
  createApplication,
  DevelopmentIssuer,
  loadConfig,
  Log,
  openApiDocument,
  People,
  PlatformModule,
  readBanks,
} from '@fajiao/platform';
import { ProjectionMonitor, ProjectionRunner } from '@fajiao/projections';
import { DataSource } from 'typeorm';
import { projectionStage } from '../../../../test/support/projections';
import type { CollectionDeps } from '../application/collection-deps';
import { collectionPolicies } from '../application/policies';
import { CollectionModule, collectionPart } from '../collection.module';
import { collectionEntities, collectionHost } from '../read/collection.host';
import { sign, type Signing } from './bank-signer.fixture.spec';
import { calendar, rulebook } from './samples.fixture.spec';
import { decisionMeta } from './stage.fixture.spec';

@Module({})
class CollectionApp {}

export const SECRETS = {
  'bank-a': [`whsec_${Buffer.alloc(32, 1).toString('base64')}`, `whsec_${Buffer.alloc(32, 2).toString('base64')}`],
  'bank-b': [`whsec_${Buffer.alloc(32, 3).toString('base64')}`],
  'bank-t': [`whsec_${Buffer.alloc(32, 4).toString('base64')}`],
} as const;

/** What is on file of a bank beside its secrets. */
const TAKEN_ON: Readonly<Record<string, object>> = {
  'bank-a': {
    ...{ name: '示例农商银行', channels: ['counter', 'mobile'] },
    agreement: {
      ...{ number: '代收〔2023〕1号', signedOn: '2023-01-05', recordedOn: '2023-01-12', outlets: ['示例县东街支行'] },
      budget: { item: '103050199', level: '县级' },
      account: { holder: '示例县待结算财政款项', number: '0500000000000001' },
    },
  },
  'bank-b': { agreement: { number: '代收〔2022〕2号', signedOn: '2022-09-01', validUntil: '2023-08-31' } },
  'bank-t': { mode: 'test' },
};

const PEOPLE = new People([
  { id: 'clerk-1', name: '财务', roles: ['finance-clerk'] },
  { id: 'clerk-2', name: '财务二', roles: ['finance-clerk'] },
  { id: 'officer-1', name: '执法人员', roles: ['officer'] },
  { id: 'auditor-1', name: '审计', roles: ['auditor'] },
  { id: 'both-1', name: '两侧兼任', roles: ['head', 'finance-clerk'] },
]);

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A request of a bank; everything about it can be made wrong. */
export interface BankCall extends Signing {
  /** `bank-t` is in test mode. */
  readonly bank?: keyof typeof SECRETS;
  readonly secret?: string;
  /** The clock of the request. */
  readonly at?: Instant;
  /** Sent instead of what is signed. */
  readonly sent?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly method?: string;
}

/** The collecting side listening: events in memory, tables in PostgreSQL, its policies running. */
export async function httpStage() {
  const folder = mkdtempSync(join(tmpdir(), 'collection-'));
  const log = new MemoryLog();
  const store = memoryEventStore({ log, access: contextAccess('collection') });
  const codec = new Codec(aesSealer(Buffer.alloc(32, 7)));
  const deps: CollectionDeps = {
    handler: new CommandHandler(store, codec),
    ...{ rulebook, calendar, paymentCodeKey: Buffer.from('a key of the tests') },
  };
  const host = { ...collectionHost, policies: collectionPolicies(deps) };
  const tables = await projectionStage(host);
  const dataSource = await new DataSource({ ...tables.dataSource.options, entities: collectionEntities }).initialize();
  const runner = new ProjectionRunner({ ...{ host, dataSource, store, codec } });
  await runner.start();
  const monitor = new ProjectionMonitor({ host, dataSource, store, codec });
  const config = loadConfig({
    ...{ NODE_ENV: 'test', VAR_DIR: folder, DEMO_MODE: 'true', STATEMENT_FILE_MIB: '1', BODY_SECONDS: '2' },
  });
  const issuer = await DevelopmentIssuer.open(config, PEOPLE);
  const lines: string[] = [];
  const banksFile = JSON.stringify(
    Object.fromEntries(Object.entries(SECRETS).map(([id, secrets]) => [id, { secrets, ...TAKEN_ON[id] }])),
  );
  const platform = PlatformModule.register({
    ...{ config, people: PEOPLE, contexts: [collectionPart], developmentIssuer: issuer },
    clock: { now: () => new Date().toISOString() as Instant },
    banks: readBanks(banksFile, 'test'),
    log: new Log(config, { write: (line: string) => void lines.push(line) }),
  });
  const app = await createApplication({
    module: CollectionApp,
    imports: [platform, CollectionModule.register({ ...deps, dataSource, projections: monitor })],
  });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();

  async function call(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(`${url}/collection/v1${path}`, init);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? {} : (JSON.parse(text) as object as Answer['body']),
    };
  }

  return {
    ...{ log, store, codec, deps, lines, url },
    document: () => openApiDocument(app, collectionPart),

    /** The deciding side serves a decision. */
    async handOver(data: FineHandedOver['data'], when: Instant): Promise<void> {
      const stream = `case-${data.caseId}`;
      const events = codec.encode(
        stream,
        [{ type: 'FineHandedOver' as const, data }],
        decisionMeta(when, stream),
        publishedByDecision,
      );
      await memoryEventStore({ log, access: contextAccess('decision') }).append(stream, events, 'none');
    },

    /** And says more of it later. */
    async tell(caseId: string, event: PublishedByDecision, when: Instant): Promise<void> {
      const stream = `case-${caseId}`;
      const before = log.stream(stream).length;
      const meta = { ...decisionMeta(when, stream), commandId: idOf(`${stream} ${before}`) };
      const events = codec.encode(stream, [event], meta, publishedByDecision);
      await memoryEventStore({ log, access: contextAccess('decision') }).append(stream, events, before - 1);
    },

    async settled(): Promise<void> {
      while (!(await monitor.settled()));
    },

    parked: async () => (await monitor.status()).filter(({ parked }) => parked > 0),

    /** A bank's message, signed unless the call says otherwise. */
    send(noun: string, message: unknown, wish: BankCall = {}): Promise<Answer> {
      const { bank = 'bank-a', secret = SECRETS[bank][0], at, sent, headers = {}, method = 'POST' } = wish;
      const body = typeof message === 'string' || message instanceof Uint8Array ? message : JSON.stringify(message);
      const all = {
        'content-type': 'application/json',
        ...sign(secret, body, wish),
        ...(at !== undefined && { 'fajiao-demo-time': at }),
        ...headers,
      };
      const given = Object.fromEntries(
        Object.entries(all).filter((header): header is [string, string] => header[1] !== undefined),
      );
      const content = method === 'GET' ? {} : { body: sent ?? body };
      return call(`/bank-callbacks/${bank}/${noun}`, { method, headers: given, ...content });
    },

    /** A person asks, or tries what only banks do; acts upon what is there now, unless `ifMatch` says otherwise. */
    async ask(
      path: string,
      as: string,
      { at, body, key, ifMatch }: { at?: Instant; body?: object; key?: string; ifMatch?: string | null } = {},
    ): Promise<Answer> {
      const authorization = `Bearer ${await issuer.tokenFor(as)}`;
      const etag = body && ifMatch === undefined ? await this.etagFor(path) : ifMatch;
      const headers = {
        authorization,
        ...(etag && { 'if-match': etag }),
        ...(at !== undefined && { 'fajiao-demo-time': at }),
        ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': key ?? randomUUID() }),
      };
      return call(path, { method: body ? 'POST' : 'GET', headers, ...(body && { body: JSON.stringify(body) }) });
    },

    /** Of the fine or the held money that a path names. */
    async etagFor(path: string): Promise<string | null> {
      const [resource] = /^\/(?:fines|suspense)\/[^/]+/.exec(path) ?? [];
      if (resource === undefined) return null;
      const headers = { authorization: `Bearer ${await issuer.tokenFor('auditor-1')}` };
      return (await call(resource, { headers })).headers.get('etag');
    },

    /** A person brings in a file. */
    async upload(path: string, as: string, file: Uint8Array, { at }: { readonly at?: Instant } = {}): Promise<Answer> {
      const headers = {
        authorization: `Bearer ${await issuer.tokenFor(as)}`,
        'idempotency-key': randomUUID(),
        ...(at !== undefined && { 'fajiao-demo-time': at }),
      };
      return call(path, { method: 'POST', headers, body: Buffer.from(file) });
    },

    /** A person takes a file. */
    async download(path: string, as: string, { at }: { readonly at: Instant }) {
      const headers = { authorization: `Bearer ${await issuer.tokenFor(as)}`, 'fajiao-demo-time': at };
      const response = await fetch(`${url}/collection/v1${path}`, { headers });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },

    /** Bodies that have been left behind. */
    spooled: (): string[] => (existsSync(join(folder, 'spool')) ? readdirSync(join(folder, 'spool')) : []),

    async close(): Promise<void> {
      await app.close();
      await runner.stop();
      await dataSource.destroy();
      await tables.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type HttpStage = Awaited<ReturnType<typeof httpStage>>;

export const idOf = (name: string): string => uuid5('test', name);
