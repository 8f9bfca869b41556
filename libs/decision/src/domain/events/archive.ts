import type { CivilDate, DomainEvent } from '@fajiao/kernel';
import type { IssuedDocument } from './document';

/** One event of the file, in its order. */
export interface ManifestEvent {
  readonly revision: number;
  readonly type: string;
  /** Its content hash as the store keeps it: over type, data and metadata. */
  readonly sha256: string;
}

/** 卷宗目录: everything in the file, so that whoever holds the file can prove it whole. */
export interface Manifest {
  readonly caseId: string;
  readonly events: readonly ManifestEvent[];
  readonly evidence: readonly { readonly evidence: number; readonly sha256: string }[];
  /** Issued documents, by the revision of the event that issued them. */
  readonly documents: readonly (IssuedDocument & { readonly revision: number })[];
}

/** 归档: the closed file is sealed. `archive` counts from 1; a file that was opened again is archived again. */
export type CaseArchived = DomainEvent<
  'CaseArchived',
  {
    readonly archive: number;
    readonly manifest: Manifest;
    /** SHA-256 (hex) of the manifest as canonical JSON (RFC 8785). */
    readonly manifestSha256: string;
    readonly retention: {
      readonly fileClass: 'simple' | 'ordinary' | 'major';
      /** null: kept for ever. */
      readonly until: CivilDate | null;
      readonly source: string;
    };
  }
>;

export const archiveSchemas = { CaseArchived: { version: 1 } } as const;
