import type { Statement } from './connections';
import { Gathering } from './gathering';
import type { EventRow, Statements, StreamsRow } from './statements';

/** Events of a stream that are read at once. */
const STREAM_PAGE = 250;
/** Events of one answer, whatever the streams: they share it. */
const EVENTS = 8_000;
/** Streams that are read at once, and calls that read them. */
const STREAMS = 200;
const CALLS = 8;

type Query = <Row extends object>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>;

interface Wanted {
  readonly stream: string;
  readonly from: number;
}

interface StreamPage {
  readonly rows: readonly EventRow[];
  /** Nothing of the stream comes after it. */
  readonly isEnd: boolean;
}

/** Reads of streams: those that are asked for at the same moment are one call of the server. */
export class StreamReads {
  private readonly wanted = new Gathering<Wanted, StreamPage>({
    calls: CALLS,
    fitting: ({ length }) => Math.min(length, STREAMS),
    answer: (wanted) => this.pages(wanted),
  });

  constructor(
    private readonly query: Query,
    private readonly statements: Pick<Statements, 'readStream' | 'readStreams'>,
  ) {}

  /** The stream's first events from a revision on. */
  page(stream: string, from: number): Promise<StreamPage> {
    return this.wanted.ask({ stream, from });
  }

  private async pages(wanted: readonly Wanted[]): Promise<StreamPage[]> {
    const size = Math.min(STREAM_PAGE, Math.floor(EVENTS / wanted.length));
    const pageOf = (rows: readonly EventRow[]): StreamPage => ({ rows, isEnd: rows.length < size });
    const [first, ...others] = wanted;
    if (!first) return [];
    if (others.length === 0)
      return [pageOf(await this.query<EventRow>(this.statements.readStream, [first.stream, first.from, size]))];
    const rows = await this.query<StreamsRow>(this.statements.readStreams, [
      wanted.map(({ stream }) => stream),
      wanted.map(({ from }) => from),
      size,
    ]);
    const pages = wanted.map((): EventRow[] => []);
    for (const row of rows) pages[row.place - 1]?.push(row);
    return pages.map(pageOf);
  }
}
