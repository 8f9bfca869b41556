import type { Actor, CivilDate, Instant, WorkingCalendar } from '@fajiao/kernel';
import type { Rulebook } from '@fajiao/rulebook';

/** A person as the registry knows them. */
export interface StaffMember {
  readonly id: string;
  readonly roles: readonly string[];
  /** 执法证; its last day still counts. */
  readonly certificate?: { readonly no: string; readonly validUntil: CivilDate };
  /** National qualification for legal professionals (APL-58). */
  readonly legalQualification?: boolean;
  readonly firstTimeReviewer?: boolean;
}

export interface Staff {
  find(id: string): StaffMember | undefined;
  /** The heads who deliberate together (APL-57). */
  panel(): readonly string[];
}

/** An unreleased fine of another case for an overlapping act of the same party (APL-29). */
export interface CompetingFine {
  readonly caseId: string;
  readonly offence: string;
}

/** What the law is read with on a day: everything that a requirement may ask besides the case itself. */
export interface LawContext {
  readonly today: CivilDate;
  readonly rulebook: Rulebook;
  readonly calendar: WorkingCalendar;
  readonly staff: Staff;
  readonly competingFines: readonly CompetingFine[];
}

/** The same, for an act: who does it, when it happened and when it is recorded. `today` is the day of `occurredAt`. */
export interface ActContext extends LawContext {
  readonly caseId: string;
  readonly actor: Actor;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** Why it is recorded more than two working days late. */
  readonly lateReason?: string;
}
