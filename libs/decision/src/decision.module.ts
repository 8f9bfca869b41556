import { Module, type DynamicModule } from '@nestjs/common';
import { projectionsOf, refusalRecorderOf, type ContextPart, type ProjectionsPort } from '@fajiao/platform';
import type { DataSource } from 'typeorm';
import { CasesController } from './api/cases.controller';
import { DecisionController } from './api/decision.controller';
import { decisionMessages } from './application/decision.messages';
import { decisionOperations } from './api/decision.operations';
import { DefenceController } from './api/defence.controller';
import { ExecutionController } from './api/execution.controller';
import { FilingController } from './api/filing.controller';
import { InvestigationController } from './api/investigation.controller';
import { ReviewController } from './api/review.controller';
import { CaseActs } from './application/case-acts';
import { CaseReader } from './application/case-reader';
import type { DecisionDeps } from './application/decision-deps';
import { Refusals } from './application/refusals';
import { DecisionCases } from './read/decision-cases.queries';

export interface DecisionOptions extends DecisionDeps {
  /** Of a login that reads the tables of {@link decisionHost}, with {@link decisionEntities}. */
  readonly dataSource: DataSource;
  /** How far those tables are. */
  readonly projections: ProjectionsPort;
}

/** The deciding side over HTTP. Its policies run where its projections do ({@link decisionPolicies}). */
@Module({})
export class DecisionModule {
  static register({ dataSource, projections, ...deps }: DecisionOptions): DynamicModule {
    return {
      module: DecisionModule,
      controllers: [
        CasesController,
        FilingController,
        InvestigationController,
        DefenceController,
        ReviewController,
        DecisionController,
        ExecutionController,
      ],
      providers: [
        { provide: CaseActs, useValue: new CaseActs(deps) },
        { provide: CaseReader, useValue: new CaseReader(deps) },
        { provide: DecisionCases, useValue: new DecisionCases(dataSource) },
        { provide: refusalRecorderOf('decision'), useValue: new Refusals(deps) },
        { provide: projectionsOf('decision'), useValue: projections },
      ],
    };
  }
}

export const decisionPart: ContextPart = {
  context: 'decision',
  side: 'deciding',
  title: 'Deciding (决定)',
  description:
    'A penalty case from its filing to its closing. Every act is checked against the law before it is recorded; what is ' +
    'missing is told beforehand (requirements), and a refused act is a fact of its own.',
  module: DecisionModule,
  operations: decisionOperations,
  messages: decisionMessages,
};
