import type { Expected, NewEvent } from '../port';
import type { Statement } from './connections';
import { appendFailure, isConnectionLost } from './failures';
import { Gathering } from './gathering';
import type { AppendRow, AppendsRow, Statements } from './statements';

/** Appends that go together, their events' characters, and calls that carry them: the fewer, the more go in each. */
const APPENDS = 200;
const CHARACTERS = 1024 * 1024;
const CALLS = 2;

type Query = <Row extends object>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>;

interface Batch {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly expected: Expected;
}

type Answer = { readonly row: AppendRow } | { readonly failure: unknown };

/**
 * Appends: those that are asked for at the same moment, or while others are under way, are one call of the server and one
 * transaction, in which each keeps an answer of its own.
 */
export class StreamAppends {
  private readonly batches = new Gathering<Batch, Answer>({
    calls: CALLS,
    fitting,
    answer: (batches) => this.answers(batches),
  });

  constructor(
    private readonly query: Query,
    private readonly statements: Pick<Statements, 'append' | 'appendMany'>,
  ) {}

  /** @throws as the port's append */
  async append(batch: Batch): Promise<AppendRow> {
    const answer = await this.batches.ask(batch);
    if ('failure' in answer) throw appendFailure(batch.stream, answer.failure);
    return answer.row;
  }

  private async answers(batches: readonly Batch[]): Promise<(Answer | Promise<Answer>)[]> {
    if (batches.length === 1) return this.oneByOne(batches);
    try {
      const rows = await this.query<AppendsRow>(this.statements.appendMany, [
        batches.map(({ stream }) => stream),
        batches.map(expectedOf),
        batches.map(({ events }) => events.length),
        ...columnsOf(batches.flatMap(({ events }) => events)),
      ]);
      const answers: Answer[] = batches.map(() => ({ failure: new Error('an append without an answer') }));
      for (const row of rows) answers[row.place - 1] = { row };
      return answers;
    } catch (failure) {
      // Rolled back for the sake of one of them, perhaps: then the others do not share its fate.
      if (!isConnectionLost(failure)) return this.oneByOne(batches);
      return batches.map(() => ({ failure }));
    }
  }

  /** Whose stream is locked waits alone, up to the end of its statement. */
  private oneByOne(batches: readonly Batch[]): Promise<Answer>[] {
    return batches.map(async (batch): Promise<Answer> => {
      try {
        const values = [batch.stream, expectedOf(batch), ...columnsOf(batch.events)];
        const [row] = await this.query<AppendRow>(this.statements.append, values);
        return row ? { row } : { failure: new Error('an append without an answer') };
      } catch (failure) {
        return { failure };
      }
    });
  }
}

/** One append a stream: the next one rests on what becomes of it. */
function fitting(batches: readonly Batch[]): number {
  const streams = new Set<string>();
  let characters = 0;
  const end = batches.slice(0, APPENDS).findIndex(({ stream, events }) => {
    characters += events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
    return streams.has(stream) || (streams.size > 0 && characters > CHARACTERS) || !streams.add(stream);
  });
  return end < 0 ? Math.min(batches.length, APPENDS) : end;
}

const expectedOf = ({ expected }: Batch): number => (expected === 'none' ? -1 : expected);

const columnsOf = (events: readonly NewEvent[]): string[][] => [
  events.map((event) => event.id),
  events.map((event) => event.type),
  events.map((event) => event.data),
  events.map((event) => event.metadata),
];
