import { canonicalJson, type Codec, type StoredEvent } from '@fajiao/event-store';
import { type Fact, sha256Hex } from '@fajiao/kernel';
import { describeAt, factsOf, type History, UnreadableEvent } from './history';
import type { Fault } from './fault';
import { misplacedEvents } from './order';
import type { Replayable } from './replayable';
import { brokenSeals } from './seal';

/** What the auditor proved of one history, and each thing that did not hold. */
export interface ReplayCheck {
  readonly stream: string;
  readonly events: number;
  readonly revisionsContiguous: boolean;
  /** Every event's SHA-256 is that of its type, data and metadata as they are kept. */
  readonly contentHashesRight: boolean;
  /** The events stand in the order in which they were made. */
  readonly orderRight: boolean;
  /** Every archiving sealed exactly what stands before it. */
  readonly sealsWhole: boolean;
  /**
   * SHA-256 (hex) of the canonical state folded from zero, read at the instant of the last record; null when an event
   * cannot be read.
   */
  readonly stateDigest: string | null;
  /** Whether that is the digest that `GET` of the case shows; null when the auditor did not hand one in. */
  readonly matchesShown: boolean | null;
  readonly ok: boolean;
  readonly faults: readonly Fault[];
}

/**
 * Folds a history from zero and holds it against itself. Events that are missing at the end leave no trace in the rest:
 * the digest that the case's `GET` shows finds those.
 */
export function checkHistory(
  codec: Codec,
  replayable: Replayable,
  history: History,
  shownDigest: string | undefined,
): ReplayCheck {
  const missing = missingRevisions(history);
  const altered = alteredEvents(codec, history);
  const misplaced = misplacedEvents(history);
  const { digest, unreadable } = fold(codec, replayable, history);
  const matchesShown = shownDigest === undefined ? null : shownDigest === digest;
  const broken = brokenSeals(history.stored);
  const faults = [...missing, ...altered, ...misplaced, ...unreadable, ...broken].sort(
    (a, b) => a.revision - b.revision,
  );
  return {
    stream: history.stream,
    events: history.stored.length,
    revisionsContiguous: missing.length === 0,
    contentHashesRight: altered.length === 0,
    orderRight: misplaced.length === 0,
    sealsWhole: broken.length === 0,
    stateDigest: digest,
    matchesShown,
    ok: faults.length === 0 && matchesShown !== false,
    faults,
  };
}

/** A fault for each gap, at the event after it. */
function missingRevisions({ stored }: History): Fault[] {
  return stored.flatMap(({ revision }, index) => {
    const expected = (stored[index - 1]?.revision ?? -1) + 1;
    return revision > expected ? [{ revision, code: 'revision-missing' as const, expected }] : [];
  });
}

function alteredEvents(codec: Codec, { stored }: History): Fault[] {
  return stored.flatMap((event) =>
    isAsWritten(codec, event) ? [] : [{ revision: event.revision, code: 'content-altered' as const }],
  );
}

/** The hash is over what the metadata says; that it is also written as it was, its canonical form tells. */
export function isAsWritten(codec: Codec, event: StoredEvent): boolean {
  return codec.verify(event) && canonicalJson(JSON.parse(event.metadata)) === event.metadata;
}

function fold(
  codec: Codec,
  replayable: Replayable,
  history: History,
): { readonly digest: string | null; readonly unreadable: readonly Fault[] } {
  try {
    return { digest: stateDigest(replayable, history.stream, factsOf(codec, replayable, history)), unreadable: [] };
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error;
    return { digest: null, unreadable: [{ revision: error.revision, code: 'unreadable' }] };
  }
}

function stateDigest(replayable: Replayable, stream: string, facts: readonly Fact[]): string | null {
  const last = facts.at(-1);
  return last ? digestOf(describeAt(replayable, stream, facts, last.meta.recordedAt)) : null;
}

/** Of the description as JSON shows it. */
const digestOf = (description: object): string => sha256Hex(canonicalJson(JSON.parse(JSON.stringify(description))));
