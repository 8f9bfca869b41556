import type { Party, Penalty } from '@fajiao/contracts';

/** What stands for a party under 18: minors are never identified (APL-50). */
export const MINOR = '未成年当事人';

/** A natural person's name in public: the first character, the rest masked (APL-50). */
export function maskName(name: string): string {
  const [first = '', ...rest] = Array.from(name.trim());
  return rest.length === 0 ? '*' : first + '*'.repeat(rest.length);
}

/**
 * The name under which a party appears in public. Businesses appear under their trade name; where that holds the
 * operator's own name, as it does for many an individual business, privacy goes first.
 */
export function publicNameOf(party: Party, minor: boolean): string {
  if (minor) return MINOR;
  switch (party.kind) {
    case 'citizen':
      return maskName(party.name);
    case 'individual-business':
      return without(party.name, party.operator, maskName(party.operator));
    case 'organisation':
      return party.name;
  }
}

/** Numbers are exchanged with authorities, never shown for a natural person, nor where they would identify a minor. */
export function publicCreditCodeOf(party: Party, minor: boolean): string | null {
  return minor || party.kind === 'citizen' ? null : party.unifiedSocialCreditCode;
}

/**
 * A text of the record as the public may read it: the party's natural persons masked, numbers of persons blanked out.
 * Of a case against a minor no free text is shown, because the circumstances themselves identify.
 */
export function publicText(text: string, party: Party, minor: boolean): string {
  if (minor) return '';
  const person = personOf(party);
  const unnamed = without(legible(text), person, maskName(person));
  const unnumbered = party.kind === 'citizen' ? without(unnamed, party.citizenId, BLANK) : unnamed;
  return unnumbered.replace(NUMBERS_OF_PERSONS, BLANK);
}

/** A text without the numbers of persons. */
export const withoutNumbersOfPersons = (text: string): string => legible(text).replace(NUMBERS_OF_PERSONS, BLANK);

/** Penalties with what officers wrote into their lists masked like any other text. */
export function publicPenalties(penalties: readonly Penalty[], party: Party, minor: boolean): Penalty[] {
  return penalties.map((penalty) =>
    penalty.kind === 'confiscation-of-goods'
      ? { ...penalty, items: minor ? [] : penalty.items.map((item) => publicText(item, party, minor)) }
      : penalty,
  );
}

/** What stands for a number. */
const BLANK = '******';

/**
 * Citizen ids of both lengths, mobile, fixed and card numbers, in one run or in the groups in which people write them.
 * No other number of eleven digits or more has a place in the facts of a penalty.
 */
const NUMBERS_OF_PERSONS = new RegExp(
  [
    /\d{11,}[Xx]?/,
    /\d{6}[-－—\s]\d{4}[-－—\s]?\d{4}[-－—\s]\d{3}[\dXx]/,
    /1[3-9]\d[-－—\s]\d{4}[-－—\s]\d{4}/,
    /0\d{2,3}[-－—\s]\d{7,8}/,
    /\d{4}(?:[-－—\s]\d{4}){3}(?:[-－—\s]\d{1,3})?/,
  ]
    .map(({ source }) => `(?<!\\d)${source}(?!\\d)`)
    .join('|'),
  'g',
);

/** Full-width digits as plain ones, and no invisible characters that would hide a name or a number. */
const legible = (text: string): string =>
  text.replace(/\p{Cf}/gu, '').replace(/[０-９]/g, (digit) => String('０１２３４５６７８９'.indexOf(digit)));

const SEPARATORS = '-－—\\s·•・‧.．';

/** Every occurrence masked, also one that is spaced out (张 三) or has other dots in it. */
function without(text: string, secret: string, shown: string): string {
  const characters = Array.from(secret.replace(new RegExp(`[${SEPARATORS}]`, 'gu'), ''));
  if (characters.length === 0) return text;
  const pattern = characters
    .map((character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
    .join(`[${SEPARATORS}]*`);
  return text.replace(new RegExp(pattern, 'giu'), shown);
}

/** The natural person whose name a party brings into a text. */
function personOf(party: Party): string {
  switch (party.kind) {
    case 'citizen':
      return party.name;
    case 'individual-business':
      return party.operator;
    case 'organisation':
      return party.legalRepresentative;
  }
}
