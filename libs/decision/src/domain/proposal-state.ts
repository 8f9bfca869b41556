import type { Penalty } from '@fajiao/contracts';
import type { CivilDate, Fen, Instant } from '@fajiao/kernel';
import type { ClosedHearing, Conclusion, GoverningVersion, Mitigation, ProposedNoPenalty } from './events';

/** The proposal of a case and everything done on it: notice, defence, hearing, review, deliberation. */

export interface Conclusions {
  readonly findings: string;
  readonly conditions: readonly string[];
  readonly gainsFen: Fen;
  readonly repaidFen: Fen;
  /** 违法经营额; null: nobody asked for it. */
  readonly turnoverFen: Fen | null;
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
  readonly governing: GoverningVersion | null;
  /** Proposed instead of penalties. */
  readonly noPenalty: ProposedNoPenalty | null;
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
  /** The party took its request back. */
  readonly withdrawn: OnProposal | null;
  readonly noticed: (OnProposal & { readonly hearingAt: Instant; readonly place: string | null }) | null;
  /** Held, or missed by the party. */
  readonly ended:
    | (OnProposal & {
        readonly held: boolean;
        readonly chair: string;
        readonly representatives: number;
        /** null: held in public. */
        readonly closedBecause: ClosedHearing | null;
        readonly minutes: { readonly signed: boolean; readonly note?: string } | null;
      })
    | null;
}

export interface Review extends OnProposal {
  readonly passed: boolean;
}

export interface Deliberation extends OnProposal {
  readonly present: readonly string[];
  readonly chair: string | null;
  /** Without a vote. */
  readonly attending: readonly string[];
  /** Of everybody present; `dissents`: voted for another conclusion than was reached. */
  readonly opinions: readonly {
    readonly person: string;
    readonly opinion: string;
    readonly vote: Conclusion | null;
    readonly dissents: boolean;
  }[];
  readonly conclusion: Conclusion;
}
