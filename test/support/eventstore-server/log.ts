/** One record of the log. Commit and prepare position are the same, as on a real node for every event. */
export interface LogRecord {
  readonly position: bigint;
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** Milliseconds of the server's own clock. */
  readonly created: number;
}

export type Proposed = Pick<LogRecord, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;

/** `$tb` of a soft-deleted stream and the revision of a tombstone. */
export const END_OF_STREAM = 9223372036854775807n;
const RECORD_OVERHEAD = 97;
const FIRST_METADATA_RECORD = 546n;

/** What a stream's metadata say; a missing part is the default. */
export interface StreamMetadata {
  readonly truncateBefore: bigint;
  readonly acl: Readonly<Record<string, string | readonly string[]>> | undefined;
}

/** The log of a cluster: records in commit order with gaps between positions, and their streams. */
export class Log {
  readonly records: LogRecord[] = [];
  readonly #streams = new Map<string, LogRecord[]>();
  readonly #firstUse = new Map<string, LogRecord>();
  readonly #listeners = new Set<(records: readonly LogRecord[]) => void>();
  #end = 0n;

  constructor(private readonly clock: () => number) {}

  /** The events that a fresh node writes for itself. */
  writeSystemEvents(): void {
    this.#end = FIRST_METADATA_RECORD;
    this.append('$$$scavenges', [systemEvent('$metadata', '{"$maxAge":2592000}')]);
    for (const login of ['admin', 'ops']) {
      const user = `{"loginName":"${login}","hash":"hash-of-${login}","salt":"salt-of-${login}","disabled":false}`;
      this.append(`$user-${login}`, [systemEvent('$UserCreated', user)]);
    }
  }

  append(stream: string, events: readonly Proposed[]): readonly LogRecord[] {
    const created = this.clock();
    const records = this.#streams.get(stream) ?? [];
    const written = events.map((event, index) => {
      const record = { ...event, stream, revision: BigInt(records.length + index), created, position: this.#end };
      this.#end += BigInt(RECORD_OVERHEAD + stream.length + event.data.length + event.metadata.length);
      return record;
    });
    this.restore(written);
    this.#publish(written);
    return written;
  }

  tombstone(stream: string): LogRecord {
    const record = {
      ...systemEvent('$streamDeleted', '{}'),
      stream,
      revision: END_OF_STREAM,
      created: this.clock(),
      position: this.#end,
    };
    this.#end += BigInt(RECORD_OVERHEAD);
    this.restore([record]);
    this.#publish([record]);
    return record;
  }

  /** Takes records as they were written before, in order. */
  restore(written: readonly LogRecord[]): void {
    for (const record of written) {
      this.records.push(record);
      const records = this.#streams.get(record.stream);
      if (records) records.push(record);
      else this.#streams.set(record.stream, [record]);
      if (!this.#firstUse.has(record.id)) this.#firstUse.set(record.id, record);
      const next = record.position + BigInt(RECORD_OVERHEAD + record.stream.length + record.data.length);
      if (next > this.#end) this.#end = next + BigInt(record.metadata.length);
    }
  }

  /** Every record of a stream, with those that its metadata hide. */
  stream(name: string): readonly LogRecord[] {
    return this.#streams.get(name) ?? [];
  }

  metadataOf(stream: string): StreamMetadata {
    const last = this.stream(`$$${stream}`).at(-1);
    if (!last) return { truncateBefore: 0n, acl: undefined };
    const text = Buffer.from(last.data).toString('utf8');
    const truncateBefore = /"\$tb":\s*(\d+)/.exec(text)?.[1];
    const parsed = JSON.parse(text) as { $acl?: Record<string, string | string[]> };
    return { truncateBefore: BigInt(truncateBefore ?? 0), acl: parsed.$acl };
  }

  /** The bounded cache of ids in memory that `any` and `stream_exists` rest on: it keeps the first use of an id. */
  firstUse(id: string): LogRecord | undefined {
    return this.#firstUse.get(id);
  }

  forgetIds(): void {
    this.#firstUse.clear();
  }

  /** Index of the first record at or after a position. */
  indexAt(position: bigint): number {
    let low = 0;
    let high = this.records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.records[middle] as LogRecord).position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  onCommit(listener: (records: readonly LogRecord[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #publish(records: readonly LogRecord[]): void {
    for (const listener of [...this.#listeners]) listener(records);
  }
}

export function systemEvent(type: string, json: string): Proposed {
  return {
    id: crypto.randomUUID(),
    type,
    contentType: 'application/json',
    data: Buffer.from(json),
    metadata: new Uint8Array(),
  };
}
