import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { contextAccess } from '@fajiao/contracts';
import { aesSealer, Codec, CommandHandler, memoryEventStore } from '@fajiao/event-store';
import { parseCivilDate, systemClock } from '@fajiao/kernel';
import {
  createApplication,
  DevelopmentIssuer,
  loadConfig,
  Log,
  openApiDocument,
  People,
  type Person,
  PlatformModule,
} from '@fajiao/platform';
import { ProjectionMonitor, ProjectionRunner } from '@fajiao/projections';
import { loadRulebook } from '@fajiao/rulebook';
import { DataSource } from 'typeorm';
import { projectionStage } from '../../../../test/support/projections';
import { ImportStaff } from '../application/import-staff';
import { StreamRegister } from '../application/stream-register';
import { registryEntities, registryHost } from '../read/registry.host';
import { RegistryModule, registryPart } from '../registry.module';

@Module({})
class RegistryApp {}

const certified = (no: string) => ({ certificate: { no, validUntil: parseCivilDate('2027-12-31') } });

const PEOPLE: readonly Person[] = [
  { id: 'officer-1', name: '示例执法人员一', roles: ['officer'], ...certified('14-0922-001') },
  { id: 'officer-2', name: '示例执法人员二', roles: ['officer'], ...certified('14-0922-002') },
  { id: 'lead-1', name: '示例承办机构负责人', roles: ['unit-lead'] },
  { id: 'officer-lead-1', name: '示例执法人员兼负责人', roles: ['officer', 'unit-lead'], ...certified('14-0922-011') },
  { id: 'head-1', name: '示例负责人一', roles: ['head', 'principal'], panelMember: true },
  { id: 'head-2', name: '示例负责人二', roles: ['head'], panelMember: true },
  { id: 'head-3', name: '示例负责人三', roles: ['head'] },
  { id: 'auditor-1', name: '示例审计人员', roles: ['auditor'] },
  { id: 'clerk-1', name: '示例财务人员', roles: ['finance-clerk'] },
];

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Call {
  readonly as: string;
  readonly at?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The register listening: events in memory, tables in PostgreSQL, its projections running, the staff file read. */
export async function httpStage() {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  const store = memoryEventStore({ access: contextAccess('decision') });
  const codec = new Codec(aesSealer(Buffer.alloc(32, 7)));
  const handler = new CommandHandler(store, codec);
  const rulebook = loadRulebook();
  const host = registryHost;
  const tables = await projectionStage(host);
  const dataSource = await new DataSource({ ...tables.dataSource.options, entities: registryEntities }).initialize();
  await new ImportStaff({ handler, rulebook }, PEOPLE, systemClock).run();
  const runner = new ProjectionRunner({ ...{ host, dataSource, store, codec } });
  await runner.start();
  const projections = new ProjectionMonitor({ host, dataSource, store, codec });
  const config = loadConfig({ NODE_ENV: 'test', VAR_DIR: folder, DEMO_MODE: 'true' });
  const people = new People(PEOPLE);
  const issuer = await DevelopmentIssuer.open(config, people);
  const platform = PlatformModule.register({
    ...{ config, clock: systemClock, people, contexts: [registryPart], developmentIssuer: issuer },
    log: new Log(config, { write: () => undefined }),
  });
  const app = await createApplication({
    module: RegistryApp,
    imports: [platform, RegistryModule.register({ handler, rulebook, dataSource, projections })],
  });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();

  return {
    ...{ store, codec, register: new StreamRegister(handler) },
    document: () => openApiDocument(app, registryPart),

    async call(path: string, { as, at, body, headers = {} }: Call): Promise<Answer> {
      const response = await fetch(`${url}/registry/v1${path}`, {
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
