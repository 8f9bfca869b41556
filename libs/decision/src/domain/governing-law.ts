import type { CivilDate } from '@fajiao/kernel';
import { compareItems, type Circumstances, type Compared, type OffenceItem } from '@fajiao/rulebook';
import type { Filing } from './case-state';
import type { LawContext } from './context';
import type { GoverningVersion } from './events';
import { offenceOf } from './law';

/** Old law for old acts, unless the new one is milder or punishes the act no more (APL-37). */

type OfAct = Pick<Filing, 'offence' | 'actDate'>;

/** The item that governs: of the version named, else that of the day of the act. */
export function governingItem(
  act: OfAct,
  governing: GoverningVersion | null | undefined,
  law: LawContext,
): OffenceItem | undefined {
  if (!governing) return offenceOf(act, law);
  const version = law.rulebook.catalogue.versions.find(({ effectiveFrom }) => effectiveFrom === governing.version);
  return version?.items.find(({ code }) => code === act.offence.code);
}

/** What the version of today does to the act, where it is another than that of the act. */
export interface LaterVersion {
  readonly version: CivilDate;
  readonly compared: Compared;
}

/** null: the version of the day of the act still holds. */
export function laterVersion(act: OfAct, circumstances: Circumstances, law: LawContext): LaterVersion | null {
  const { catalogue, profile } = law.rulebook;
  const ofTheAct = catalogue.versionOn(act.actDate);
  const ofToday = catalogue.versionOn(law.today);
  const item = offenceOf(act, law);
  if (!item || !ofTheAct || !ofToday || ofToday.effectiveFrom <= ofTheAct.effectiveFrom) return null;
  const later = ofToday.items.find(({ code }) => code === act.offence.code);
  return { version: ofToday.effectiveFrom, compared: compareItems(profile, item, later, circumstances) };
}
