import { canonicalJson, contentHashOf, type StoredEvent } from '@fajiao/event-store';
import { sha256Hex } from '@fajiao/kernel';
import type { Fault } from './fault';

/** What an archived file says of itself (CaseArchived): its manifest and the hash over it. */
interface Sealed {
  readonly manifest: {
    readonly events: readonly { readonly revision: number; readonly type: string; readonly sha256: string }[];
  };
  readonly manifestSha256: string;
}

/** A fault at each sealing whose manifest is not what was hashed, or is not what stands before it in the stream. */
export function brokenSeals(stored: readonly StoredEvent[]): Fault[] {
  return stored
    .filter(({ type }) => type === 'CaseArchived')
    .filter((event) => !holds(event, stored))
    .map(({ revision }) => ({ revision, code: 'seal-broken' }));
}

function holds(event: StoredEvent, stored: readonly StoredEvent[]): boolean {
  try {
    const { manifest, manifestSha256 } = JSON.parse(event.data) as Sealed;
    const before = stored.filter(({ revision }) => revision < event.revision).map(entryOf);
    return (
      sha256Hex(canonicalJson({ ...manifest })) === manifestSha256 &&
      canonicalJson(manifest.events.map((entry) => ({ ...entry }))) === canonicalJson(before)
    );
  } catch {
    return false;
  }
}

const entryOf = (event: StoredEvent) => ({
  revision: event.revision,
  type: event.type,
  sha256: contentHashOf(event),
});
