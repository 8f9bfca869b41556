import { type Credentials, type EventData, NO_STREAM } from '@eventstore/db-client';
import { ContentDiffers, OutcomeUnknown, VersionConflict } from '../errors';
import type { Expected, NewEvent } from '../port';
import type { Connection } from './connection';
import { eventData, type Recorded, storedEvent } from './event-shape';
import { appendFailure, isWrongExpectedVersion } from './failures';
import type { Names } from './names';
import type { Reading } from './reading';

/** What a stream holds where a batch would stand. */
type Standing = 'batch' | 'differs' | 'other';

/** Appends that are looked at afterwards: the server compares ids only, and answers what was never asked. */
export class Appending {
  constructor(
    private readonly connection: Connection,
    private readonly reading: Reading,
    private readonly names: Names,
    private readonly credentials: Credentials,
  ) {}

  /**
   * @returns the last event of the batch as it stands in the stream
   * @throws VersionConflict, ContentDiffers, OutcomeUnknown, BatchRefused, StoreUnavailable
   */
  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Recorded> {
    const name = this.names.onServer(stream);
    const conflict = await this.#send(stream, name, events.map(eventData), expected);
    const first = expected === 'none' ? 0 : expected + 1;
    const held = await this.#readBack(stream, name, first, events.length);
    const standing = standingOf(stream, events, first, held);
    const last = held[events.length - 1];
    if (standing === 'batch' && last) return last;
    if (standing === 'other' && conflict) throw conflict;
    throw new ContentDiffers(stream);
  }

  /** @returns the server's "wrong expected version", which is a conflict only when the batch does not stand there */
  async #send(
    stream: string,
    name: string,
    batch: EventData[],
    expected: Expected,
  ): Promise<VersionConflict | undefined> {
    try {
      await this.connection.send({
        stream: name,
        events: batch,
        expectedRevision: expected === 'none' ? NO_STREAM : BigInt(expected),
        credentials: this.credentials,
      });
      return undefined;
    } catch (error) {
      if (!isWrongExpectedVersion(error)) throw appendFailure(stream, error);
      const { actualVersion } = error;
      return new VersionConflict(stream, expected, typeof actualVersion === 'bigint' ? Number(actualVersion) : 'none');
    }
  }

  /** One event more than the batch, to see whether it goes on. */
  async #readBack(stream: string, name: string, first: number, count: number): Promise<readonly Recorded[]> {
    try {
      return await this.reading.forwards(name, first, count + 1);
    } catch (error) {
      // Written or not, the answer cannot be believed yet; the same append again finds out.
      throw new OutcomeUnknown(stream, { cause: error });
    }
  }
}

function standingOf(stream: string, events: readonly NewEvent[], first: number, held: readonly Recorded[]): Standing {
  const isThere = events.every((event, index) => {
    const recorded = held[index];
    const there = recorded && storedEvent(recorded, stream, '');
    return (
      there?.id === event.id &&
      there.revision === first + index &&
      there.type === event.type &&
      there.data === event.data &&
      there.metadata === event.metadata
    );
  });
  if (isThere) return isContinued(held[events.length - 1], held[events.length]) ? 'differs' : 'batch';
  const ids = new Set(events.map((event) => event.id));
  return held.some((recorded) => ids.has(recorded.id)) ? 'differs' : 'other';
}

/** A shorter batch than the one that was written passes on the server; but one command makes one batch. */
function isContinued(last: Recorded | undefined, next: Recorded | undefined): boolean {
  const command = commandOf(last);
  return command !== undefined && command === commandOf(next);
}

const commandOf = (recorded: Recorded | undefined): string | undefined =>
  (recorded?.metadata as { commandId?: string } | undefined)?.commandId;
