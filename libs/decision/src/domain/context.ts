import type { DelegatedPower } from '@fajiao/contracts';
import type { Actor, CivilDate, Instant, WorkingCalendar } from '@fajiao/kernel';
import type { PartyKind, Rulebook } from '@fajiao/rulebook';
import type { ManifestEvent } from './events';

/** Where somebody serves: in the authority itself, in a township, or in an organisation entrusted by it (APL-20, 24). */
export interface Unit {
  readonly id: string;
  readonly kind: 'bureau' | 'township' | 'entrusted';
}

/** A person as the registry knows them. */
export interface StaffMember {
  readonly id: string;
  /** As documents name them. */
  readonly name?: string;
  readonly roles: readonly string[];
  /** 执法证; its last day still counts. */
  readonly certificate?: {
    readonly no: string;
    readonly validUntil: CivilDate;
    /** In force unless told. */
    readonly standing?: 'in-force' | 'suspended' | 'withdrawn';
  };
  /** National qualification for legal professionals (APL-58). */
  readonly legalQualification?: boolean;
  readonly firstTimeReviewer?: boolean;
  /** The bureau itself unless told. */
  readonly unit?: Unit;
}

/** The register as of the day that the law is read for. */
export interface Staff {
  /** undefined: not on the staff on that day. */
  find(id: string): StaffMember | undefined;
  /** The heads who deliberate together (APL-57). */
  panel(): readonly string[];
  /** What a township or an entrusted organisation may do on that day (APL-20, 24). */
  powers(unit: string): readonly DelegatedPower[];
}

/** For what follows from a history alone: who serves when is asked by acts only. */
export const nobodyAsked: Staff = {
  find: () => unasked(),
  panel: () => unasked(),
  powers: () => unasked(),
};

function unasked(): never {
  throw new Error('what a history comes to does not rest on the register');
}

/** An unreleased fine of another case for an overlapping act of the same party (APL-29). */
export interface CompetingFine {
  readonly caseId: string;
  readonly offence: string;
}

/** A fine of another case for an earlier act of the party against the same provision. */
export interface EarlierFine extends CompetingFine {
  /** The last day of that act. */
  readonly until: CivilDate;
}

/** The case of an organisation, as far as it concerns the persons responsible. */
export interface BesideCase {
  readonly party: PartyKind;
  /** Code of the catalogue. */
  readonly offence: string;
  readonly actDate: CivilDate;
}

/** What the law is read with on a day: everything that a requirement may ask besides the case itself. */
export interface LawContext {
  readonly today: CivilDate;
  /** The instant within it, for terms in hours. */
  readonly at: Instant;
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
  /** The case that a filing names as that of the organisation. */
  readonly besideCase?: BesideCase;
  /** Fines of the party for earlier acts against the same provision. */
  readonly earlierFines?: readonly EarlierFine[];
  /** Why it is recorded more than two working days late. */
  readonly lateReason?: string;
  /** The events on record with their content hashes; for the act that seals them. */
  readonly record?: readonly ManifestEvent[];
}
