import {
  type CivilDate,
  civilDateOf,
  fen,
  type Fen,
  minusFen,
  parseCivilDate,
  parseInstant,
  parseYuan,
  sumFen,
} from '@fajiao/kernel';
import type { StatementKind } from '../../domain/statement/bucket';
import type { FileFrame, FilePiece } from './file-piece';
import { StatementFileFault } from './statement-file-fault';

/** Where our codes may stand in free text: a run of 16 digits or more. */
const CODES = /(?<!\d)\d{16,32}(?!\d)/g;
const MOST_TEXT = 4_096;

interface Amount {
  readonly text: string;
  readonly currency: string;
}

/** An entry, or one of the transactions that it is made of, while it is read. */
interface Open {
  amount?: Amount;
  isDebit?: boolean;
  reference?: string;
  code?: string;
  reverses?: string;
  refunds?: string;
  /** Of an entry: whether it is booked, or only to be expected. */
  status?: string;
  text: string;
}

/** The two messages and what they list. */
const MESSAGES: Readonly<Record<string, StatementKind>> = {
  BkToCstmrStmt: 'statement',
  BkToCstmrDbtCdtNtfctn: 'treasury-credits',
};

/** Makes lines of the elements of a camt message, as they are opened and closed. */
export class CamtReader {
  private readonly path: string[] = [];
  private textNow = '';
  private currencyNow = '';
  private kind: StatementKind | undefined;
  private date: CivilDate | undefined;
  private closingDate: CivilDate | undefined;
  private count: number | undefined;
  private net: Fen | undefined;
  private isNetDebit = false;
  private entry: Open | undefined;
  private details: Open[] = [];
  private detail: Open | undefined;
  private proprietary: { type?: string; reference?: string } = {};
  private isClosingBalance = false;
  private done: FilePiece[] = [];
  private entries = 0;
  private lines = 0;
  private reports = 0;

  /** What has been read since it was asked last. */
  taken(): FilePiece[] {
    const pieces = this.done;
    this.done = [];
    return pieces;
  }

  /** @throws StatementFileFault when the message lacks its frame */
  frame(): FileFrame {
    const date = this.closingDate ?? this.date;
    // Two in one message have two days and two trailers.
    if (!this.kind || !date || this.reports > 1) throw new StatementFileFault('statement-file.header');
    if (this.count === undefined || this.net === undefined) throw new StatementFileFault('statement-file.trailer');
    // The trailer counts entries; an entry of several transactions is several lines.
    if (this.count !== this.entries)
      throw new StatementFileFault('statement-file.count', { lines: this.entries, said: this.count });
    const sum = this.isNetDebit ? minusFen(fen(0), this.net) : this.net;
    return { kind: this.kind, date, control: { lines: this.lines, fen: sum } };
  }

  open(name: string, currency: string): void {
    this.path.push(name);
    this.textNow = '';
    this.currencyNow = currency;
    if (Object.hasOwn(MESSAGES, name)) this.kind = MESSAGES[name];
    else if (name === 'Stmt' || name === 'Ntfctn') this.reports += 1;
    else if (name === 'Ntry') {
      this.entries += 1;
      this.entry = { text: '' };
      this.details = [];
    } else if (name === 'TxDtls') this.detail = { text: '' };
    else if (name === 'Prtry') this.proprietary = {};
    else if (name === 'Bal') this.isClosingBalance = false;
  }

  text(text: string): void {
    if (this.textNow.length < MOST_TEXT) this.textNow += text;
  }

  close(name: string): void {
    const parent = this.path.at(-2) ?? '';
    if (this.entry) this.closeInEntry(name, parent, this.detail ?? this.entry);
    else this.closeInFrame(name, parent);
    this.path.pop();
    this.textNow = '';
  }

  private closeInFrame(name: string, parent: string): void {
    const text = this.textNow;
    if (name === 'CreDtTm' && (parent !== 'GrpHdr' || !this.date)) this.date = dayOf(text) ?? this.date;
    else if (name === 'ToDtTm') this.date = dayOf(text) ?? this.date;
    else if (name === 'Cd' && text === 'CLBD') this.isClosingBalance = true;
    else if (name === 'Dt' && this.path.includes('Bal') && this.isClosingBalance) this.closingDate ??= dayOf(text);
    else if (name === 'NbOfNtries' && parent === 'TtlNtries')
      this.count = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    else if ((name === 'Amt' && parent === 'TtlNetNtry') || name === 'TtlNetNtryAmt') this.net = yuanOf(text);
    else if (name === 'CdtDbtInd' && (parent === 'TtlNetNtry' || parent === 'TtlNtries'))
      this.isNetDebit = text === 'DBIT';
  }

  private closeInEntry(name: string, parent: string, open: Open): void {
    const text = this.textNow;
    if (name === 'Amt' && (parent === 'Ntry' || parent === 'TxDtls' || parent === 'TxAmt'))
      open.amount = { text, currency: this.currencyNow };
    else if (name === 'CdtDbtInd' && (parent === 'Ntry' || parent === 'TxDtls')) open.isDebit = text === 'DBIT';
    else if (text && ((name === 'Sts' && parent === 'Ntry') || (name === 'Cd' && parent === 'Sts'))) open.status = text;
    else if (name === 'AcctSvcrRef') open.reference = text;
    else if (name === 'NtryRef') open.reference ??= text;
    else if (name === 'Ref' && parent === 'CdtrRefInf') open.code = text;
    else if (name === 'Tp' && parent === 'Prtry') this.proprietary.type = text;
    else if (name === 'Ref' && parent === 'Prtry') this.proprietary.reference = text;
    else if (name === 'Prtry' && this.proprietary.type === 'REVERSES' && this.proprietary.reference !== undefined)
      open.reverses = this.proprietary.reference;
    else if (name === 'Prtry' && this.proprietary.type === 'REFUNDS' && this.proprietary.reference !== undefined)
      open.refunds = this.proprietary.reference;
    else if (name === 'Ustrd') open.text += ` ${text}`;
    else if (name === 'TxDtls' && this.detail) {
      this.details.push(this.detail);
      this.detail = undefined;
    } else if (name === 'Ntry' && this.entry) {
      const pieces = piecesOf(this.entry, this.details);
      this.lines += pieces.length;
      this.done.push(...pieces);
      this.entry = undefined;
    }
  }
}

/**
 * An entry of several transactions is as many lines, when together they are the entry; where it tells nothing but their
 * references, it is one line that covers them. Otherwise nobody knows what it is. What is not booked is no money yet: it is
 * shown, and counts in the file's sum as the bank has it.
 */
function piecesOf(entry: Open, details: readonly Open[]): FilePiece[] {
  if (entry.status !== undefined && entry.status !== 'BOOK')
    return [{ line: { ...lineOf(entry), status: entry.status } }];
  const [only] = details;
  if (!only) return [{ line: lineOf(entry) }];
  if (details.length === 1) return [{ line: lineOf({ ...entry, ...defined(only), text: entry.text + only.text }) }];
  const covers = details.flatMap(({ amount, reference }) => (amount || reference === undefined ? [] : [reference]));
  if (covers.length === details.length) {
    const { code: _, ...line } = lineOf(entry);
    return [{ line: { ...line, covers } }];
  }
  const lines = details.map((detail) =>
    lineOf({ ...defined(detail), text: detail.text, isDebit: detail.isDebit ?? entry.isDebit ?? false }),
  );
  const amounts = lines.map((line) => line['fen']);
  const total = lineOf(entry)['fen'];
  const isExact = amounts.every((amount): amount is Fen => typeof amount === 'number') && sumFen(...amounts) === total;
  return isExact ? lines.map((line) => ({ line })) : [{ line: { ...lineOf(entry), parts: 'do not add up' } }];
}

function lineOf({
  amount,
  isDebit = false,
  reference,
  code,
  reverses,
  refunds,
  text,
}: Open): Readonly<Record<string, string | number>> {
  const yuan = amount?.currency === 'CNY' ? yuanOf(amount.text) : undefined;
  const codes = code === undefined ? [...new Set(text.match(CODES) ?? [])] : [code];
  return {
    ...(reference !== undefined && { reference }),
    ...(amount && { fen: yuan === undefined || yuan < 0 ? amount.text : isDebit ? minusFen(fen(0), yuan) : yuan }),
    // Money of which several codes are named is held: which part is whose, nobody has said.
    ...(codes.length === 1 && { code: codes[0] ?? '' }),
    ...(reverses !== undefined && { reverses }),
    ...(refunds !== undefined && { refunds }),
  };
}

const defined = (open: Open): Partial<Open> =>
  Object.fromEntries(Object.entries(open).filter(([, value]) => value !== undefined));

function yuanOf(text: string): Fen | undefined {
  try {
    return parseYuan(text);
  } catch {
    return undefined;
  }
}

/** The day in Shanghai of a date, or of a time with or without its offset. */
function dayOf(text: string): CivilDate | undefined {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return parseCivilDate(text);
    return /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? civilDateOf(parseInstant(text)) : parseCivilDate(text.slice(0, 10));
  } catch {
    return undefined;
  }
}
