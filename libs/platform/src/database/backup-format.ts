/**
 * A backup is JSON lines, compressed: first the format, then events in their order, checkpoints and parked streams of
 * policies, and at the end what stood before it.
 */
export const BACKUP_FORMAT = 'fajiao-backup-1';

/** number, stream, revision, batch end, id, type, data, metadata */
export type EventLine = readonly [string, string, number, number, string, string, string, string];

export interface CheckpointLine {
  readonly name: string;
  readonly position: string;
}

export interface ParkedLine {
  readonly name: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly reason: string;
  readonly codes: readonly string[];
  readonly attempts: number;
}

export interface BackupHeader {
  readonly format: string;
  /** Id of the event store: a restored copy is the same store. */
  readonly store: string;
  readonly postgres: string;
  readonly at: string;
}

export type BackupLine =
  | BackupHeader
  | { readonly event: EventLine }
  | { readonly checkpoint: CheckpointLine }
  | { readonly parked: ParkedLine }
  | { readonly end: { readonly events: number; readonly sha256: string } };
