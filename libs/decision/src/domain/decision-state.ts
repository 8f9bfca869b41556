import type { ChangedBy, Penalty } from '@fajiao/contracts';
import type { CivilDate } from '@fajiao/kernel';
import type {
  CorrectionOrder,
  DecidingAuthority,
  NoPenaltyGround,
  NumberedKind,
  PaymentInstruction,
  Procedure,
  ServiceMode,
} from './events';
import type { Conclusions } from './proposal-state';

/** The decision of a case, its number and its service. */

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

interface Decided {
  readonly decision: DecidedPenalty | DecidedNoPenalty | null;
}

/** The decision, where it is a penalty. */
export function penaltyOf({ decision }: Decided): DecidedPenalty | null {
  return decision?.outcome === 'penalty' ? decision : null;
}

/** How the case is or was decided; a case that is not decided is in the ordinary procedure. */
export function procedureOf(state: Decided): Procedure {
  return penaltyOf(state)?.procedure ?? 'ordinary';
}
