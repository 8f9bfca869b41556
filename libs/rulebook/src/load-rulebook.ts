import { join } from 'node:path';
import { sha256Hex } from '@fajiao/kernel';
import { Catalogue } from './catalogue';
import { catalogueFaults, catalogueShape } from './catalogue.shape';
import { dataDirectory, jsonFilesOf, readJson } from './data-files';
import type { CatalogueVersion } from './offence';
import type { Profile } from './profile';
import { profileFaults, profileShape } from './profile.shape';
import { RulebookFaults } from './shape';

/** The rules of one authority and its catalogue of offences. */
export interface Rulebook {
  readonly profile: Profile;
  readonly catalogue: Catalogue;
  /** SHA-256 (hex) of profile and catalogue: what stands beside every event as `rulebook.version`. */
  readonly version: string;
}

/**
 * Reads `profile.json` and every file of `catalogue/`.
 * @throws RulebookFaults naming every fault of every file
 */
export function loadRulebook(directory: string = dataDirectory): Rulebook {
  const faults: string[] = [];
  const profile = readProfile(join(directory, 'profile.json'), faults);
  const versions = jsonFilesOf(join(directory, 'catalogue'), faults).flatMap((file) => readCatalogue(file, faults));
  if (profile) faults.push(...togetherFaults(profile, versions));
  if (!profile || faults.length > 0) throw new RulebookFaults(faults);
  return { profile, catalogue: new Catalogue(versions), version: contentHash([profile, versions]) };
}

function readProfile(file: string, faults: string[]): Profile | undefined {
  const profile = readJson(file, profileShape, faults);
  if (profile) faults.push(...profileFaults(profile).map((fault) => `${file}: ${fault}`));
  return profile;
}

function readCatalogue(file: string, faults: string[]): CatalogueVersion[] {
  const version = readJson(file, catalogueShape, faults);
  if (!version) return [];
  faults.push(...catalogueFaults(version).map((fault) => `${file}: ${fault}`));
  return [version];
}

function togetherFaults(profile: Profile, versions: readonly CatalogueVersion[]): string[] {
  const days = versions.map((version) => version.effectiveFrom);
  return [
    ...(versions.length === 0 ? ['catalogue: there is none'] : []),
    ...versions.filter((v) => v.profile !== profile.id).map((v) => `catalogue: of ${v.profile}, not of ${profile.id}`),
    ...days.filter((day, i) => days.indexOf(day) !== i).map((day) => `catalogue: two versions hold from ${day}`),
  ];
}

/** Over the content, whatever the order of keys and the white space of the files. */
function contentHash(content: unknown): string {
  return sha256Hex(
    JSON.stringify(content, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ),
  );
}
