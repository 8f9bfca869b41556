import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { contextAccess } from '@fajiao/contracts';
import { aesSealer, Codec, CommandHandler, memoryEventStore } from '@fajiao/event-store';
import { systemClock } from '@fajiao/kernel';
import {
  createApplication,
  DevelopmentIssuer,
  loadConfig,
  Log,
  openApiDocument,
  People,
  PlatformModule,
  type Person,
} from '@fajiao/platform';
import { ProjectionMonitor, ProjectionRunner } from '@fajiao/projections';
import { DataSource } from 'typeorm';
import { projectionStage } from '../../../../test/support/projections';
import { decisionPolicies } from '../application/decision.policies';
import type { DecisionDeps } from '../application/decision-deps';
import { DecisionModule, decisionPart } from '../decision.module';
import { decisionEntities, decisionHost, decisionProjections } from '../read/decision.host';
import { memoryAttachments } from './attachments.fixture.spec';
import { contentOnly } from './documents.fixture.spec';
import { members, register, staff } from './people.fixture.spec';
import { calendar, rulebook, type Step } from './play.fixture.spec';

@Module({})
class DecisionApp {}

const PEOPLE = new People([
  ...Object.entries(members).map(
    ([id, member]) => ({ id, name: id, ...member, panelMember: staff.panel().includes(id) }) as Person,
  ),
  { id: 'clerk-1', name: '财务', roles: ['finance-clerk'] },
  { id: 'auditor-1', name: '审计', roles: ['auditor'] },
  { id: 'both-1', name: '两侧兼任', roles: ['head', 'finance-clerk'] },
]);

/** Where each act is sent to. */
const NOUNS: Readonly<Record<string, string>> = {
  'approve-filing': 'filing-approval',
  'collect-evidence': 'evidence',
  'conclude-investigation': 'investigation-conclusion',
  'serve-prior-notice': 'prior-notice',
  'waive-rights': 'rights-waiver',
  'pass-legal-review': 'legal-review',
  deliberate: 'deliberation',
  decide: 'decision',
  'serve-decision': 'decision-service',
  'report-spot-decision': 'spot-report',
  'collect-on-the-spot': 'spot-collection',
  'hand-in': 'spot-hand-in',
  'propose-transfer': 'transfers',
  'approve-transfer': 'transfer-approval',
  'hand-over': 'transfer-hand-over',
  'transfer-returned': 'transfer-return',
};

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Call {
  readonly as: string;
  /** The clock of the request. */
  readonly at?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The deciding side listening: events in memory, tables in PostgreSQL, its projection and policies running. */
export async function httpStage(more: Partial<DecisionDeps> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'decision-'));
  const store = memoryEventStore({ access: contextAccess('decision') });
  const codec = new Codec(aesSealer(Buffer.alloc(32, 7)));
  const attachments = memoryAttachments();
  const deps: DecisionDeps = {
    handler: new CommandHandler(store, codec),
    ...{
      rulebook,
      calendar,
      register,
      renderer: contentOnly,
      attachments,
      partyKey: Buffer.alloc(32, 3),
    },
    ...more,
  };
  const host = { ...decisionHost, projections: decisionProjections(deps), policies: decisionPolicies(deps) };
  const tables = await projectionStage(host);
  const dataSource = await new DataSource({ ...tables.dataSource.options, entities: decisionEntities }).initialize();
  const runner = new ProjectionRunner({ ...{ host, dataSource, store, codec } });
  await runner.start();
  const monitor = new ProjectionMonitor({ host, dataSource, store, codec });
  const config = loadConfig({ NODE_ENV: 'test', VAR_DIR: folder, DEMO_MODE: 'true', ATTACHMENT_MIB: '1' });
  const issuer = await DevelopmentIssuer.open(config, PEOPLE);
  const platform = PlatformModule.register({
    ...{ config, clock: systemClock, people: PEOPLE, contexts: [decisionPart], developmentIssuer: issuer },
    log: new Log(config, { write: () => undefined }),
  });
  const app = await createApplication({
    module: DecisionApp,
    imports: [
      platform,
      DecisionModule.register({
        ...deps,
        ...{ dataSource, projections: monitor, feedKey: Buffer.alloc(32, 4) },
        servingIn: async (unit, day) => {
          const people = await Promise.all(PEOPLE.all().map(({ id }) => deps.register.officer(id, day)));
          return people.flatMap((person) => (person?.unit.id === unit ? [person.id] : []));
        },
      }),
    ],
  });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();

  async function call(path: string, { as, at, body, headers = {} }: Call): Promise<Answer> {
    const response = await fetch(`${url}/decision/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${await issuer.tokenFor(as)}`,
        ...(at !== undefined && { 'fajiao-demo-time': at }),
        ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
  }

  /** A text that is no JSON; `as` missing: nobody signs in. */
  async function text(path: string, { as, at }: Partial<Call>): Promise<{ status: number; text: string }> {
    const headers: Record<string, string> = {
      ...(as !== undefined && { authorization: `Bearer ${await issuer.tokenFor(as)}` }),
      ...(at !== undefined && { 'fajiao-demo-time': at }),
    };
    const response = await fetch(`${url}/decision/v1${path}`, { headers });
    return { status: response.status, text: await response.text() };
  }

  /** Bytes that are no JSON: up where some are given, else down. */
  async function bytes(path: string, as: string, up?: Uint8Array) {
    const response = await fetch(`${url}/decision/v1${path}`, {
      method: up ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${await issuer.tokenFor(as)}`,
        ...(up && { 'content-type': 'image/svg+xml', 'idempotency-key': randomUUID() }),
      },
      ...(up && { body: Buffer.from(up) }),
    });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  /** An act as its officer's client sends it, on the version that is named. */
  async function act(step: Step, caseId = '', etag = ''): Promise<Answer> {
    const { at, by: as, data = {} } = step;
    if (step.act === 'file') return call('/cases', { as, at, body: data });
    if (step.act === 'decide-on-the-spot') return call('/spot-decisions', { as, at, body: data });
    const body = step.act === 'decide' ? { outcome: 'penalty', ...data } : data;
    return call(`/cases/${caseId}/${NOUNS[step.act]}`, { as, at, body, headers: { 'if-match': etag } });
  }

  return {
    ...{ store, codec, call, act, text, bytes, attachments },
    document: () => openApiDocument(app, decisionPart),

    /** Sends the acts of one case one after the other; all are accepted. */
    async play(
      steps: readonly Step[],
    ): Promise<{ readonly caseId: string; readonly etag: string; readonly answer: Answer }> {
      let caseId = '';
      let etag = '';
      let answer: Answer | undefined;
      for (const step of steps) {
        answer = await act(step, caseId, etag);
        if (answer.status !== 201) throw new Error(`${step.act}: ${JSON.stringify(answer.body)}`);
        caseId = String(answer.body['caseId']);
        etag = answer.headers.get('etag') ?? '';
      }
      if (!answer) throw new Error('no steps');
      return { caseId, etag, answer };
    },

    async settled(): Promise<void> {
      while (!(await monitor.settled()));
    },

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
