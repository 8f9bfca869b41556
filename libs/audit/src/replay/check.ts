import { type Codec, canonicalJson } from '@fajiao/event-store';
import { type Instant, sha256Hex } from '@fajiao/kernel';
import { type History, describeAt } from './history';
import type { Replayable } from './replayable';

/** What the auditor proved of one history, and each thing that did not hold. */
export interface ReplayCheck {
  readonly stream: string;
  readonly events: number;
  readonly revisionsContiguous: boolean;
  /** Every event's SHA-256 is that of its type, data and metadata as they are kept. */
  readonly contentHashesRight: boolean;
  /** SHA-256 (hex) of the canonical state folded from zero, read at the instant of the last record. */
  readonly stateDigest: string;
  /** Whether that is the digest that `GET` of the case shows; null when the auditor did not hand one in. */
  readonly matchesShown: boolean | null;
  readonly ok: boolean;
  readonly faults: readonly { readonly revision: number; readonly fault: string }[];
}

export function checkHistory(
  codec: Codec,
  replayable: Replayable,
  history: History,
  shownDigest: string | undefined,
): ReplayCheck {
  const gaps = history.stored.flatMap(({ revision }, index) =>
    revision === index ? [] : [{ revision, fault: `expected revision ${index}` }],
  );
  const altered = history.stored.flatMap((event) =>
    codec.verify(event) ? [] : [{ revision: event.revision, fault: 'content hash differs' }],
  );
  const stateDigest = digestOf(replayable, history);
  const matchesShown = shownDigest === undefined ? null : shownDigest === stateDigest;
  return {
    stream: history.stream,
    events: history.stored.length,
    revisionsContiguous: gaps.length === 0,
    contentHashesRight: altered.length === 0,
    stateDigest,
    matchesShown,
    ok: gaps.length === 0 && altered.length === 0 && matchesShown !== false,
    faults: [...gaps, ...altered],
  };
}

function digestOf(replayable: Replayable, { facts }: History): string {
  const lastRecorded = facts.at(-1)?.meta.recordedAt ?? ('' as Instant);
  return sha256Hex(canonicalJson(describeAt(replayable, facts, lastRecorded)));
}
