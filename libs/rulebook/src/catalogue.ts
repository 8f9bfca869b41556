import type { CivilDate } from '@fajiao/kernel';
import { versionOn } from './dated';
import type { CatalogueVersion, OffenceItem } from './offence';

/** The offences, by the day of the act: old law for old acts (APL-37). A version replaces the one before it whole. */
export class Catalogue {
  constructor(readonly versions: readonly CatalogueVersion[]) {}

  /** undefined: no version holds on that day, or that version has no such item. */
  find(code: string, on: CivilDate): OffenceItem | undefined {
    return this.versionOn(on)?.items.find((item) => item.code === code);
  }

  /** The version that holds on a day; undefined: the day lies before the first (`catalogue.no-version`). */
  versionOn(on: CivilDate): CatalogueVersion | undefined {
    return versionOn(this.versions, on);
  }

  /** Every code that any version has. */
  codes(): string[] {
    return [...new Set(this.versions.flatMap(({ items }) => items.map(({ code }) => code)))];
  }
}
