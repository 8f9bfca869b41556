import type { CivilDate, Instant } from '@fajiao/kernel';
import type { Custody, EvidenceKind, EvidenceOrigin } from './events';

/** What a case holds of evidence, and of measures taken for it. Revisions are those of the events. */

/** How a piece of evidence was checked before use (APL-46): for itself, or with the investigation's conclusion. */
export interface Verification {
  readonly how: 'for-itself' | 'with-the-conclusion';
  readonly by: string;
  readonly on: CivilDate;
  readonly result: string | null;
  readonly revision: number;
}

export interface EvidenceItem {
  readonly evidence: number;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly sha256: string;
  readonly origin: EvidenceOrigin | null;
  readonly officers: readonly string[];
  readonly collectedAt: Instant;
  readonly status: 'collected' | 'verified' | 'excluded';
  readonly verified: Verification | null;
  readonly excludedBecause: string | null;
  /** Everybody who held it, the last one now. */
  readonly custody: readonly (Custody & { readonly since: Instant; readonly revision: number })[];
  readonly revision: number;
}

export interface Sample {
  readonly sample: number;
  readonly items: readonly string[];
  readonly method: string;
  readonly place: string | null;
  readonly on: CivilDate;
  readonly revision: number;
}

export interface Preservation {
  readonly preservation: number;
  readonly items: readonly string[];
  readonly place: string | null;
  readonly approvedBy: string;
  readonly on: CivilDate;
  readonly resolved: {
    readonly outcome: string;
    readonly note: string | null;
    readonly on: CivilDate;
    readonly revision: number;
  } | null;
  readonly revision: number;
}

/** Days of testing, which the term of a seizure leaves out (ACL-25). */
export interface Testing {
  readonly institution: string;
  readonly from: CivilDate;
  /** As the party was told. */
  readonly until: CivilDate;
  readonly endedOn: CivilDate | null;
}

export interface Seizure {
  readonly seizure: number;
  readonly basis: string;
  readonly items: readonly string[];
  readonly reasons: string | null;
  /** By a head: before it, or of an urgent one after it; null: not yet. */
  readonly approved: { readonly by: string; readonly at: Instant; readonly revision: number } | null;
  /** The head did not approve of an urgent one: it is to be lifted at once. */
  readonly notApproved: { readonly by: string; readonly at: Instant; readonly revision: number } | null;
  /** null: approved, not yet carried out. */
  readonly made: {
    readonly on: CivilDate;
    readonly at: Instant;
    readonly place: string;
    readonly urgent: string | null;
    readonly officers: readonly string[];
    readonly revision: number;
  } | null;
  readonly extended: { readonly on: CivilDate; readonly reasons: string; readonly revision: number } | null;
  readonly testing: readonly Testing[];
  readonly ended: {
    readonly how: 'lifted' | 'disposed';
    /** Id of the profile's list `seizure-lifting` or `seizure-disposal`. */
    readonly ground: string;
    readonly on: CivilDate;
    readonly revision: number;
  } | null;
  readonly revision: number;
}

export interface CorrectionOrderGiven {
  readonly order: number;
  readonly what: string;
  readonly by: CivilDate | null;
  readonly on: CivilDate;
  /** Every re-inspection, oldest first. */
  readonly inspections: readonly {
    readonly corrected: boolean;
    readonly findings: string;
    readonly on: CivilDate;
    readonly revision: number;
  }[];
  readonly revision: number;
}

/** The measures of a case, as its state holds them. */
export interface Measures {
  readonly evidence: readonly EvidenceItem[];
  readonly samples: readonly Sample[];
  readonly preservations: readonly Preservation[];
  readonly seizures: readonly Seizure[];
  readonly correctionOrders: readonly CorrectionOrderGiven[];
}

export const noMeasures: Measures = {
  evidence: [],
  samples: [],
  preservations: [],
  seizures: [],
  correctionOrders: [],
};
