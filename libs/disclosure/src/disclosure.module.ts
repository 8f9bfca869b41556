import { type DynamicModule, Module } from '@nestjs/common';
import { type ContextPart, projectionsOf, type ProjectionsPort } from '@fajiao/platform';
import type { DataSource } from 'typeorm';
import { DecisionsController } from './api/decisions.controller';
import { disclosureMessages } from './api/disclosure.messages';
import { disclosureOperations } from './api/disclosure.operations';
import { PublicPagesController } from './api/public-pages.controller';
import type { DisclosureRules } from './domain/disclosure-clocks';
import { DisclosedDecisions } from './read/disclosed-decisions.queries';

export interface DisclosureOptions {
  /** Of a login that reads the tables of {@link disclosureHost}, with {@link disclosureEntities}. */
  readonly dataSource: DataSource;
  readonly rules: DisclosureRules;
  /** How far those tables are. */
  readonly projections: ProjectionsPort;
}

/** The public side: reads one projection, writes nothing, and has no use for the event store. */
@Module({})
export class DisclosureModule {
  static register({ dataSource, rules, projections }: DisclosureOptions): DynamicModule {
    return {
      module: DisclosureModule,
      // The page of an entry before the entry: its path ends in .html.
      controllers: [PublicPagesController, DecisionsController],
      providers: [
        { provide: DisclosedDecisions, useValue: new DisclosedDecisions(dataSource, rules) },
        { provide: projectionsOf('disclosure'), useValue: projections },
      ],
    };
  }
}

export const disclosurePart: ContextPart = {
  context: 'disclosure',
  side: 'neither',
  title: 'Disclosure (公示)',
  description:
    'Published penalty decisions for everybody, without signing in. Natural persons are masked, minors never identified ' +
    '(APL-50). The same as web pages at /disclosure/.',
  module: DisclosureModule,
  operations: disclosureOperations,
  messages: disclosureMessages,
};
