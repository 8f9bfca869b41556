import type { Party } from '@fajiao/contracts';

/** What stands for a party under 18: minors are never identified (APL-50). */
export const MINOR = '未成年当事人';

/** A natural person's name in public: the first character, the rest masked (APL-50). */
export function maskName(name: string): string {
  const [first = '', ...rest] = Array.from(name);
  return first + '*'.repeat(Math.max(rest.length, 1));
}

/** The name under which a party appears in public; businesses appear under their trade name. */
export function publicNameOf(party: Party, minor: boolean): string {
  if (minor) return MINOR;
  return party.kind === 'citizen' ? maskName(party.name) : party.name;
}

/** Citizen ids and mobile numbers that somebody wrote into a text. */
const NUMBERS_OF_PERSONS = /(?<!\d)(?:\d{17}[\dXx]|\d{15}|1[3-9]\d{9})(?!\d)/g;

/**
 * A text of the record as the public may read it: the party's natural persons masked, numbers of persons blanked out.
 * Of a case against a minor no free text is shown, because the circumstances themselves identify.
 */
export function publicText(text: string, party: Party, minor: boolean): string {
  if (minor) return '';
  return personsOf(party)
    .reduce((shown, name) => shown.replaceAll(name, maskName(name)), text)
    .replace(NUMBERS_OF_PERSONS, '******');
}

function personsOf(party: Party): string[] {
  switch (party.kind) {
    case 'citizen':
      return [party.name];
    case 'individual-business':
      return [party.operator];
    case 'organisation':
      return [party.legalRepresentative];
  }
}
