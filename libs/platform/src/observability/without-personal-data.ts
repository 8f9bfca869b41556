// What may name a person: Chinese text, quoted values, long numbers (citizen ids, cards, telephones), long codes.
const SUSPECT = /[\p{Script=Han}·]+|"[^"]*"|'[^']*'|`[^`]*`|\b[0-9A-Za-z+/_=-]*\d{7,}[0-9A-Za-z+/_=-]*|\beyJ[\w.-]+/gu;

/** The text with everything masked that could be a name, an id or a token: for messages that others wrote. */
export function withoutPersonalData(text: string): string {
  return text.replace(SUSPECT, '…');
}
