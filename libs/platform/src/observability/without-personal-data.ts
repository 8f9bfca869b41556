// What may name a person: Chinese text, quoted values, long numbers (citizen ids, cards, telephones), long codes.
const SUSPECT = /[\p{Script=Han}·]+|"[^"]*"|'[^']*'|`[^`]*`|\b[0-9A-Za-z+/_=-]*\d{7,}[0-9A-Za-z+/_=-]*|\beyJ[\w.-]+/gu;

const MOST = 1_000;

/** The text, cut at 1,000 characters, with everything masked that could be a name, an id or a token. */
export function withoutPersonalData(text: string): string {
  return text.slice(0, MOST).replace(SUSPECT, '…');
}
