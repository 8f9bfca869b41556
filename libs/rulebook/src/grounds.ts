import type { CivilDate } from '@fajiao/kernel';
import { versionOn, type Dated } from './dated';
import type { Bilingual, Sourced } from './sourced';

export const GROUND_LISTS = [
  'suspension',
  'extension',
  'preservation-outcome',
  'seizure-basis',
  'seizure-lifting',
  'seizure-disposal',
  'no-penalty',
  'mitigation',
  'enforcement-suspension',
  'enforcement-termination',
  'court-refusal',
  'write-off',
  'surcharge-reduction',
  'collection-cancellation',
  'proof-dispensation',
] as const;
/** Lists that the law closes: what is not on the list is no ground. */
export type GroundList = (typeof GROUND_LISTS)[number];

export const GROUND_EFFECTS = ['must-not', 'may-not', 'must-mitigate', 'may-mitigate'] as const;
/** What a ground does to the penalty: there must be none, it may be spared, it must or may be mitigated (APL-30 to 33). */
export type GroundEffect = (typeof GROUND_EFFECTS)[number];

/** An entry of a closed list. */
export interface ClosedGround extends Dated, Sourced {
  readonly list: GroundList;
  readonly id: string;
  readonly title: Bilingual;
  /** The law, regulation or ministry rule that the act has to name. */
  readonly basis?: string;
  /** Months that an extension on it may last at most. */
  readonly mostMonths?: number;
  /** Facts that must have been found. */
  readonly requires?: readonly string[];
  readonly effect?: GroundEffect;
  /** The education of the party is recorded with it (APL-33). */
  readonly education?: boolean;
  /** The open last item of a list (其他情形): what it is has to be told. */
  readonly open?: boolean;
  /** The document whose number has to be given, in words. */
  readonly document?: Bilingual;
}

interface Closed {
  readonly grounds: readonly ClosedGround[];
}

/** The entries of a list that hold on a day. */
export function groundsOf({ grounds }: Closed, list: GroundList, on: CivilDate): ClosedGround[] {
  const ofList = grounds.filter((ground) => ground.list === list);
  const ids = [...new Set(ofList.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const version = versionOn(
      ofList.filter((ground) => ground.id === id),
      on,
    );
    return version ? [version] : [];
  });
}

/** The entry that is named by its id or, as on a form, by its Chinese title; undefined: it is not on the list. */
export function closedGround(profile: Closed, list: GroundList, name: string, on: CivilDate): ClosedGround | undefined {
  return groundsOf(profile, list, on).find(({ id, title }) => id === name || title.zh === name);
}
