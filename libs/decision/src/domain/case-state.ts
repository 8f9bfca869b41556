import type { Party, Penalty } from '@fajiao/contracts';
import type { CivilDate, Fen, Instant } from '@fajiao/kernel';
import type {
  Conclusion,
  CorrectionOrder,
  EvidenceKind,
  Harm,
  LeadSource,
  Mitigation,
  NamedOffence,
  NoPenaltyGround,
  NumberedKind,
  PaymentInstruction,
  ServiceMode,
} from './events';
import type { Status } from './status';

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
  readonly revision: number;
}

export interface Approval {
  readonly on: CivilDate;
  readonly markedMajor: boolean;
  readonly revision: number;
}

export interface EvidenceItem {
  readonly evidence: number;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly sha256: string;
  readonly officers: readonly string[];
  readonly collectedAt: Instant;
  readonly status: 'collected' | 'verified' | 'excluded';
  readonly revision: number;
}

export interface Conclusions {
  readonly findings: string;
  readonly conditions: readonly string[];
  readonly gainsFen: Fen;
  readonly goods: readonly string[];
  /** Of the first conclusion. */
  readonly revision: number;
}

/**
 * One version of the proposal. What was done before a version was made still holds for it from the version named in
 * `noticeFrom` (notice, waiver, hearing), `reviewFrom` and `deliberationFrom` on (readings: revised-proposal).
 */
export interface Proposal {
  readonly version: number;
  readonly penalties: readonly Penalty[];
  readonly tier: string;
  readonly reasons: string | null;
  readonly mitigation: Mitigation | null;
  readonly noticeFrom: number;
  readonly reviewFrom: number;
  readonly deliberationFrom: number;
  readonly madeBy: 'officers' | 'deliberation';
  readonly on: CivilDate;
  readonly revision: number;
}

/** Something done on a version of the proposal. */
export interface OnProposal {
  readonly proposal: number;
  readonly on: CivilDate;
  readonly by: string;
  readonly revision: number;
}

export interface Notice extends OnProposal {
  readonly servedOn: CivilDate;
  readonly hearingRight: boolean;
}

export interface Statement extends OnProposal {
  readonly statement: number;
  readonly text: string;
  readonly reviewed: { readonly adopted: boolean; readonly reasons: string; readonly revision: number } | null;
}

export interface Hearing {
  readonly requested: OnProposal | null;
  readonly noticed: (OnProposal & { readonly hearingAt: Instant }) | null;
  /** Held, or missed by the party. */
  readonly ended: (OnProposal & { readonly held: boolean; readonly chair: string }) | null;
}

export interface Review extends OnProposal {
  readonly passed: boolean;
}

export interface Deliberation extends OnProposal {
  readonly present: readonly string[];
  readonly conclusion: Conclusion;
}

/** The term for deciding stands still (readings: decision-term). */
export interface Pause {
  readonly from: CivilDate;
  /** null: it still does. */
  readonly resumedOn: CivilDate | null;
  readonly ground: string;
  readonly revision: number;
}

export interface DecidedPenalty {
  readonly outcome: 'penalty';
  readonly decidedOn: CivilDate;
  readonly by: string;
  readonly proposal: number;
  readonly facts: string;
  readonly penalties: readonly Penalty[];
  readonly correction: CorrectionOrder;
  readonly payment: PaymentInstruction | null;
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
  readonly how: 'filing-refused' | 'dropped' | 'closed';
  readonly on: CivilDate;
  readonly revision: number;
}

export interface CaseState {
  readonly status: Status;
  readonly filing: Filing | null;
  readonly approval: Approval | null;
  /** Who investigates now. */
  readonly officers: readonly string[];
  readonly officersRevision: number | null;
  readonly recused: readonly string[];
  /** Everybody who ever investigated here: named as an officer, or acted as one. */
  readonly investigators: readonly string[];
  readonly evidence: readonly EvidenceItem[];
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
  readonly extension: { readonly until: CivilDate; readonly basis: string; readonly revision: number } | null;
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
  readonly recordedLate: readonly {
    readonly occurredAt: Instant;
    readonly reason: string;
    readonly revision: number;
  }[];
  readonly log: readonly LogEntry[];
}

export const noCase: CaseState = {
  status: 'filed',
  filing: null,
  approval: null,
  officers: [],
  officersRevision: null,
  recused: [],
  investigators: [],
  evidence: [],
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
  recordedLate: [],
  log: [],
};

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
