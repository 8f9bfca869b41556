import { type DynamicModule, Module } from '@nestjs/common';
import { type ContextPart, projectionsOf, type ProjectionsPort, refusalRecorderOf } from '@fajiao/platform';
import type { DataSource } from 'typeorm';
import { EditingController } from './api/editing/editing.controller';
import { editingMessages } from './api/editing/editing.messages';
import { editingOperations } from './api/editing/editing.operations';
import { DisclosureActs } from './application/disclosure-acts';
import type { DisclosureDeps } from './application/disclosure-deps';
import { Refusals } from './application/refusals';
import type { DisclosureRules } from './domain/disclosure-clocks';
import { Withdrawals } from './read/withdrawals.queries';

export interface EditingOptions extends DisclosureDeps {
  /** Of a login that reads the tables of {@link disclosureHost}, with {@link disclosureEntities}. */
  readonly dataSource: DataSource;
  readonly rules: DisclosureRules;
  /** How far those tables are. */
  readonly projections: ProjectionsPort;
}

/** The editors of the public site. Served where the login may append: never by the public side's own process. */
@Module({})
export class EditingModule {
  static register({ dataSource, rules, projections, ...deps }: EditingOptions): DynamicModule {
    return {
      module: EditingModule,
      controllers: [EditingController],
      providers: [
        { provide: DisclosureActs, useValue: new DisclosureActs(deps) },
        { provide: Withdrawals, useValue: new Withdrawals(dataSource, rules) },
        { provide: refusalRecorderOf('editing'), useValue: new Refusals(deps) },
        { provide: projectionsOf('editing'), useValue: projections },
      ],
    };
  }
}

export const editingPart: ContextPart = {
  context: 'editing',
  side: 'neither',
  title: 'Editing the public site (公示编辑)',
  description:
    'Decisions that were published and then changed, revoked, held unlawful or void: what is to be taken down by when, ' +
    'and the acts that do it (APL-48).',
  module: EditingModule,
  operations: editingOperations,
  messages: editingMessages,
};
