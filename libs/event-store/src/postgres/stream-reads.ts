import type { Statement } from './connections';
import type { EventRow, Statements, StreamsRow } from './statements';

/** Events of a stream that are read at once. */
export const STREAM_PAGE = 250;
/** Streams that are read at once. */
const STREAMS = 32;

type Query = <Row extends object>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>;

interface Wanted {
  readonly stream: string;
  readonly from: number;
  readonly resolve: (rows: EventRow[]) => void;
  readonly reject: (fault: unknown) => void;
}

/** Reads of streams: those that are asked for at the same moment are one call of the server. */
export class StreamReads {
  private waiting: Wanted[] = [];

  constructor(
    private readonly query: Query,
    private readonly statements: Pick<Statements, 'readStream' | 'readStreams'>,
  ) {}

  /** The stream's first events from a revision on. */
  page(stream: string, from: number): Promise<EventRow[]> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => this.readWaiting());
      this.waiting.push({ stream, from, resolve, reject });
    });
  }

  private readWaiting(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (let n = 0; n < waiting.length; n += STREAMS) void this.read(waiting.slice(n, n + STREAMS));
  }

  private async read(wanted: readonly Wanted[]): Promise<void> {
    try {
      const pages = await this.pages(wanted);
      wanted.forEach(({ resolve }, index) => resolve(pages[index] ?? []));
    } catch (fault) {
      for (const { reject } of wanted) reject(fault);
    }
  }

  private async pages(wanted: readonly Wanted[]): Promise<EventRow[][]> {
    const [first, ...others] = wanted;
    if (!first) return [];
    if (others.length === 0)
      return [await this.query<EventRow>(this.statements.readStream, [first.stream, first.from, STREAM_PAGE])];
    const rows = await this.query<StreamsRow>(this.statements.readStreams, [
      wanted.map(({ stream }) => stream),
      wanted.map(({ from }) => from),
      STREAM_PAGE,
    ]);
    const pages = wanted.map((): EventRow[] => []);
    for (const row of rows) pages[row.place - 1]?.push(row);
    return pages;
  }
}
