/** Control signs, signs that turn the direction of the text, invisible ones, surrogates that stand alone. */
const LEFT_OUT = /[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

const LINE_BREAKS = /\r\n?|[\u2028\u2029\u0085\n]/;

/** One line as it is printed: nothing in it that a reader cannot see. Tabs are blanks. */
export function cleanLine(text: string): string {
  return text
    .replace(/[\t\u00A0]/g, ' ')
    .replace(LEFT_OUT, '')
    .trim();
}

/** The paragraphs of a text, without those that are empty; at least one. */
export function paragraphsOf(text: string): readonly string[] {
  const lines = text.split(LINE_BREAKS).map(cleanLine).filter(Boolean);
  return lines.length > 0 ? lines : [''];
}
