import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { type DomainEvent, type FactMeta, type Ground, parseInstant, uuid5 } from '@fajiao/kernel';
import { createApplication, DevelopmentIssuer, loadConfig, Log, People, PlatformModule } from '@fajiao/platform';
import { ProjectionMonitor, ProjectionRunner } from '@fajiao/projections';
import { loadCalendar, loadRulebook } from '@fajiao/rulebook';
import { DataSource } from 'typeorm';
import { projectionStage } from '../../../test/support/projections';
import { AuditModule, auditPart } from './audit.module';
import { auditEntities, auditHost } from './refusals/audit-refusals.projection';
import { codec, doctored, sample, sampleStore } from './replay/sample-case.fixture.spec';

type ActRefused = DomainEvent<'ActRefused', { operation: string; target: string; grounds: Ground[] }>;
type Change = Parameters<typeof doctored>[1];

@Module({})
class AuditApp {}

const people = new People([
  { id: 'officer-1', name: '示例执法人员一', roles: ['officer'] },
  { id: 'auditor-1', name: '示例审计人员', roles: ['auditor'] },
]);

/** The audit side over HTTP: events in memory, its one projection in PostgreSQL. */
export async function auditStage() {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'));
  const config = loadConfig({ NODE_ENV: 'test', VAR_DIR: folder, DEMO_MODE: 'true' });
  const events = await sampleStore();
  const tampering: { change: Change } = { change: (kept) => kept };
  const store = doctored(events, (kept) => tampering.change(kept));

  const stage = await projectionStage(auditHost);
  const dataSource = await new DataSource({ ...stage.dataSource.options, entities: auditEntities }).initialize();
  const options = { host: auditHost, dataSource, store, codec };
  const runner = new ProjectionRunner(options);
  await runner.start();
  const monitor = new ProjectionMonitor(options);

  const issuer = await DevelopmentIssuer.open(config, people);
  const rules = { profile: loadRulebook().profile, calendar: loadCalendar() };
  const app = await createApplication({
    module: AuditApp,
    imports: [
      PlatformModule.register({
        config,
        people,
        clock: { now: () => parseInstant('2023-10-10T09:00:00+08:00') },
        contexts: [auditPart],
        developmentIssuer: issuer,
        log: new Log(config, { write: () => undefined }),
      }),
      AuditModule.register({
        store,
        codec,
        replayables: [sample],
        rules,
        dataSource,
        projections: monitor,
      }),
    ],
  });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();

  /** A refused act of the n-th minute; resolves when it is listed. */
  async function refuse(context: FactMeta['context'], n: number, data: ActRefused['data']): Promise<string> {
    const stream = `${context}Refusal-${uuid5('refusal', String(n))}`;
    const meta = metaOf(context, n);
    const schemas = { ActRefused: { version: 1 } };
    await events.append(
      stream,
      codec.encode<ActRefused>(stream, [{ type: 'ActRefused', data }], meta, schemas),
      'none',
    );
    while (!(await monitor.settled()));
    return stream;
  }

  async function get(path: string, as: string | null = 'auditor-1', headers: Record<string, string> = {}) {
    const token = as && (await issuer.tokenFor(as));
    const response = await fetch(url + path, {
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    const body = json ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { status: response.status, headers: response.headers, text, body };
  }

  async function close(): Promise<void> {
    await app.close();
    await runner.stop();
    await dataSource.destroy();
    await stage.close();
    rmSync(folder, { recursive: true });
  }

  return { app, url, events, get, refuse, tampering, close };
}

export type AuditStage = Awaited<ReturnType<typeof auditStage>>;

const metaOf = (context: FactMeta['context'], n: number): FactMeta => ({
  context,
  actor: { id: 'officer-1', roles: ['officer'] },
  occurredAt: parseInstant(`2023-09-28T10:0${n}:00+08:00`),
  recordedAt: parseInstant(`2023-09-28T10:0${n}:00+08:00`),
  commandId: uuid5('refused command', String(n)),
  commandHash: 'ab'.repeat(32),
  correlationId: uuid5('refused', 'correlation'),
  causationId: uuid5('refused', 'cause'),
  rulebook: { profile: 'sample', version: '1' },
});
