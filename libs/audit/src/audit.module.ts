import { type DynamicModule, Module } from '@nestjs/common';
import type { Codec, EventStore } from '@fajiao/event-store';
import { type ContextPart, projectionsOf, type ProjectionsPort } from '@fajiao/platform';
import type { DataSource } from 'typeorm';
import { AuditPagesController } from './api/audit-pages.controller';
import { auditMessages } from './api/audit.messages';
import { auditOperations } from './api/audit.operations';
import { HistoriesController } from './api/histories.controller';
import { RefusalsController } from './api/refusals.controller';
import { StreamsController } from './api/streams.controller';
import { RECORDING_RULES, REPLAYABLES } from './api/tokens';
import { Histories } from './application/histories';
import { Streams } from './application/streams';
import { Refusals } from './refusals/refusals.queries';
import type { RecordingRules } from './replay/recorded-late';
import type { Replayable } from './replay/replayable';

export interface AuditOptions {
  /** Of the login `audit`, which reads everything and appends nothing. */
  readonly store: EventStore;
  readonly codec: Codec;
  /** What each context hands over to be replayed; category `case` stands in paths as `cases`. */
  readonly replayables: readonly Replayable[];
  readonly rules: RecordingRules;
  /** Of a login that reads the tables of {@link auditHost}, with {@link auditEntities}. */
  readonly dataSource: DataSource;
  /** How far those tables are. */
  readonly projections: ProjectionsPort;
}

/** The auditor's side: folds every history again and holds it against itself. */
@Module({})
export class AuditModule {
  static register({ store, codec, replayables, rules, dataSource, projections }: AuditOptions): DynamicModule {
    return {
      module: AuditModule,
      controllers: [StreamsController, RefusalsController, HistoriesController, AuditPagesController],
      providers: [
        { provide: Histories, useValue: new Histories(store, codec, replayables) },
        { provide: Streams, useValue: new Streams(store, codec) },
        { provide: Refusals, useValue: new Refusals(dataSource) },
        { provide: RECORDING_RULES, useValue: rules },
        { provide: REPLAYABLES, useValue: replayables },
        { provide: projectionsOf('audit'), useValue: projections },
      ],
    };
  }
}

export const auditPart: ContextPart = {
  context: 'audit',
  side: 'neither',
  title: 'Audit (审计)',
  description:
    'Every event with everything beside it; cases, fines and publications as they stood at any moment; who did what; and ' +
    'whether the record is complete, unaltered and in order. The timeline as a web page at /audit/.',
  module: AuditModule,
  operations: auditOperations,
  messages: auditMessages,
};
