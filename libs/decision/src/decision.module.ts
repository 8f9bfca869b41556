import { Module, type DynamicModule } from '@nestjs/common';
import { projectionsOf, refusalRecorderOf, type ContextPart, type ProjectionsPort } from '@fajiao/platform';
import type { DataSource } from 'typeorm';
import { actsOfRoles } from './api/acts-of-roles';
import { AttachmentsController } from './api/attachments.controller';
import { CasesController } from './api/cases.controller';
import { DecisionController } from './api/decision.controller';
import { decisionMessages } from './application/decision.messages';
import { decisionOperations } from './api/decision.operations';
import { DefenceController } from './api/defence.controller';
import { DocumentsController } from './api/documents.controller';
import { DueController } from './api/due.controller';
import { EnforcementController } from './api/enforcement.controller';
import { ExecutionController } from './api/execution.controller';
import { FilingController } from './api/filing.controller';
import { InvestigationController } from './api/investigation.controller';
import { MeasuresController } from './api/measures.controller';
import { RemediesController } from './api/remedies.controller';
import { ReviewController } from './api/review.controller';
import { SpotController } from './api/spot.controller';
import { TransfersController } from './api/transfers.controller';
import { WorkflowController } from './api/workflow.controller';
import { Attachments } from './application/attachments';
import { CaseActs } from './application/case-acts';
import { CaseDocuments } from './application/case-documents';
import { CaseReader } from './application/case-reader';
import type { DecisionDeps } from './application/decision-deps';
import { DueDesk, type ServingIn } from './application/due-desk';
import { DueFeeds } from './application/due-feed';
import { Refusals } from './application/refusals';
import { DecisionDue } from './read/decision-due.queries';
import { DecisionCases } from './read/decision-cases.queries';

export interface DecisionOptions extends DecisionDeps {
  /** Of a login that reads the tables of {@link decisionHost}, with {@link decisionEntities}. */
  readonly dataSource: DataSource;
  /** How far those tables are. */
  readonly projections: ProjectionsPort;
  /** Key that proves the addresses of calendar feeds to be ours. */
  readonly feedKey: Uint8Array;
  /** Who serves in a unit on a day, as the register's list has it. */
  readonly servingIn: ServingIn;
}

/** The deciding side over HTTP. Its policies run where its projections do ({@link decisionPolicies}). */
@Module({})
export class DecisionModule {
  static register({ dataSource, projections, feedKey, servingIn, ...deps }: DecisionOptions): DynamicModule {
    return {
      module: DecisionModule,
      controllers: [
        CasesController,
        DueController,
        FilingController,
        InvestigationController,
        AttachmentsController,
        MeasuresController,
        DefenceController,
        ReviewController,
        TransfersController,
        DecisionController,
        SpotController,
        ExecutionController,
        DocumentsController,
        RemediesController,
        EnforcementController,
        WorkflowController,
      ],
      providers: [
        { provide: CaseActs, useValue: new CaseActs(deps) },
        { provide: Attachments, useValue: new Attachments(deps) },
        { provide: CaseReader, useValue: new CaseReader(deps) },
        { provide: CaseDocuments, useValue: new CaseDocuments(deps) },
        { provide: DecisionCases, useValue: new DecisionCases(dataSource) },
        { provide: DueDesk, useValue: dueDesk({ dataSource, feedKey, servingIn, ...deps }) },
        { provide: refusalRecorderOf('decision'), useValue: new Refusals(deps) },
        { provide: projectionsOf('decision'), useValue: projections },
      ],
    };
  }
}

function dueDesk({
  dataSource,
  feedKey,
  servingIn,
  register,
  rulebook,
}: Pick<DecisionOptions, 'dataSource' | 'feedKey' | 'servingIn' | 'register' | 'rulebook'>): DueDesk {
  return new DueDesk({
    due: new DecisionDue(dataSource),
    feeds: new DueFeeds(feedKey),
    profile: rulebook.profile,
    actsOf: actsOfRoles,
    servingIn,
    unitOf: async (person, day) => (await register.officer(person, day))?.unit.id,
  });
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
