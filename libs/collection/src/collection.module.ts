import { type DynamicModule, Module } from '@nestjs/common';
import { type ContextPart, projectionsOf, type ProjectionsPort, refusalRecorderOf } from '@fajiao/platform';
import type { DataSource } from 'typeorm';
import { BankCallbacksController } from './api/bank-callbacks.controller';
import { collectionMessages } from './api/collection.messages';
import { collectionOperations } from './api/collection.operations';
import { FinesController } from './api/fines.controller';
import { StatementsController } from './api/statements.controller';
import { BankMessages } from './application/bank-messages';
import type { CollectionDeps } from './application/collection-deps';
import { Fines } from './application/fines';
import { CollectionRefusals } from './application/refusal-recorder';
import { Statements } from './application/statements';
import { BankDays } from './read/bank-days.queries';
import { FineList } from './read/fines.queries';

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
      controllers: [BankCallbacksController, FinesController, StatementsController],
      providers: [
        { provide: BankMessages, useValue: new BankMessages(deps) },
        { provide: Fines, useValue: new Fines(deps) },
        { provide: Statements, useValue: new Statements(deps) },
        { provide: FineList, useValue: new FineList(dataSource) },
        { provide: BankDays, useValue: new BankDays(dataSource) },
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
