import type { CivilDate } from '@fajiao/kernel';

/** What still stands still goes on from that day. */
export function resumed<Pause extends { readonly resumedOn: CivilDate | null }>(
  pauses: readonly Pause[],
  on: CivilDate,
): readonly Pause[] {
  return pauses.map((pause) => (pause.resumedOn === null ? { ...pause, resumedOn: on } : pause));
}
