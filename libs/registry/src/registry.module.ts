import { type DynamicModule, Module } from '@nestjs/common';
import { type ContextPart, projectionsOf, type ProjectionsPort, refusalRecorderOf } from '@fajiao/platform';
import type { DataSource } from 'typeorm';
import { DelegationsController } from './api/delegations.controller';
import { OfficersController } from './api/officers.controller';
import { PanelController } from './api/panel.controller';
import { registryOperations } from './api/registry.operations';
import { Refusals } from './application/refusals';
import { RegisterActs } from './application/register-acts';
import { RegisterReader } from './application/register-reader';
import { registryMessages } from './application/registry.messages';
import type { RegistryDeps } from './application/registry-deps';
import { RegisterLists } from './read/register.queries';

export interface RegistryOptions extends RegistryDeps {
  /** Of a login that reads the tables of {@link registryHost}, with {@link registryEntities}. */
  readonly dataSource: DataSource;
  /** How far those tables are. */
  readonly projections: ProjectionsPort;
}

/** The register of officers and delegations over HTTP. */
@Module({})
export class RegistryModule {
  static register({ dataSource, projections, ...deps }: RegistryOptions): DynamicModule {
    return {
      module: RegistryModule,
      controllers: [OfficersController, PanelController, DelegationsController],
      providers: [
        { provide: RegisterActs, useValue: new RegisterActs(deps) },
        { provide: RegisterReader, useValue: new RegisterReader(deps) },
        { provide: RegisterLists, useValue: new RegisterLists(dataSource) },
        { provide: refusalRecorderOf('registry'), useValue: new Refusals(deps) },
        { provide: projectionsOf('registry'), useValue: projections },
      ],
    };
  }
}

export const registryPart: ContextPart = {
  context: 'registry',
  side: 'deciding',
  title: 'Registry (执法人员与委托赋权)',
  description:
    'Who serves, with what certificate and in which unit, who deliberates, and what townships and entrusted organisations ' +
    'may do. Every fact holds from a day of its own: each act on a case is checked as of the day of the act.',
  module: RegistryModule,
  operations: registryOperations,
  messages: registryMessages,
};
