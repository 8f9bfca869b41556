import type { Party } from '@fajiao/contracts';
import type { CivilDate, Fen, Instant } from '@fajiao/kernel';
import { nothingAfterService, type AfterService } from './after-service';
import type {
  DecidedNoPenalty,
  DecidedPenalty,
  DocumentNumber,
  FallenDecision,
  ServedDecision,
} from './decision-state';
import type { Harm, IssuedDocument, LeadSource, NamedOffence, PowerUsed } from './events';
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

export type * from './proposal-state';
export * from './decision-state';

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

/** The case ended in another way than by a decision, or was closed. */
export interface Ending {
  readonly how: 'abandoned' | 'filing-refused' | 'dropped' | 'transferred' | 'closed';
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
  /** What the collecting side has written off; the ground is an id in the profile's list `write-off`. */
  readonly writtenOff: {
    readonly fen: Fen;
    readonly on: CivilDate;
    readonly ground: string;
    readonly source: string;
    readonly revision: number;
  } | null;
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
  hearing: { requested: null, withdrawn: null, noticed: null, ended: null },
  reviews: [],
  deliberations: [],
  pauses: [],
  extension: null,
  decision: null,
  number: null,
  service: null,
  payment: null,
  writtenOff: null,
  executed: [],
  corrections: [],
  ending: null,
  fallenDecisions: [],
  recordedLate: [],
  documents: [],
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

/** The request for a hearing that holds for the version that stands, unless the party took it back. */
export function holdingRequest(state: CaseState): OnProposal | null {
  const { requested, withdrawn } = state.hearing;
  return requested && !withdrawn ? latestHolding([requested], state, 'noticeFrom') : null;
}

/** The party took its request back: for that version it has no right to a hearing any more. */
export function withdrawnRequest(state: CaseState): OnProposal | null {
  const { withdrawn } = state.hearing;
  return withdrawn && latestHolding([withdrawn], state, 'noticeFrom');
}
