import { type DynamicModule, Module } from '@nestjs/common';
import { type ContextPart, projectionsOf, type ProjectionsPort, refusalRecorderOf } from '@fajiao/platform';
import type { DataSource } from 'typeorm';
import { BankCallbacksController } from './api/bank-callbacks.controller';
import { BanksController } from './api/banks.controller';
import { collectionMessages } from './api/collection.messages';
import { collectionOperations } from './api/collection.operations';
import { DiscrepanciesController } from './api/discrepancies.controller';
import { ExportsController } from './api/exports.controller';
import { FineActsController } from './api/fine-acts.controller';
import { FinesController } from './api/fines.controller';
import { PlannerController } from './api/planner.controller';
import { BankQuotesController, QuotesController } from './api/quotes.controller';
import { StatementFilesController } from './api/statement-files.controller';
import { StatementsController } from './api/statements.controller';
import { SuspenseController } from './api/suspense.controller';
import { ViewsController } from './api/views.controller';
import { WorklistController } from './api/worklist.controller';
import { BankMessages } from './application/bank-messages';
import { type CollectionDeps, rulesOf } from './application/collection-deps';
import { FineActs } from './application/fine-acts';
import { Fines } from './application/fines';
import { Quotes } from './application/quotes';
import { CollectionRefusals } from './application/refusal-recorder';
import { StatementFiles } from './application/statement-files/statement-files';
import { Statements } from './application/statements';
import { COLLECTION_DEPS } from './application/tokens';
import { WorklistActs } from './application/worklist-acts';
import { Arrears } from './read/arrears.queries';
import { BankDays } from './read/bank-days.queries';
import { FineList } from './read/fines.queries';
import { Planner } from './read/planner.queries';
import { StatementLineList } from './read/statement-lines.queries';
import { Totals } from './read/totals.queries';
import { Worklist } from './read/worklist.queries';

export interface CollectionOptions extends CollectionDeps {
  /** Of the login that reads the tables of {@link collectionHost}, with {@link collectionEntities}. */
  readonly dataSource: DataSource;
  /** How far those tables and the policies are. */
  readonly projections: ProjectionsPort;
}

/** The collecting side over HTTP. Its policies run where its projections do ({@link collectionPolicies}). */
@Module({})
export class CollectionModule {
  static register({ dataSource, projections, ...deps }: CollectionOptions): DynamicModule {
    return {
      module: CollectionModule,
      controllers: [
        BankCallbacksController,
        FinesController,
        StatementsController,
        StatementFilesController,
        WorklistController,
        BanksController,
        ViewsController,
        ExportsController,
        SuspenseController,
        DiscrepanciesController,
        FineActsController,
        PlannerController,
        QuotesController,
        BankQuotesController,
      ],
      providers: [
        { provide: BankMessages, useValue: new BankMessages(deps) },
        { provide: Fines, useValue: new Fines(deps) },
        { provide: Statements, useValue: new Statements(deps) },
        { provide: StatementFiles, useValue: new StatementFiles(deps) },
        { provide: FineActs, useValue: new FineActs(deps) },
        { provide: Quotes, useValue: new Quotes(deps) },
        { provide: Planner, useValue: new Planner(dataSource, rulesOf(deps)) },
        { provide: FineList, useValue: new FineList(dataSource) },
        { provide: BankDays, useValue: new BankDays(dataSource) },
        { provide: COLLECTION_DEPS, useValue: deps },
        { provide: WorklistActs, useValue: new WorklistActs(deps) },
        { provide: Totals, useValue: new Totals(dataSource) },
        { provide: Arrears, useValue: new Arrears(dataSource, rulesOf(deps)) },
        { provide: Worklist, useValue: new Worklist(dataSource) },
        { provide: StatementLineList, useValue: new StatementLineList(dataSource) },
        { provide: refusalRecorderOf('collection'), useValue: new CollectionRefusals(deps) },
        { provide: projectionsOf('collection'), useValue: projections },
      ],
    };
  }
}

export const collectionPart: ContextPart = {
  context: 'collection',
  side: 'collecting',
  title: 'Collecting (收缴)',
  description:
    'Fines as they are collected: banks report what they received, the finance clerk sees what is due. Nobody here decides ' +
    '(APL-67), and the deciding side records no money.',
  module: CollectionModule,
  operations: collectionOperations,
  messages: collectionMessages,
};
