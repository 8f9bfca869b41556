import { afterServiceOf, type AfterService } from './after-service';
import { procedureOf, standingProposal, type CaseState, type Filing, type Proposal } from './case-state';
import { clocksOf, type CaseClock } from './clocks';
import type { LawContext } from './context';
import { measuresOn, type MeasuresOnADay } from './describe-measures';
import { ageAtAct, hearingRight, isMajorCase } from './law';
import { toBeExecuted } from './requirements/closing';
import { deliberationRequired } from './requirements/deliberation';
import { legalReviewRequired } from './requirements/review';
import type { Procedure } from './events';
import type { Status } from './status';

/** Who did what on a case, as far as duties are kept apart. Staff ids. */
export interface Duties {
  readonly filed: readonly string[];
  readonly approved: readonly string[];
  readonly investigated: readonly string[];
  readonly recused: readonly string[];
  readonly reviewed: readonly string[];
  readonly chaired: readonly string[];
  readonly deliberated: readonly string[];
  readonly decided: readonly string[];
}

/** A case for whoever may read it: everything on file, and what follows from it on a day. Nothing but JSON. */
export interface CaseDescription extends MeasuresOnADay, AfterService {
  readonly status: Status;
  readonly outcome: 'penalty' | 'no-penalty' | 'dropped' | 'transferred' | null;
  readonly procedure: Procedure;
  readonly filing: Filing;
  /** Full years at the act; null where the party is no citizen. */
  readonly ageAtAct: number | null;
  readonly approval: CaseState['approval'];
  readonly officers: readonly string[];
  readonly recusalRequests: CaseState['recusalRequests'];
  readonly evidence: CaseState['evidence'];
  readonly conclusions: CaseState['conclusions'];
  /** The version that stands. */
  readonly proposal: Proposal | null;
  readonly proposals: readonly Proposal[];
  /** Complex or serious (readings). */
  readonly major: boolean;
  readonly legalReviewRequired: boolean;
  readonly deliberationRequired: boolean;
  /** Kinds of penalties that give the right to a hearing. */
  readonly hearingRight: readonly string[];
  readonly notices: CaseState['notices'];
  readonly waivers: CaseState['waivers'];
  readonly statements: CaseState['statements'];
  readonly hearing: CaseState['hearing'];
  readonly reviews: CaseState['reviews'];
  readonly deliberations: CaseState['deliberations'];
  readonly pauses: CaseState['pauses'];
  readonly extension: CaseState['extension'];
  readonly transfers: CaseState['transfers'];
  readonly decision: CaseState['decision'];
  readonly documentNumber: string | null;
  readonly service: CaseState['service'];
  readonly spotReport: CaseState['spotReport'];
  readonly spotMoney: CaseState['spotMoney'];
  readonly payment: CaseState['payment'];
  readonly writtenOff: CaseState['writtenOff'];
  readonly executed: readonly string[];
  readonly penaltiesToExecute: readonly string[];
  readonly corrections: CaseState['corrections'];
  readonly ending: CaseState['ending'];
  readonly fallenDecisions: CaseState['fallenDecisions'];
  readonly recordedLate: CaseState['recordedLate'];
  readonly duties: Duties;
  readonly clocks: readonly CaseClock[];
  readonly documents: CaseState['documents'];
  readonly log: CaseState['log'];
}

/** undefined: nothing has been filed. */
export function describeCase(state: CaseState, law: LawContext): CaseDescription | undefined {
  const { filing, decision, ending } = state;
  if (!filing) return undefined;
  // What a decided case needed is judged by the day of its decision, whatever the thresholds are later.
  const judged = { ...law, today: decision?.decidedOn ?? law.today };
  return {
    status: state.status,
    outcome: decision?.outcome ?? outcomeOfEnding(ending),
    procedure: procedureOf(state),
    filing,
    ageAtAct: ageAtAct(filing),
    approval: state.approval,
    officers: state.officers,
    recusalRequests: state.recusalRequests,
    evidence: state.evidence,
    ...measuresOn(state, law),
    conclusions: state.conclusions,
    proposal: standingProposal(state),
    proposals: state.proposals,
    major: isMajorCase(state, judged),
    legalReviewRequired: legalReviewRequired(state, judged),
    deliberationRequired: deliberationRequired(state, judged),
    hearingRight: hearingRight(state, judged).map(({ kind }) => kind),
    notices: state.notices,
    waivers: state.waivers,
    statements: state.statements,
    hearing: state.hearing,
    reviews: state.reviews,
    deliberations: state.deliberations,
    pauses: state.pauses,
    extension: state.extension,
    transfers: state.transfers,
    decision,
    documentNumber: state.number?.documentNumber ?? null,
    service: state.service,
    spotReport: state.spotReport,
    spotMoney: state.spotMoney,
    payment: state.payment,
    writtenOff: state.writtenOff,
    executed: state.executed,
    penaltiesToExecute: toBeExecuted(state),
    corrections: state.corrections,
    ending,
    fallenDecisions: state.fallenDecisions,
    ...afterServiceOf(state),
    recordedLate: state.recordedLate,
    duties: dutiesOf(state),
    clocks: clocksOf(state, law),
    documents: state.documents,
    log: state.log,
  };
}

function outcomeOfEnding(ending: CaseState['ending']): 'dropped' | 'transferred' | null {
  return ending?.how === 'dropped' || ending?.how === 'transferred' ? ending.how : null;
}

function dutiesOf({ log, investigators, recused, reviews, deliberations, decision }: CaseState): Duties {
  const actorsOf = (...types: readonly string[]) => [
    ...new Set(log.filter(({ type }) => types.includes(type)).map(({ by }) => by)),
  ];
  return {
    filed: actorsOf('CaseFiled', 'SpotPenaltyDecided'),
    approved: actorsOf('FilingApproved', 'FilingRefused', 'TransferApproved', 'TransferRefused'),
    investigated: investigators,
    recused,
    reviewed: [...new Set(reviews.map(({ by }) => by))],
    chaired: actorsOf('HearingNoticed', 'HearingHeld', 'HearingMissed'),
    deliberated: [...new Set(deliberations.flatMap(({ present }) => present))],
    decided: decision ? [decision.by] : [],
  };
}
