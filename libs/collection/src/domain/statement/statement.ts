import type { Aggregate, EventSchemas } from '@fajiao/event-store';
import {
  type CivilDate,
  type Decision,
  type DomainEvent,
  type Fact,
  type Fen,
  type Instant,
  sumFen,
} from '@fajiao/kernel';
import { type Because, type Bucket, BUCKETS, isMatched, type StatementKind } from './bucket';
import { type Discrepancies, evolveDiscrepancies } from './discrepancy';
import { type DiscrepancyEvent, discrepancySchemas } from './discrepancy.events';
import type { StatementLine } from './statement-line';

// statement-<bank>-<date>: a bank's statement (对账单) of one day, and what became of each of its lines; with `.treasury` at
// its end, the list of the payments that have reached the treasury (国库入账清单).

export const statementIdOf = (bank: string, date: CivilDate, kind: StatementKind = 'statement'): string =>
  `${bank}-${date}${kind === 'treasury-credits' ? '.treasury' : ''}`;

// Events: their shapes are a storage contract.

export type StatementReceived = DomainEvent<
  'StatementReceived',
  {
    readonly bank: string;
    readonly date: CivilDate;
    readonly lines: number;
    readonly linesFen: Fen;
    /** SHA-256 (hex) of the canonical content. */
    readonly contentHash: string;
    /** Set for what is no statement of payments. */
    readonly kind?: 'treasury-credits';
    /** What a file says of itself in its trailer; it differs from `linesFen` by what could not be read. */
    readonly controlFen?: Fen;
  }
>;

/** The lines as they came, some of them in each event, in the order of the file. */
export type StatementLinesReceived = DomainEvent<
  'StatementLinesReceived',
  {
    readonly bank: string;
    readonly date: CivilDate;
    readonly lines: readonly StatementLine[];
    readonly kind?: 'treasury-credits';
  }
>;

/** Lines whose money is where it belongs and of which nothing else is to be said. */
export type LinesMatched = DomainEvent<'LinesMatched', { readonly lines: readonly PlainLine[] }>;

export interface PlainLine {
  readonly line: number;
  readonly reference: string;
  readonly fen: Fen;
  readonly fineId: string;
}

/** The line's money is where it belongs. */
export type LineMatched = DomainEvent<'LineMatched', Outcome>;

/** The line waits for somebody to look at it; `bucket` says why. */
export type LineSuspended = DomainEvent<'LineSuspended', Outcome>;

export interface Outcome {
  readonly line: number;
  /** null where it cannot be read. */
  readonly reference: string | null;
  readonly fen: Fen;
  readonly bucket: Bucket;
  readonly fineId: string | null;
  /** Set where the line names another payment code than the callback did; the callback's holds. */
  readonly codeDiffers?: true;
  readonly because?: Because;
}

/** Every line is in one bucket, and the sum of the buckets is the sum of the lines. */
export type StatementReconciled = DomainEvent<
  'StatementReconciled',
  { readonly lines: number; readonly linesFen: Fen; readonly buckets: readonly BucketSum[] }
>;

export interface BucketSum {
  readonly bucket: Bucket;
  readonly lines: number;
  readonly fen: Fen;
}

/** Another statement of the same bank and day: recorded, answered 422, without effect. */
export type StatementConflictRecorded = DomainEvent<
  'StatementConflictRecorded',
  { readonly lines: number; readonly linesFen: Fen; readonly contentHash: string }
>;

export type StatementEvent =
  | StatementReceived
  | StatementLinesReceived
  | LinesMatched
  | LineMatched
  | LineSuspended
  | StatementReconciled
  | StatementConflictRecorded
  | DiscrepancyEvent;

export const statementSchemas: EventSchemas<StatementEvent> = {
  StatementReceived: { version: 1 },
  // A line that nobody could read may hold a payer's name.
  StatementLinesReceived: { version: 1, personal: ['lines[].text'] },
  LinesMatched: { version: 1 },
  LineMatched: { version: 1 },
  LineSuspended: { version: 1 },
  StatementReconciled: { version: 1 },
  StatementConflictRecorded: { version: 1 },
  ...discrepancySchemas,
};

// Fold: it keeps sums, never lines, so that a large statement folds as a small one does.

export interface StatementState {
  readonly received: (StatementReceived['data'] & { readonly receivedAt: Instant }) | null;
  /** Lines that are stored. */
  readonly stored: number;
  /** Lines that have their bucket, always the first ones of the file. */
  readonly sorted: number;
  readonly buckets: readonly BucketSum[];
  readonly reconciledAt: Instant | null;
  readonly conflicts: number;
  /** What somebody has acted on. */
  readonly discrepancies: Discrepancies;
}

export const statements: Aggregate<StatementState, StatementEvent> = {
  category: 'statement',
  initial: { received: null, stored: 0, sorted: 0, buckets: [], reconciledAt: null, conflicts: 0, discrepancies: {} },
  evolve,
  schemas: statementSchemas,
};

function evolve(state: StatementState, fact: Fact<StatementEvent>): StatementState {
  const { type, data, meta } = fact;
  switch (type) {
    case 'StatementReceived':
      return { ...state, received: { ...data, receivedAt: meta.recordedAt } };
    case 'StatementLinesReceived':
      return { ...state, stored: state.stored + data.lines.length };
    case 'LinesMatched':
      return { ...state, sorted: state.sorted + data.lines.length, buckets: plainAdded(state.buckets, data.lines) };
    case 'LineMatched':
    case 'LineSuspended':
      return { ...state, sorted: state.sorted + 1, buckets: added(state.buckets, data) };
    case 'StatementReconciled':
      return { ...state, reconciledAt: meta.recordedAt };
    case 'StatementConflictRecorded':
      return { ...state, conflicts: state.conflicts + 1 };
    default:
      return { ...state, discrepancies: evolveDiscrepancies(state.discrepancies, fact) };
  }
}

// Decisions

/** What is known of a statement before its lines are taken in. */
export interface StatementHead {
  readonly bank: string;
  readonly date: CivilDate;
  readonly kind?: StatementKind;
  readonly lines: number;
  /** As far as the lines can be read. */
  readonly linesFen: Fen;
  readonly contentHash: string;
  readonly controlFen?: Fen;
}

/** Even of the longest lines so many stay below the 1 MiB that an append takes. */
const LINES_AN_EVENT = 100;
const EVENTS_AN_APPEND = 8;
/** The lines of one append. */
export const LINES_AN_APPEND = LINES_AN_EVENT * EVENTS_AN_APPEND;

/**
 * Takes the statement in, or the next part of one that is too large for one append: asked again until `stored` is `lines`.
 * The same statement again makes no event. `part`: lines of the file in order, the next that is not stored among them; what
 * is stored already is passed over.
 */
export function receiveStatement(
  state: StatementState,
  head: StatementHead,
  part: readonly StatementLine[],
): Decision<StatementEvent> {
  const { bank, date, kind, lines, linesFen, contentHash, controlFen } = head;
  if (state.received && state.received.contentHash !== contentHash)
    return { events: [{ type: 'StatementConflictRecorded', data: { lines, linesFen, contentHash } }] };
  const ofKind = kind === 'treasury-credits' ? { kind } : {};
  const control = controlFen === undefined ? {} : { controlFen };
  const received: StatementEvent[] = state.received
    ? []
    : [{ type: 'StatementReceived', data: { bank, date, lines, linesFen, contentHash, ...ofKind, ...control } }];
  const next = part.filter(({ line }) => line > state.stored).slice(0, LINES_AN_APPEND);
  if (next[0] && next[0].line !== state.stored + 1) throw new Error('a line of the statement was left out');
  const parts = anEventEach(next).map((some): StatementEvent => ({
    type: 'StatementLinesReceived',
    data: { bank, date, lines: some, ...ofKind },
  }));
  const empty: StatementEvent[] = lines === 0 && !state.received ? [reconciled([], 0)] : [];
  return { events: [...received, ...parts, ...empty] };
}

function anEventEach<Line>(lines: readonly Line[]): (readonly Line[])[] {
  const parts: (readonly Line[])[] = [];
  for (let from = 0; from < lines.length; from += LINES_AN_EVENT) parts.push(lines.slice(from, from + LINES_AN_EVENT));
  return parts;
}

/** As many outcomes as one append takes: those that are plain share events. */
export function outcomesAnAppend(outcomes: readonly Outcome[]): number {
  let single = 0;
  const end = outcomes.findIndex((outcome) => {
    single += isPlain(outcome) ? 0 : 1;
    return single > SINGLE_EVENTS;
  });
  return Math.min(end < 0 ? outcomes.length : end, PLAIN_LINES);
}

const SINGLE_EVENTS = 24;
const PLAIN_EVENTS = 5;
const PLAIN_LINES = PLAIN_EVENTS * LINES_AN_EVENT;

/** Notes what became of the next lines; lines that have their bucket keep it. The last one reconciles the statement. */
export function sortLines(state: StatementState, outcomes: readonly Outcome[]): Decision<StatementEvent> {
  if (!state.received) return { events: [] };
  const fresh = outcomes.filter(({ line }) => line > state.sorted);
  if (fresh.some(({ line }, i) => line !== state.sorted + i + 1))
    throw new Error('a line of the statement was left out');
  const plain = fresh.flatMap((outcome) => (isPlain(outcome) ? [plainLine(outcome)] : []));
  const plainTogether = anEventEach(plain).map((some): StatementEvent => ({
    type: 'LinesMatched',
    data: { lines: some },
  }));
  const single = fresh
    .filter((outcome) => !isPlain(outcome))
    .map((data): StatementEvent => ({ type: isMatched(data.bucket) ? 'LineMatched' : 'LineSuspended', data }));
  const events = [...plainTogether, ...single];
  if (fresh.length === 0 || state.sorted + fresh.length < state.received.lines) return { events };
  const last = reconciled(fresh.reduce(added, state.buckets), state.received.lines);
  if (last.data.linesFen !== state.received.linesFen) throw new Error('the buckets do not hold what the lines hold');
  return { events: [...events, last] };
}

type Plain = Outcome & { readonly reference: string; readonly fineId: string };

const isPlain = (outcome: Outcome): outcome is Plain =>
  outcome.bucket === 'matched' && !outcome.codeDiffers && outcome.reference !== null && outcome.fineId !== null;

const plainLine = ({ line, reference, fen: amount, fineId }: Plain): PlainLine => ({
  ...{ line, reference, fen: amount, fineId },
});

function plainAdded(sums: readonly BucketSum[], lines: readonly PlainLine[]): BucketSum[] {
  const matched: BucketSum = { bucket: 'matched', lines: lines.length, fen: sumFen(...lines.map((line) => line.fen)) };
  return together(sums, matched);
}

function reconciled(buckets: readonly BucketSum[], lines: number): StatementReconciled {
  const linesFen = sumFen(...buckets.map((sum) => sum.fen));
  return { type: 'StatementReconciled', data: { lines, linesFen, buckets } };
}

/** In the order of the buckets, empty ones left out. */
const added = (sums: readonly BucketSum[], { bucket, fen: amount }: Outcome): BucketSum[] =>
  together(sums, { bucket, lines: 1, fen: amount });

function together(sums: readonly BucketSum[], more: BucketSum): BucketSum[] {
  const before = sums.find(({ bucket }) => bucket === more.bucket);
  const after = before ? { ...more, lines: before.lines + more.lines, fen: sumFen(before.fen, more.fen) } : more;
  return [...sums.filter(({ bucket }) => bucket !== more.bucket), after].sort(
    (a, b) => BUCKETS.indexOf(a.bucket) - BUCKETS.indexOf(b.bucket),
  );
}
