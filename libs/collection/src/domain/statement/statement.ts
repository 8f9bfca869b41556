import type { Aggregate, EventSchemas } from '@fajiao/event-store';
import {
  type CivilDate,
  type Decision,
  type DomainEvent,
  type Fact,
  fen,
  type Fen,
  type Instant,
  sumFen,
} from '@fajiao/kernel';
import { type Bucket, BUCKETS, isMatched } from './bucket';
import type { StatementLine } from './statement-line';

// statement-<bank>-<date>: a bank's statement (对账单) of one day, and what became of each of its lines.

export const statementIdOf = (bank: string, date: CivilDate): string => `${bank}-${date}`;

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
  }
>;

/** The lines as they came, some of them in each event, in the order of the file. */
export type StatementLinesReceived = DomainEvent<
  'StatementLinesReceived',
  { readonly bank: string; readonly date: CivilDate; readonly lines: readonly StatementLine[] }
>;

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
  | LineMatched
  | LineSuspended
  | StatementReconciled
  | StatementConflictRecorded;

export const statementSchemas: EventSchemas<StatementEvent> = {
  StatementReceived: { version: 1 },
  // A line that nobody could read may hold a payer's name.
  StatementLinesReceived: { version: 1, personal: ['lines[].text'] },
  LineMatched: { version: 1 },
  LineSuspended: { version: 1 },
  StatementReconciled: { version: 1 },
  StatementConflictRecorded: { version: 1 },
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
}

export const statements: Aggregate<StatementState, StatementEvent> = {
  category: 'statement',
  initial: { received: null, stored: 0, sorted: 0, buckets: [], reconciledAt: null, conflicts: 0 },
  evolve,
  schemas: statementSchemas,
};

function evolve(state: StatementState, { type, data, meta }: Fact<StatementEvent>): StatementState {
  switch (type) {
    case 'StatementReceived':
      return { ...state, received: { ...data, receivedAt: meta.recordedAt } };
    case 'StatementLinesReceived':
      return { ...state, stored: state.stored + data.lines.length };
    case 'LineMatched':
    case 'LineSuspended':
      return { ...state, sorted: state.sorted + 1, buckets: added(state.buckets, data) };
    case 'StatementReconciled':
      return { ...state, reconciledAt: meta.recordedAt };
    case 'StatementConflictRecorded':
      return { ...state, conflicts: state.conflicts + 1 };
  }
}

// Decisions

export interface ReceivedStatement {
  readonly bank: string;
  readonly date: CivilDate;
  readonly lines: readonly StatementLine[];
  readonly contentHash: string;
}

/** Even of the longest lines so many stay below the 1 MiB that an append takes. */
const LINES_AN_EVENT = 100;
const EVENTS_AN_APPEND = 8;
/** Outcomes in one append. */
export const OUTCOMES_AN_APPEND = 25;

/**
 * Takes the statement in, or the next part of one that is too large for one append: asked again until `stored` is `lines`.
 * The same statement again makes no event.
 */
export function receiveStatement(state: StatementState, statement: ReceivedStatement): Decision<StatementEvent> {
  const { bank, date, lines, contentHash } = statement;
  const linesFen = lines.reduce((sum, line) => sumFen(sum, line.fen), fen(0));
  if (state.received && state.received.contentHash !== contentHash)
    return { events: [{ type: 'StatementConflictRecorded', data: { lines: lines.length, linesFen, contentHash } }] };
  const received: StatementEvent[] = state.received
    ? []
    : [{ type: 'StatementReceived', data: { bank, date, lines: lines.length, linesFen, contentHash } }];
  const parts: StatementEvent[] = [];
  for (let from = state.stored; from < lines.length && parts.length < EVENTS_AN_APPEND; from += LINES_AN_EVENT)
    parts.push({
      type: 'StatementLinesReceived',
      data: { bank, date, lines: lines.slice(from, from + LINES_AN_EVENT) },
    });
  const empty: StatementEvent[] = lines.length === 0 && !state.received ? [reconciled([], 0)] : [];
  return { events: [...received, ...parts, ...empty] };
}

/** Notes what became of the next lines; lines that have their bucket keep it. The last one reconciles the statement. */
export function sortLines(state: StatementState, outcomes: readonly Outcome[]): Decision<StatementEvent> {
  if (!state.received) return { events: [] };
  const fresh = outcomes.filter(({ line }) => line > state.sorted);
  if (fresh.some(({ line }, i) => line !== state.sorted + i + 1))
    throw new Error('a line of the statement was left out');
  const events = fresh.map((data): StatementEvent => ({
    type: isMatched(data.bucket) ? 'LineMatched' : 'LineSuspended',
    data,
  }));
  if (fresh.length === 0 || state.sorted + fresh.length < state.received.lines) return { events };
  const last = reconciled(fresh.reduce(added, state.buckets), state.received.lines);
  if (last.data.linesFen !== state.received.linesFen) throw new Error('the buckets do not hold what the lines hold');
  return { events: [...events, last] };
}

function reconciled(buckets: readonly BucketSum[], lines: number): StatementReconciled {
  const linesFen = sumFen(...buckets.map((sum) => sum.fen));
  return { type: 'StatementReconciled', data: { lines, linesFen, buckets } };
}

/** In the order of the buckets, empty ones left out. */
function added(buckets: readonly BucketSum[], { bucket, fen: amount }: Outcome): BucketSum[] {
  const before = buckets.find((sum) => sum.bucket === bucket) ?? { bucket, lines: 0, fen: fen(0) };
  const after = { bucket, lines: before.lines + 1, fen: sumFen(before.fen, amount) };
  return [...buckets.filter((sum) => sum.bucket !== bucket), after].sort(
    (a, b) => BUCKETS.indexOf(a.bucket) - BUCKETS.indexOf(b.bucket),
  );
}
