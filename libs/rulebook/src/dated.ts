import type { CivilDate } from '@fajiao/kernel';

/** A rule that holds from a day on, until a later version of it does. */
export interface Dated {
  readonly effectiveFrom: CivilDate;
}

/** The version of a rule that holds on a day; undefined: none does yet. */
export function versionOn<T extends Dated>(versions: readonly T[], on: CivilDate): T | undefined {
  return versions
    .filter(({ effectiveFrom }) => effectiveFrom <= on)
    .reduce<T | undefined>((latest, v) => (latest && latest.effectiveFrom > v.effectiveFrom ? latest : v), undefined);
}

/** A day before the rulebook begins: the profile has no rule for it. */
export class NotInForce extends Error {
  constructor(
    readonly rule: string,
    readonly on: CivilDate,
  ) {
    super(`no version of ${rule} is in force on ${on}`);
    this.name = 'NotInForce';
  }
}

/** @throws NotInForce */
export function inForce<T extends Dated>(rule: string, versions: readonly T[], on: CivilDate): T {
  const version = versionOn(versions, on);
  if (!version) throw new NotInForce(rule, on);
  return version;
}
