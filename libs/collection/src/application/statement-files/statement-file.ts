import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { canonicalJson } from '@fajiao/event-store';
import { fen, type Fen, sumFen } from '@fajiao/kernel';
import { isMalformed, readLine, type StatementLine } from '../../domain/statement/statement-line';
import { readCamt } from './camt-file';
import { readCsv } from './csv-file';
import type { FileFrame, FilePiece } from './file-piece';
import { StatementFileFault } from './statement-file-fault';

/** A file that has been read once, so that nothing is written before header, count and sum are known to be right. */
export interface CheckedFile extends FileFrame {
  readonly format: 'csv' | 'camt';
  readonly lines: number;
  /** As far as they can be read. */
  readonly linesFen: Fen;
  readonly malformed: number;
  /** SHA-256 (hex) of the lines as canonical JSON: the same lines by another format are the same statement. */
  readonly contentHash: string;
}

/**
 * Reads a file from its first byte to its last, without holding it.
 * @throws StatementFileFault when it cannot be the file that it says it is
 */
export async function checkFile(path: string): Promise<CheckedFile> {
  const format = await formatOf(path);
  const hash = createHash('sha256').update('{"lines":[');
  let frame: FileFrame | undefined;
  let lines = 0;
  let linesFen = fen(0);
  let malformed = 0;
  let isSumKnown = true;
  for await (const piece of piecesOf(path, format)) {
    if ('frame' in piece) {
      frame = piece.frame;
      continue;
    }
    lines += 1;
    const line = readLine(piece.line, lines);
    if (isMalformed(line)) {
      malformed += 1;
      if (line.fen === 0) isSumKnown = false;
    }
    linesFen = sumFen(linesFen, line.fen);
    hash.update(`${lines === 1 ? '' : ','}${canonicalJson(piece.line)}`);
  }
  if (!frame) throw new StatementFileFault('statement-file.trailer', { lines });
  const { control } = frame;
  if (control.lines !== lines) throw new StatementFileFault('statement-file.count', { lines, said: control.lines });
  // A line whose amount cannot be read leaves a difference, which the statement keeps.
  if (isSumKnown && control.fen !== linesFen)
    throw new StatementFileFault('statement-file.sum', { fen: linesFen, said: control.fen });
  return { ...frame, format, lines, linesFen, malformed, contentHash: hash.update(']}').digest('hex') };
}

/** The lines of a checked file. */
export async function* linesOf(path: string, { format }: Pick<CheckedFile, 'format'>): AsyncGenerator<StatementLine> {
  let lines = 0;
  for await (const piece of piecesOf(path, format)) {
    if ('frame' in piece) continue;
    lines += 1;
    yield readLine(piece.line, lines);
  }
}

const piecesOf = (path: string, format: CheckedFile['format']): AsyncIterable<FilePiece> =>
  format === 'camt' ? readCamt(path) : readCsv(path);

/** XML begins with `<`, and no header of ours does. */
async function formatOf(path: string): Promise<CheckedFile['format']> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    const text = buffer.subarray(0, bytesRead).toString('latin1');
    return /^(?:\xef\xbb\xbf)?\s*</.test(text) ? 'camt' : 'csv';
  } finally {
    await file.close();
  }
}
