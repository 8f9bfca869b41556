import type { CivilDate, Fen } from '@fajiao/kernel';
import type { StatementKind } from '../../domain/statement/bucket';

/** What a file says of itself: header, then trailer. */
export interface FileFrame {
  readonly kind: StatementKind;
  /** Missing: the format does not say whose it is. */
  readonly bank?: string;
  readonly date: CivilDate;
  readonly control: { readonly lines: number; readonly fen: Fen };
}

/** A line as the format gives it (`{ reference, fen, code?, reverses? }`, or what could not be made into one), or the frame. */
export type FilePiece = { readonly line: unknown } | { readonly frame: FileFrame };
