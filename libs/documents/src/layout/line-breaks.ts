/** Width of a text in points. */
export type Measure = (text: string) => number;

export interface Line {
  readonly text: string;
  readonly width: number;
  /** The last of its paragraph: not spread to the full width. */
  readonly last: boolean;
}

/** 行首禁则: none of these begins a line. */
const NEVER_FIRST = new Set('，。、；：？！）〕》〉」』】］｝”’％‰℃·～,.;:?!)]}%°');

/** 行尾禁则: none of these ends a line. */
const NEVER_LAST = new Set('（〔《〈「『【［｛“‘([{￥¥$№');

// What is not parted: a double dash, an ellipsis, a word or a number with its unit, a character with its marks.
const UNITS = /——|……|[A-Za-z0-9](?:[A-Za-z0-9.,:/@_+-]*[A-Za-z0-9])?(?:[万亿]?元|%|％)?|\P{M}\p{M}*|\p{M}+/gu;

/**
 * Sets a paragraph in lines. `widthOf(n)`: how wide line n (from 0) may be. A unit that is wider than a line is parted where
 * it must be; everything else keeps the rules of punctuation.
 */
export function breakLines(text: string, measure: Measure, widthOf: (line: number) => number): readonly Line[] {
  const units = (text.match(UNITS) ?? []).flatMap((unit) => partsOf(unit, measure, widthOf));
  const widths = units.map(measure);
  const lines: Line[] = [];
  let start = 0;
  while (start < units.length) {
    const end = endOfLine(units, widths, start, widthOf(lines.length), measure);
    lines.push(lineOf(units.slice(start, end), measure, end === units.length));
    start = end;
    while (start < units.length && units[start] === ' ') start += 1;
  }
  return lines.length > 0 ? lines : [{ text: '', width: 0, last: true }];
}

function endOfLine(units: string[], widths: number[], start: number, room: number, measure: Measure): number {
  let end = start;
  let width = 0;
  while (end < units.length && (end === start || width + (widths[end] ?? 0) <= room + 0.01)) {
    width += widths[end] ?? 0;
    end += 1;
  }
  if (end === units.length) return end;
  return lastLawfulBreak(units, start, end) ?? partingLast(units, widths, end, measure);
}

/** No place is lawful: where the line ends in a word, its last two characters go to the next line, so that one is. */
function partingLast(units: string[], widths: number[], end: number, measure: Measure): number {
  const characters = [...(units[end - 1] ?? '')];
  if (characters.length < 4) return end;
  const parts = [characters.slice(0, -2).join(''), characters.slice(-2).join('')];
  units.splice(end - 1, 1, ...parts);
  widths.splice(end - 1, 1, ...parts.map(measure));
  return end;
}

/** The nearest place at or before `end` where the line may break; none: the line breaks where it is full. */
function lastLawfulBreak(units: readonly string[], start: number, end: number): number | undefined {
  for (let at = end; at > start; at -= 1) {
    const [before = '', after = ''] = [units[at - 1], units[at]];
    if (!NEVER_FIRST.has(firstOf(after)) && !NEVER_LAST.has(before.slice(-1))) return at;
  }
  return undefined;
}

const firstOf = (unit: string): string => [...unit][0] ?? '';

function lineOf(units: readonly string[], measure: Measure, last: boolean): Line {
  const text = units.join('').trimEnd();
  return { text, width: measure(text), last };
}

/** A unit that no line can take is parted into its characters. */
function partsOf(unit: string, measure: Measure, widthOf: (line: number) => number): readonly string[] {
  return [...unit].length > 1 && measure(unit) > widthOf(1) ? [...unit] : [unit];
}
