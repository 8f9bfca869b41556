import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import type { Log, LogRecord } from './log';

interface Line {
  readonly position: string;
  readonly stream: string;
  readonly revision: string;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: string;
  readonly metadata: string;
  readonly created: number;
}

/**
 * Keeps a log in an append-only file, a line for each append, so that a killed server can be started again. A line that a
 * kill cut short was never acknowledged and is dropped.
 * @returns whether the file held anything
 */
export function keepInFile(log: Log, file: string): boolean {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
  for (const line of whole.split('\n')) {
    if (line !== '') log.restore((JSON.parse(line) as Line[]).map(recordOf));
  }
  // The ids that `any` is checked with live in memory only: a restart forgets them.
  log.forgetIds();
  log.onCommit((records) => appendFileSync(file, `${JSON.stringify(records.map(lineOf))}\n`));
  return whole.length > 0;
}

function lineOf(record: LogRecord): Line {
  return {
    ...record,
    position: record.position.toString(),
    revision: record.revision.toString(),
    data: Buffer.from(record.data).toString('base64'),
    metadata: Buffer.from(record.metadata).toString('base64'),
  };
}

function recordOf(line: Line): LogRecord {
  return {
    ...line,
    position: BigInt(line.position),
    revision: BigInt(line.revision),
    data: Buffer.from(line.data, 'base64'),
    metadata: Buffer.from(line.metadata, 'base64'),
  };
}
