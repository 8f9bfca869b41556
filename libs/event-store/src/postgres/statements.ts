import type { Statement } from './connections';

export interface AppendRow {
  readonly outcome: 'appended' | 'repeated' | 'conflict' | 'content-differs';
  readonly last_revision: number | null;
  readonly last_number: string;
}

/** `place`: which of the appends that were sent together, from 1. */
export type AppendsRow = AppendRow & { readonly place: number };

export interface EventRow {
  readonly number: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** `place`: which of the streams that were asked for, from 1. */
export type StreamsRow = EventRow & { readonly place: number };

/** An event, or in the last row of a page (id null) how far the page reaches. */
export type PageRow =
  | (EventRow & { readonly stream: string })
  | {
      readonly id: null;
      readonly number: string;
      readonly is_end: boolean;
      readonly now_settled: string;
      readonly now_waits_until: string | null;
      readonly now_waits_for: readonly string[] | null;
    };

export interface Statements {
  readonly storeId: Statement;
  readonly append: Statement;
  readonly appendMany: Statement;
  readonly readStream: Statement;
  readonly readStreams: Statement;
  readonly readLast: Statement;
  readonly readPage: Statement;
}

/** What a login may call. */
export function statementsOf(login: string): Statements {
  const call = (name: string, parameters: string): Statement => ({
    name,
    text: `SELECT * FROM events.${name}(${parameters})`,
  });
  return {
    storeId: call('store_id', ''),
    append: call(`append_as_${login}`, '$1, $2, $3, $4, $5, $6'),
    appendMany: call(`append_many_as_${login}`, '$1, $2, $3, $4, $5, $6, $7'),
    readStream: call(`read_stream_as_${login}`, '$1, $2, $3'),
    readStreams: call(`read_streams_as_${login}`, '$1, $2, $3'),
    readLast: call(`read_last_as_${login}`, '$1'),
    readPage: call(`read_page_as_${login}`, '$1, $2, $3, $4, $5'),
  };
}
