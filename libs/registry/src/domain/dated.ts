import type { CivilDate } from '@fajiao/kernel';

/** Something that holds from a day on, until something later does. */
export interface Dated<Value> {
  /** null: ever since. */
  readonly from: CivilDate | null;
  readonly value: Value;
  /** Revision of its event: of two that begin on one day, the one recorded later holds. */
  readonly revision: number;
}

/** What holds on a day; undefined before the first. */
export function asOf<Value>(dated: readonly Dated<Value>[], day: CivilDate): Value | undefined {
  return latest(dated.filter(({ from }) => hasBegun(from, day)))?.value;
}

/** Whether something that begins on a day, or has always been, is there on another. */
export const hasBegun = (from: CivilDate | null, day: CivilDate): boolean => from === null || from <= day;

/** The one that began last; of those that began on one day, the one recorded last. */
export function latest<Item extends Pick<Dated<unknown>, 'from' | 'revision'>>(
  items: readonly Item[],
): Item | undefined {
  return items.reduce<Item | undefined>((best, item) => (best && isAfter(best, item) ? best : item), undefined);
}

function isAfter(a: Pick<Dated<unknown>, 'from' | 'revision'>, b: Pick<Dated<unknown>, 'from' | 'revision'>): boolean {
  const [one, other] = [a.from ?? '', b.from ?? ''];
  return one === other ? a.revision > b.revision : one > other;
}
