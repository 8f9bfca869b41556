import type { ChangedBy, RemedyKind } from '@fajiao/contracts';
import type { CivilDate } from '@fajiao/kernel';
import type { CourtAnswer, Demanded, Instalment, RemedyOutcome } from './events';

/** What can become of a decision: remedies, its fall, easier terms, enforcement, the archive. */

export interface Remedy {
  readonly remedy: number;
  readonly kind: RemedyKind;
  readonly soughtOn: CivilDate;
  readonly receivedOn: CivilDate;
  readonly procedure: 'ordinary' | 'simple';
  readonly inTime: boolean | null;
  readonly repliedOn: CivilDate | null;
  /** Of the first instance; the last one, where the case was remanded to it. */
  readonly judgment: {
    readonly outcome: RemedyOutcome;
    readonly form: 'judgment' | 'ruling';
    readonly servedOn: CivilDate;
    readonly revision: number;
  } | null;
  /** All of them, also from a judgment that another one followed. */
  readonly appeals: readonly Appeal[];
  /** null: it is pending. */
  readonly concluded: {
    readonly outcome: RemedyOutcome;
    readonly endedOn: CivilDate;
    readonly accepted: boolean;
    readonly revision: number;
  } | null;
  readonly revision: number;
}

export interface Appeal {
  readonly by: 'party' | 'authority';
  readonly appealedOn: CivilDate;
  readonly inTime: boolean | null;
  readonly revision: number;
}

/** 停止执行; it holds until it is lifted or its remedy ends. */
export interface Stay {
  readonly remedy: number;
  readonly by: string;
  readonly from: CivilDate;
  readonly liftedOn: CivilDate | null;
  readonly revision: number;
}

/** The decision that stands on file does not hold any more, and none is to be made anew. */
export interface Fall {
  readonly how: 'revoked' | 'void';
  readonly by: ChangedBy;
  readonly on: CivilDate;
  readonly revision: number;
}

/** The order to decide anew. */
export interface Redo {
  readonly on: CivilDate;
  readonly until: CivilDate | null;
  /** The decision was revoked for its procedure alone. */
  readonly procedural: boolean;
  readonly revision: number;
}

/** 延期 or 分期, as approved; the latest holds. */
export type EasierTerm = { readonly on: CivilDate; readonly ground: string; readonly revision: number } & (
  | { readonly kind: 'deferral'; readonly until: CivilDate }
  | {
      readonly kind: 'instalments';
      readonly instalments: readonly Instalment[];
      readonly missedMakesAllDue: boolean;
    }
);

export interface Demand {
  readonly demand: number;
  readonly servedOn: CivilDate;
  readonly owed: Demanded;
  readonly statements: readonly {
    readonly text: string;
    readonly adopted: boolean;
    readonly reasons: string;
    readonly revision: number;
  }[];
  readonly revision: number;
}

/** 申请人民法院强制执行, and what the court said to it. */
export interface CourtApplication {
  readonly demand: number;
  readonly court: string;
  readonly on: CivilDate;
  readonly by: string;
  /** null: it is open. */
  readonly answer: {
    readonly answer: CourtAnswer;
    readonly ground: string | null;
    readonly reasons: string | null;
    readonly on: CivilDate;
    readonly revision: number;
  } | null;
  /** By the higher court, of the answer. */
  readonly review: {
    readonly court: string;
    readonly reasons: string;
    readonly on: CivilDate;
    readonly revision: number;
    readonly upheldOn: CivilDate | null;
  } | null;
  readonly revision: number;
}

/** 中止执行. */
export interface EnforcementPause {
  readonly from: CivilDate;
  readonly resumedOn: CivilDate | null;
  readonly ground: string;
  readonly revision: number;
}

export interface Archived {
  readonly archive: number;
  readonly on: CivilDate;
  readonly manifestSha256: string;
  readonly keptUntil: CivilDate | null;
  readonly revision: number;
}

/** The part of a case's state that comes after the service of its decision. */
export interface AfterService {
  readonly remedies: readonly Remedy[];
  readonly stays: readonly Stay[];
  readonly fall: Fall | null;
  /** Held unlawful, yet in force (确认违法). */
  readonly heldUnlawfulOn: CivilDate | null;
  /** Who changed the decision last; null: it stands as it was made. */
  readonly changedBy: ChangedBy | null;
  /** The day a published decision last fell or was changed: what is public comes down (APL-48). */
  readonly fellOn: CivilDate | null;
  readonly redo: Redo | null;
  readonly easierTerms: readonly EasierTerm[];
  readonly demands: readonly Demand[];
  readonly courtApplication: CourtApplication | null;
  readonly enforcementPauses: readonly EnforcementPause[];
  readonly enforcementEnd: { readonly on: CivilDate; readonly ground: string; readonly revision: number } | null;
  readonly archives: readonly Archived[];
}

export const nothingAfterService: AfterService = {
  remedies: [],
  stays: [],
  fall: null,
  heldUnlawfulOn: null,
  changedBy: null,
  fellOn: null,
  redo: null,
  easierTerms: [],
  demands: [],
  courtApplication: null,
  enforcementPauses: [],
  enforcementEnd: null,
  archives: [],
};

/** The same part, of a state that holds more. */
export function afterServiceOf(state: AfterService): AfterService {
  const { remedies, stays, fall, heldUnlawfulOn, changedBy, fellOn, redo } = state;
  const { easierTerms, demands, courtApplication, enforcementPauses, enforcementEnd, archives } = state;
  return {
    ...{ remedies, stays, fall, heldUnlawfulOn, changedBy, fellOn, redo },
    ...{ easierTerms, demands, courtApplication, enforcementPauses, enforcementEnd, archives },
  };
}

/** The remedy that is being dealt with. */
export function pendingRemedy({ remedies }: AfterService): Remedy | null {
  return remedies.find(({ concluded }) => concluded === null) ?? null;
}

/** From the judgment that stands. */
export function appealsOf({ judgment, appeals }: Remedy): readonly Appeal[] {
  return appeals.filter(({ revision }) => judgment !== null && revision > judgment.revision);
}

/** The stay that holds: not lifted, and its remedy is still pending. */
export function holdingStay(state: AfterService): Stay | null {
  const pending = pendingRemedy(state);
  return state.stays.find(({ remedy, liftedOn }) => liftedOn === null && remedy === pending?.remedy) ?? null;
}

export function holdingPause({ enforcementPauses }: AfterService): EnforcementPause | null {
  return enforcementPauses.find(({ resumedOn }) => resumedOn === null) ?? null;
}

/** The court did not take the application up, and no review of that is under way: it can be applied to again (ACL-56). */
export function turnedAway({ courtApplication }: AfterService): boolean {
  const { answer, review } = courtApplication ?? {};
  return answer?.answer === 'not-accepted' && (!review || review.upheldOn !== null);
}
