import { cleanLine, paragraphsOf } from '../clean-text';
import type { Attachments, Block, Form, Heading, Paragraph, Seal, Signatures } from '../form';
import { together, type Box, type Mark } from './boxes';
import { breakLines, type Line } from './line-breaks';
import { STYLES, TYPE_AREA, type TypeStyle, type Widths } from './page-geometry';
import { gridBoxes, tableBoxes } from './ruled';

/** The whole form as strips, from the head of the document to its last line. */
export function boxesOf(form: Form, widths: Widths): readonly Box[] {
  const blocks = form.blocks.map((block) => blockBoxes(block, widths));
  const whole = blocks.flatMap((boxes, i) => {
    const next = form.blocks[i + 1]?.kind;
    return next === 'seal' || next === 'signatures' ? stayingWithNext(boxes) : boxes;
  });
  return [...headBoxes(form, widths), ...whole];
}

function headBoxes({ authority, title, number }: Form, widths: Widths): Box[] {
  const centred = (text: string): Box[] =>
    paragraphsOf(text).flatMap((line) => setLines(line, STYLES.title, widths, { align: 'centre' }));
  const numbered =
    number === undefined ? [] : setLines(cleanLine(number), STYLES.body, widths, { align: 'right', flush: true });
  return stayingWithNext([...centred(authority), ...centred(title), gap(6), ...numbered, gap(10)], Infinity);
}

function blockBoxes(block: Block, widths: Widths): Box[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraphBoxes(block, widths);
    case 'heading':
      return headingBoxes(block, widths);
    case 'grid':
      return [...together(gridBoxes(block, widths), SHORT), gap(8)];
    case 'table':
      return [...tableBoxes(block, widths), gap(8)];
    case 'signatures':
      return signatureBoxes(block, widths);
    case 'seal':
      return sealBoxes(block, widths);
    case 'attachments':
      return attachmentBoxes(block, widths);
  }
}

function paragraphBoxes({ text, flush = false, strong = false }: Paragraph, widths: Widths): Box[] {
  const style = strong ? STYLES.strong : STYLES.body;
  return paragraphsOf(text).flatMap((line) => withoutOrphans(setLines(line, style, widths, { flush })));
}

function headingBoxes({ text }: Heading, widths: Widths): Box[] {
  return stayingWithNext(setLines(cleanLine(text), STYLES.strong, widths), Infinity);
}

/** What is not higher is not parted. */
const SHORT = TYPE_AREA.height / 3;

const DAY_WIDTH = 10 * STYLES.body.size;

/** The name on the left, as long as it is; the day on the right, beside its last line. */
function signatureBoxes({ lines }: Signatures, widths: Widths): Box[] {
  const boxes = lines.flatMap(({ label, name = '', on = BLANK_DAY }) => {
    const day = setLines(cleanLine(on), STYLES.body, widths, { align: 'right', flush: true });
    const signed = setLines(cleanLine(`${label}：${name}`), STYLES.body, widths, { flush: true, lessBy: DAY_WIDTH });
    return signed.map((box, i) => (i === signed.length - 1 ? beside(box, day[0]) : { ...box, keepWithNext: true }));
  });
  return together([gap(6), ...boxes], SHORT);
}

const BLANK_DAY = '年\u3000\u3000月\u3000\u3000日';

function beside(box: Box, other: Box | undefined): Box {
  return other ? { ...box, draw: (place) => [...box.draw(place), ...other.draw(place)] } : box;
}

function sealBoxes({ authority, on }: Seal, widths: Widths): Box[] {
  const right = (text: string): Box[] =>
    setLines(cleanLine(text), STYLES.body, widths, { align: 'right', flush: true });
  const named = [gap(18), ...right(`${authority}（印章）`)];
  return [...stayingWithNext(named, Infinity), ...right(on)];
}

function attachmentBoxes({ items }: Attachments, widths: Widths): Box[] {
  const lines = items.map((item, i) => `${i === 0 ? '附件：' : '\u3000\u3000\u3000'}${i + 1}. ${cleanLine(item)}`);
  return [gap(6), ...lines.flatMap((line) => setLines(line, STYLES.body, widths))];
}

interface Setting {
  readonly align?: 'centre' | 'right';
  /** Without the indent of two characters. */
  readonly flush?: boolean;
  /** Points that the lines leave free on the right. */
  readonly lessBy?: number;
}

/** A paragraph in lines as wide as the type area; full lines are spread to its right edge. */
function setLines(
  text: string,
  style: TypeStyle,
  widths: Widths,
  { align, flush = false, lessBy = 0 }: Setting = {},
): Box[] {
  const indent = align || flush ? 0 : 2 * style.size;
  const measure = (part: string): number => widths(part, style);
  const lines = breakLines(text, measure, (n) => TYPE_AREA.width - lessBy - (n === 0 ? indent : 0));
  return lines.map((line, n) => {
    const room = TYPE_AREA.width - lessBy - (n === 0 ? indent : 0);
    const spare = room - line.width;
    const shift = align === 'centre' ? spare / 2 : align === 'right' ? spare : n === 0 ? indent : 0;
    const spacing = align ? 0 : spread(line, spare);
    return {
      height: style.pitch,
      draw: ({ y }): Mark[] => [{ mark: 'text', x: TYPE_AREA.left + shift, y, text: line.text, style, spacing }],
    };
  });
}

function spread({ text, last }: Line, spare: number): number {
  const gaps = [...text].length - 1;
  return last || gaps < 1 || spare <= 0 ? 0 : spare / gaps;
}

/** At least two lines of a paragraph stand together at either end of a page. */
function withoutOrphans(boxes: readonly Box[]): Box[] {
  const kept = boxes.length - 2;
  return boxes.map((box, i) => (i === 0 || i === kept ? { ...box, keepWithNext: boxes.length > 1 } : box));
}

/** The last two (or `count`) boxes are not parted from what follows. */
function stayingWithNext(boxes: readonly Box[], count = 2): Box[] {
  return boxes.map((box, i) => (i >= boxes.length - count ? { ...box, keepWithNext: true } : box));
}

function gap(height: number): Box {
  return { height, draw: () => [] };
}
