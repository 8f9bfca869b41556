import { BatchRefused } from './errors';
import type { Expected, NewEvent } from './port';

/** More than this at once drops live readers of an EventStoreDB, and no act makes as many. */
const MAX_EVENTS = 30;
/** What EventStoreDB takes in one append, and the same again for metadata, which it does not count. */
const MAX_BYTES = 1024 * 1024;
/** Characters. Long enough for any reference of a bank, short enough for an index entry of PostgreSQL. */
const MAX_NAME = 500;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NIL = '00000000-0000-0000-0000-000000000000';
const UNWRITABLE = /\0|\p{Surrogate}/u;

/** What every adapter refuses before it sends anything. @throws BatchRefused */
export function checkBatch(stream: string, events: readonly NewEvent[], expected: Expected): void {
  checkName('stream name', stream);
  if (expected !== 'none' && !(Number.isSafeInteger(expected) && expected >= 0)) refuse(`expected ${expected}`);
  if (events.length < 1 || events.length > MAX_EVENTS) refuse(`${events.length} events at once`);
  for (const event of events) {
    checkName('event type', event.type);
    if (!UUID.test(event.id) || event.id === NIL) refuse(`event id ${event.id}`);
  }
  if (new Set(events.map((event) => event.id)).size < events.length) refuse('an event id twice');
  checkBytes('data', events);
  checkBytes('metadata', events);
}

/** Whether an append can have named it. A server must not be asked for any other: one that it chokes on fails its neighbours. */
export const isStreamName = (name: string): boolean => faultOfName(name) === undefined;

function checkName(what: string, name: string): void {
  const fault = faultOfName(name);
  if (fault !== undefined) refuse(`${what} ${fault}`);
}

function faultOfName(name: string): string | undefined {
  if (name === '' || name.startsWith('$')) return 'empty or with $ in front';
  if (name.length > MAX_NAME) return `of ${name.length} characters`;
  return UNWRITABLE.test(name) ? 'with a NUL or a lone surrogate' : undefined;
}

function checkBytes(field: 'data' | 'metadata', events: readonly NewEvent[]): void {
  const bytes = events.reduce((sum, event) => sum + Buffer.byteLength(event[field]), 0);
  if (bytes > MAX_BYTES) refuse(`${bytes} bytes of ${field}`);
}

function refuse(what: string): never {
  throw new BatchRefused(`an append is refused: ${what}`);
}
