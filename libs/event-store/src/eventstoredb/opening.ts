import { type Credentials, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { StoreUnavailable } from '../errors';
import type { Connection } from './connection';
import { appendFailure, isWrongExpectedVersion } from './failures';

/** Who writes the rights of a stream before its first event, on a server that checks them (TLS). */
export interface Opener {
  /** A login that the default rights in `$settings` let write to new streams; it is used for nothing else. */
  readonly credentials: Credentials;
  /** Roles that may append to the streams of this context: its own login. */
  readonly writers: readonly string[];
}

/**
 * The server knows rights by stream, not by category: the context that opens a stream takes it for itself first.
 * A stream whose rights stand already is left as it is; if they are another's, the append is refused.
 * @throws StoreUnavailable: nothing of the append was sent
 */
export async function takeStream(connection: Connection, stream: string, opener: Opener): Promise<void> {
  const rights = jsonEvent({ type: '$metadata', data: { $acl: { $w: [...opener.writers] } } });
  try {
    await connection.send({
      stream: `$$${stream}`,
      events: [rights],
      expectedRevision: NO_STREAM,
      credentials: opener.credentials,
    });
  } catch (error) {
    if (isWrongExpectedVersion(error)) return;
    throw new StoreUnavailable(`the rights of ${stream} could not be written`, { cause: appendFailure(stream, error) });
  }
}
