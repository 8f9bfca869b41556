import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { decode } from 'iconv-lite';
import { type CivilDate, type Fen, parseCivilDate, parseYuan } from '@fajiao/kernel';
import type { StatementKind } from '../../domain/statement/bucket';
import type { FileFrame, FilePiece } from './file-piece';
import { StatementFileFault } from './statement-file-fault';

// A header, the names of the columns, a record a line, a trailer. Amounts in yuan with their decimals.
//
//   statement,1,bank-a,2024-04-12,CNY          对账单,1,bank-a,2024-04-12,CNY
//   reference,amount,code,reverses             流水号,金额,缴款码,冲正流水号
//   A1,5000.00,14092224080111222596,           A1,5000.00,14092224080111222596,
//   A11,-600.00,,A10                           A11,-600.00,,A10
//   total,2,4400.00                            合计,2,4400.00
//
// A column `refunds` (退款编号) names the refund that the treasury has paid out.
// A column `covers` (所含流水号) names the payments that the bank has booked as one, with `;` between them:
// at most 600 bytes as JSON (`domain/statement/statement-line`).

const KINDS: Readonly<Record<string, StatementKind>> = {
  statement: 'statement',
  对账单: 'statement',
  'treasury-credits': 'treasury-credits',
  国库入账清单: 'treasury-credits',
};
const COLUMNS: Readonly<Record<string, Column>> = {
  reference: 'reference',
  流水号: 'reference',
  amount: 'amount',
  金额: 'amount',
  code: 'code',
  缴款码: 'code',
  reverses: 'reverses',
  冲正流水号: 'reverses',
  refunds: 'refunds',
  退款编号: 'refunds',
  covers: 'covers',
  所含流水号: 'covers',
};
type Column = 'reference' | 'amount' | 'code' | 'reverses' | 'refunds' | 'covers';

const TOTALS = ['total', '合计'];

/** Records that are parsed at once; a fault in one of them is looked for one by one. */
const RECORDS = 500;
/** A record that is longer is no record of ours: it is cut, and malformed by that. */
const MAX_RECORD_BYTES = 8 * 1024;

/** Reads such a file in UTF-8 or GB18030. @throws StatementFileFault */
export async function* readCsv(path: string): AsyncGenerator<FilePiece> {
  let head: Omit<FileFrame, 'control'> | undefined;
  let columns: readonly Column[] | undefined;
  let isOver = false;
  let decoder = decoderOf(Buffer.alloc(0));
  for await (const records of recordsOf(path)) {
    if (!head && records[0]) decoder = decoderOf(Buffer.concat(records.slice(0, 2)));
    for (const cells of parsed(decoder(records))) {
      if (isOver) throw new StatementFileFault('statement-file.trailer', { after: 1 });
      if (!head) head = headOf(cells);
      else if (!columns) columns = columnsOf(cells);
      else if (
        typeof cells !== 'string' &&
        TOTALS.includes(cells[0] ?? '') &&
        cells.length <= MOST_TRAILER_CELLS(columns)
      ) {
        yield { frame: { ...head, control: controlOf(cells) } };
        isOver = true;
      } else yield { line: lineOf(cells, columns) };
    }
  }
  if (!head || !columns) throw new StatementFileFault('statement-file.header');
}

const MOST_TRAILER_CELLS = (columns: readonly Column[]): number => Math.max(3, columns.length);

/** The records of the file as bytes, many at a time; no encoding that is taken has a line feed within a character. */
async function* recordsOf(path: string): AsyncGenerator<Buffer[]> {
  let rest = Buffer.alloc(0);
  let records: Buffer[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let from = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
      keep(bytes.subarray(from, end));
      from = end + 1;
      if (records.length === RECORDS) {
        yield records;
        records = [];
      }
    }
    rest = Buffer.from(bytes.subarray(from, from + 4 * MAX_RECORD_BYTES));
  }
  keep(rest);
  if (records.length > 0) yield records;

  function keep(line: Buffer): void {
    const record = line.at(-1) === 0x0d ? line.subarray(0, -1) : line;
    if (record.length > 0)
      records.push(record.length > MAX_RECORD_BYTES ? record.subarray(0, MAX_RECORD_BYTES) : record);
  }
}

type Decoder = (records: readonly Buffer[]) => string[];

/** By the header: Chinese words tell the encoding; where it has none, each record tells for itself. */
function decoderOf(header: Buffer): Decoder {
  const utf8 = utf8Of(header);
  if (utf8 === undefined) return (records) => records.map((record) => decode(record, 'gb18030'));
  const isTold = Buffer.byteLength(utf8) > utf8.length;
  return (records) =>
    records.map((record) => utf8Of(record) ?? (isTold ? record.toString('utf8') : decode(record, 'gb18030')));
}

function utf8Of(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The cells of each record; the record itself where it has none: a quotation that does not end may not take others along. */
function parsed(records: readonly string[]): readonly (readonly string[] | string)[] {
  try {
    const all = cellsOf(records.join('\n'));
    if (all.length === records.length) return all;
  } catch {
    // One of them: found below.
  }
  return records.map((record) => {
    try {
      return cellsOf(record)[0] ?? record;
    } catch {
      return record;
    }
  });
}

const cellsOf = (text: string): string[][] =>
  parse(text, { relax_column_count: true, trim: true, skip_empty_lines: false });

/** @throws StatementFileFault */
function headOf(cells: readonly string[] | string): Omit<FileFrame, 'control'> {
  const [name = '', version, bank = '', day = '', currency] = typeof cells === 'string' ? [] : cells;
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  const date = dateOf(day);
  if (!kind || version !== '1' || bank === '' || !date || currency !== 'CNY')
    throw new StatementFileFault('statement-file.header');
  return { kind, bank, date };
}

/** @throws StatementFileFault */
function columnsOf(cells: readonly string[] | string): readonly Column[] {
  const columns = (typeof cells === 'string' ? [] : cells).map((name) =>
    Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : undefined,
  );
  const known = columns.filter((column) => column !== undefined);
  const isComplete = known.includes('reference') && known.includes('amount');
  if (known.length < columns.length || new Set(known).size < known.length || !isComplete)
    throw new StatementFileFault('statement-file.header');
  return known;
}

/** @throws StatementFileFault */
function controlOf([, lines = '', amount = '']: readonly string[]): FileFrame['control'] {
  const sum = yuanOf(amount);
  if (!/^\d{1,9}$/.test(lines) || sum === undefined) throw new StatementFileFault('statement-file.trailer');
  return { lines: Number(lines), fen: sum };
}

function lineOf(cells: readonly string[] | string, columns: readonly Column[]): unknown {
  if (typeof cells === 'string' || cells.length !== columns.length)
    return typeof cells === 'string' ? cells : cells.join(',');
  const {
    reference = '',
    amount = '',
    code = '',
    reverses = '',
    refunds = '',
    covers = '',
  } = Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  return {
    reference,
    fen: yuanOf(amount) ?? amount,
    ...(code !== '' && { code }),
    ...(reverses !== '' && { reverses }),
    ...(refunds !== '' && { refunds }),
    ...(covers !== '' && { covers: covers.split(';').map((one) => one.trim()) }),
  };
}

function yuanOf(text: string): Fen | undefined {
  try {
    return parseYuan(text);
  } catch {
    return undefined;
  }
}

function dateOf(text: string): CivilDate | undefined {
  try {
    return parseCivilDate(text);
  } catch {
    return undefined;
  }
}
