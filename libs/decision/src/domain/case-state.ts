import type { ChangedBy, Party, Penalty } from '@fajiao/contracts';
import type { CivilDate, Fen, Instant } from '@fajiao/kernel';
import { nothingAfterService, type AfterService } from './after-service';
import type {
  CorrectionOrder,
  DecidingAuthority,
  Harm,
  IssuedDocument,
  LeadSource,
  NamedOffence,
  NoPenaltyGround,
  NumberedKind,
  PaymentInstruction,
  PowerUsed,
  Procedure,
  ServiceMode,
} from './events';
import { noMeasures, type Measures } from './measures-state';
import type {
  Conclusions,
  Proposal,
  OnProposal,
  Notice,
  Statement,
  Hearing,
  Review,
  Deliberation,
} from './proposal-state';
import { nothingOnTheSpot, type OnTheSpot } from './spot-state';
import type { Status } from './status';
import { noTransfers, type Transfers } from './transfer-state';

export type {
  Conclusions,
  Proposal,
  OnProposal,
  Notice,
  Statement,
  Hearing,
  Review,
  Deliberation,
} from './proposal-state';

/** A document that the case has issued, and the event that issued it. */
export interface IssuedOnCase extends IssuedDocument {
  readonly on: CivilDate;
  readonly revision: number;
}

/** One line of the case's log: what happened, when, and by whom. */
export interface LogEntry {
  readonly revision: number;
  readonly type: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly by: string;
}

export interface Filing {
  readonly party: Party;
  readonly offence: NamedOffence;
  readonly actDate: CivilDate;
  readonly actEndDate: CivilDate | null;
  readonly place: string | null;
  readonly source: LeadSource;
  readonly facts: string;
  readonly harm: Harm | null;
  readonly filedOn: CivilDate;
  readonly filedBy: string;
  readonly overlaps: readonly string[];
  /** The case of the organisation beside which this person is responsible; null: punished for the act itself. */
  readonly beside: string | null;
  /** Of the township or entrusted organisation whose officers filed it; null: the bureau's own. */
  readonly power: PowerUsed | null;
  readonly revision: number;
}

/** A challenge, and what was decided on it; null: nothing yet. */
export interface RecusalRequest {
  readonly person: string;
  readonly by: 'party' | 'self';
  readonly ground: string;
  readonly on: CivilDate;
  readonly recordedBy: string;
  readonly decided: { readonly recused: boolean; readonly on: CivilDate; readonly revision: number } | null;
  readonly revision: number;
}

export interface Approval {
  readonly on: CivilDate;
  readonly markedMajor: boolean;
  readonly revision: number;
}

/** The term for deciding stands still (readings: decision-term). */
export interface Pause {
  readonly cause: 'suspension' | 'transfer';
  readonly from: CivilDate;
  /** null: it still does. */
  readonly resumedOn: CivilDate | null;
  readonly ground: string;
  readonly revision: number;
}

export interface DecidedPenalty {
  readonly outcome: 'penalty';
  readonly procedure: Procedure;
  readonly decidedOn: CivilDate;
  readonly by: string;
  /** null: decided on the spot, without one. */
  readonly proposal: number | null;
  readonly facts: string;
  readonly penalties: readonly Penalty[];
  readonly correction: CorrectionOrder;
  readonly payment: PaymentInstruction | null;
  readonly authority: DecidingAuthority;
  readonly major: boolean;
  readonly pastTerm: string | null;
  readonly revision: number;
}

export interface DecidedNoPenalty {
  readonly outcome: 'no-penalty';
  readonly decidedOn: CivilDate;
  readonly by: string;
  readonly facts: string;
  readonly ground: NoPenaltyGround;
  readonly reasons: string | null;
  /** What was found, as far as the ground asks for it. */
  readonly found: readonly string[];
  readonly education: string | null;
  readonly pastTerm: string | null;
  readonly revision: number;
}

export interface DocumentNumber {
  readonly documentNumber: string;
  readonly kind: NumberedKind;
  readonly revision: number;
}

export interface ServedDecision {
  readonly mode: ServiceMode;
  readonly servedOn: CivilDate;
  readonly publishedOn: CivilDate | null;
  readonly on: CivilDate;
  /** null: the decision holds no money, so nothing was handed to the collecting side. */
  readonly fineId: string | null;
  readonly revision: number;
}

/** The case ended in another way than by a decision, or was closed. */
export interface Ending {
  readonly how: 'abandoned' | 'filing-refused' | 'dropped' | 'transferred' | 'closed';
  readonly on: CivilDate;
  readonly revision: number;
}

/** A decision that was revoked so that it be made anew, as it stood. */
export interface FallenDecision {
  readonly decision: DecidedPenalty | DecidedNoPenalty;
  readonly documentNumber: string | null;
  readonly service: ServedDecision | null;
  readonly conclusions: Conclusions | null;
  readonly by: ChangedBy;
  readonly on: CivilDate;
  readonly revision: number;
}

export interface CaseState extends AfterService, Measures, OnTheSpot, Transfers {
  readonly status: Status;
  readonly filing: Filing | null;
  readonly approval: Approval | null;
  /** Who investigates now. */
  readonly officers: readonly string[];
  readonly officersRevision: number | null;
  readonly recused: readonly string[];
  readonly recusalRequests: readonly RecusalRequest[];
  /** Everybody who ever investigated here: named as an officer, or acted as one. */
  readonly investigators: readonly string[];
  /** Everybody who ever presided over a hearing here, or kept its record; a new request leaves them. */
  readonly chairs: readonly string[];
  readonly conclusions: Conclusions | null;
  /** Versions 1 to n; the last one stands. */
  readonly proposals: readonly Proposal[];
  readonly notices: readonly Notice[];
  readonly waivers: readonly OnProposal[];
  readonly statements: readonly Statement[];
  readonly hearing: Hearing;
  readonly reviews: readonly Review[];
  readonly deliberations: readonly Deliberation[];
  readonly pauses: readonly Pause[];
  readonly extension: {
    readonly until: CivilDate;
    readonly ground?: string;
    readonly basis: string;
    readonly revision: number;
  } | null;
  readonly decision: DecidedPenalty | DecidedNoPenalty | null;
  readonly number: DocumentNumber | null;
  readonly service: ServedDecision | null;
  readonly payment: { readonly paidOn: CivilDate; readonly paidFen: Fen; readonly revision: number } | null;
  /** Kinds of the penalties other than money that have been carried out. */
  readonly executed: readonly string[];
  readonly corrections: readonly {
    readonly field: string;
    readonly was: string;
    readonly is: string;
    readonly revision: number;
  }[];
  readonly ending: Ending | null;
  /** Decisions of this case that were revoked so that they be made anew, oldest first. */
  readonly fallenDecisions: readonly FallenDecision[];
  readonly recordedLate: readonly {
    readonly occurredAt: Instant;
    readonly reason: string;
    readonly revision: number;
  }[];
  /** Oldest first. */
  readonly documents: readonly IssuedOnCase[];
  readonly log: readonly LogEntry[];
}

export const noCase: CaseState = {
  status: 'filed',
  filing: null,
  approval: null,
  officers: [],
  officersRevision: null,
  recused: [],
  recusalRequests: [],
  investigators: [],
  chairs: [],
  ...noMeasures,
  ...noTransfers,
  ...nothingOnTheSpot,
  ...nothingAfterService,
  conclusions: null,
  proposals: [],
  notices: [],
  waivers: [],
  statements: [],
  hearing: { requested: null, noticed: null, ended: null },
  reviews: [],
  deliberations: [],
  pauses: [],
  extension: null,
  decision: null,
  number: null,
  service: null,
  payment: null,
  executed: [],
  corrections: [],
  ending: null,
  fallenDecisions: [],
  recordedLate: [],
  documents: [],
  log: [],
};

/** How the case is or was decided; a case that is not decided is in the ordinary procedure. */
export function procedureOf({ decision }: Pick<CaseState, 'decision'>): Procedure {
  return decision?.outcome === 'penalty' ? decision.procedure : 'ordinary';
}

/** The version that stands. */
export function standingProposal(state: CaseState): Proposal | null {
  return state.proposals.at(-1) ?? null;
}

/** Its number; 0 before there is one. */
export function standingVersion(state: CaseState): number {
  return standingProposal(state)?.version ?? 0;
}

type Since = 'noticeFrom' | 'reviewFrom' | 'deliberationFrom';

/** Those that still hold for the version that stands. */
export function allHolding<Done extends OnProposal>(
  done: readonly Done[],
  state: CaseState,
  since: Since,
): readonly Done[] {
  const standing = standingProposal(state);
  return standing ? done.filter(({ proposal }) => proposal >= standing[since]) : [];
}

/** The latest of them. */
export function latestHolding<Done extends OnProposal>(
  done: readonly Done[],
  state: CaseState,
  since: Since,
): Done | null {
  return allHolding(done, state, since).at(-1) ?? null;
}

/** The request for a hearing that holds for the version that stands. */
export function holdingRequest(state: CaseState): OnProposal | null {
  const { requested } = state.hearing;
  return requested && allHolding([requested], state, 'noticeFrom').length > 0 ? requested : null;
}
