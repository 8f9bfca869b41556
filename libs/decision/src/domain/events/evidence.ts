import type { DomainEvent } from '@fajiao/kernel';
import type { Issues } from './document';
import type { NamedOfficer } from './filing';

/** The eight kinds of evidence of APL-46. */
export const EVIDENCE_KINDS = [
  'documentary',
  'physical',
  'audio-visual',
  'electronic',
  'witness-testimony',
  'party-statement',
  'expert-opinion',
  'inspection-record',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Where a piece of evidence comes from, as far as its kind asks for it. */
export interface EvidenceOrigin {
  readonly place?: string;
  /** Who gave it, or whose words it records. */
  readonly providedBy?: string;
  /** Of a copy: where the original is kept (原件存放处). */
  readonly originalKeptAt?: string;
  /** Of electronic and audio-visual data: the device or medium, and how they were taken from it. */
  readonly medium?: string;
  readonly extraction?: string;
  /** Of an expert opinion: the institution. */
  readonly institution?: string;
  /** Whether the party signed the record; where not, the note that says why (APL-55). */
  readonly partySigned?: boolean;
  readonly notSignedBecause?: string;
}

/** Who holds a piece of evidence, and where. */
export interface Custody {
  /** Staff id. */
  readonly holder: string;
  readonly place?: string;
}

/** A piece of evidence (现场检查笔录, 询问笔录, …). `evidence` counts from 1 within the case. */
export type EvidenceCollected = DomainEvent<
  'EvidenceCollected',
  {
    readonly evidence: number;
    readonly kind: EvidenceKind;
    readonly officers: readonly NamedOfficer[];
    /** Always true: without the showing recorded the act is refused (APL-55). */
    readonly certificatesShown: true;
    readonly title: string;
    /** SHA-256 (hex) of the file. */
    readonly sha256: string;
    readonly origin?: EvidenceOrigin;
    /** Where nothing is said, the officer who put it on file holds it. */
    readonly custody?: Custody;
  }
>;

/** 证据交接记录: it changes hands. */
export type EvidenceHandedOver = DomainEvent<
  'EvidenceHandedOver',
  {
    readonly evidence: number;
    /** Staff ids. */
    readonly from: string;
    readonly to: string;
    readonly place: string;
    readonly reason?: string;
  }
>;

/** Evidence checked before use (APL-46). */
export type EvidenceVerified = DomainEvent<'EvidenceVerified', { readonly evidence: number; readonly result: string }>;

/** Evidence kept out, e.g. because it was unlawfully taken (APL-46). */
export type EvidenceExcluded = DomainEvent<'EvidenceExcluded', { readonly evidence: number; readonly reason: string }>;

/** 抽样取证凭证 (APL-56): samples taken from a lot, the receipt left with the party. */
export type EvidenceSampled = DomainEvent<
  'EvidenceSampled',
  {
    readonly sample: number;
    readonly officers: readonly NamedOfficer[];
    readonly certificatesShown: true;
    readonly items: readonly string[];
    readonly method: string;
    readonly place?: string;
  }
>;

/** 先行登记保存证据通知书 (APL-56). `preservation` counts from 1 within the case. */
export type EvidencePreserved = DomainEvent<
  'EvidencePreserved',
  Issues & {
    readonly preservation: number;
    readonly officers: readonly NamedOfficer[];
    readonly certificatesShown: true;
    readonly items: readonly string[];
    /** The head who approved it before. */
    readonly approvedBy: string;
    readonly place?: string;
  }
>;

/** 先行登记保存证据处理决定书: what becomes of it, within seven working days. */
export type PreservationResolved = DomainEvent<
  'PreservationResolved',
  Issues & {
    readonly preservation: number;
    /** Id of the profile's list `preservation-outcome`. */
    readonly outcome: string;
    readonly note?: string;
  }
>;

export type EvidenceEvent =
  | EvidenceCollected
  | EvidenceHandedOver
  | EvidenceVerified
  | EvidenceExcluded
  | EvidenceSampled
  | EvidencePreserved
  | PreservationResolved;

export const evidenceSchemas = {
  EvidenceCollected: {
    version: 1,
    personal: ['title', 'origin.place', 'origin.providedBy', 'origin.originalKeptAt', 'origin.notSignedBecause'],
  },
  EvidenceHandedOver: { version: 1, personal: ['reason'] },
  EvidenceVerified: { version: 1, personal: ['result'] },
  EvidenceExcluded: { version: 1, personal: ['reason'] },
  EvidenceSampled: { version: 1, personal: ['items[]', 'place'] },
  EvidencePreserved: { version: 1, personal: ['items[]', 'place'] },
  PreservationResolved: { version: 1, personal: ['note'] },
} as const;
