import { type Credentials, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { Connection } from './connection';
import { parseServerAddress } from './connection-string';
import { Reading } from './reading';

export interface ServerRights {
  /** Of the secure server, with or without credentials. */
  readonly url: string;
  readonly admin: Credentials;
  /** Roles that may write to streams that nobody has taken yet, and say whose they are. */
  readonly openers: readonly string[];
  /** Roles that may read events and the whole log. The server cannot tell categories apart, contexts do that themselves. */
  readonly readers: readonly string[];
  readonly timeout?: number;
}

/** Prepares a secure server once: then a context can write only to streams that its opener took for it. */
export async function prepareRights({ url, admin, openers, readers, timeout = 5_000 }: ServerRights): Promise<void> {
  const connection = new Connection(parseServerAddress(url), timeout);
  const admins = { $r: '$admins', $w: '$admins', $d: '$admins', $mr: '$admins', $mw: '$admins' };
  const newStreams = { ...admins, $r: [...readers], $w: [...openers], $mr: [...readers], $mw: [...openers] };
  const defaults = { $userStreamAcl: newStreams, $systemStreamAcl: admins };
  try {
    await say(connection, admin, '$settings', 'update-default-acl', defaults);
    await say(connection, admin, '$$$all', '$metadata', { $acl: { $r: [...readers] } });
  } finally {
    await connection.close();
  }
}

/** Writes what a system stream is to say last, unless it does. */
async function say(
  connection: Connection,
  credentials: Credentials,
  stream: string,
  type: string,
  data: Record<string, unknown>,
): Promise<void> {
  const [last] = await new Reading(connection, credentials).backwards(stream, 'end', 1);
  if (last && JSON.stringify(last.data) === JSON.stringify(data)) return;
  const event = jsonEvent({ type, data });
  await connection.send({ stream, events: [event], expectedRevision: last?.revision ?? NO_STREAM, credentials });
}
