import { paragraphsOf } from '../clean-text';
import type { Grid, Table } from '../form';
import type { Box, Mark, Place } from './boxes';
import { breakLines, type Line } from './line-breaks';
import { LABEL_WIDTH, STYLES, TYPE_AREA, type TypeStyle, type Widths } from './page-geometry';

const PADDING = 5;
/** A row that is higher may be parted by a page break, line by line. */
const WHOLE_ROW = TYPE_AREA.height / 3;

interface Cell {
  readonly left: number;
  readonly right: number;
  readonly style: TypeStyle;
  readonly lines: readonly Line[];
  /** Labels stand in the middle of their cell. */
  readonly centred: boolean;
}

/** An approval form: each row with one or two pairs of label and value. */
export function gridBoxes({ rows }: Grid, widths: Widths): Box[] {
  return rows.flatMap((row) => {
    const share = TYPE_AREA.width / Math.max(1, row.length);
    const cells = row.flatMap(({ label, value }, i): Cell[] => {
      const left = TYPE_AREA.left + i * share;
      return [
        cellOf(label, { left, right: left + LABEL_WIDTH, style: STYLES.label, centred: true }, widths),
        cellOf(value, { left: left + LABEL_WIDTH, right: left + share, style: STYLES.cell, centred: false }, widths),
      ];
    });
    return rowBoxes(cells);
  });
}

/** A table; its head stands again on every page that it reaches. */
export function tableBoxes({ columns, rows }: Table, widths: Widths): Box[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const edges = columns.reduce<readonly number[]>(
    (left, { width }) => [...left, (left.at(-1) ?? 0) + (width / whole) * TYPE_AREA.width],
    [TYPE_AREA.left],
  );
  const place = (i: number) => ({ left: edges[i] ?? 0, right: edges[i + 1] ?? 0 });
  const titles = columns.map(({ title }, i) =>
    cellOf(title, { ...place(i), style: STYLES.label, centred: true }, widths),
  );
  const head = rowBoxes(titles).map((box) => ({ ...box, keepWithNext: true }));
  const body = rows.flatMap((row) =>
    rowBoxes(columns.map((_, i) => cellOf(row[i] ?? '', { ...place(i), style: STYLES.cell, centred: false }, widths))),
  );
  const again = head.length === 1 ? head[0] : undefined;
  return [...head, ...body.map((box) => (again ? { ...box, head: again } : box))];
}

function cellOf(text: string, place: Omit<Cell, 'lines'>, widths: Widths): Cell {
  const room = place.right - place.left - 2 * PADDING;
  const measure = (part: string): number => widths(part, place.style);
  return { ...place, lines: paragraphsOf(text).flatMap((paragraph) => breakLines(paragraph, measure, () => room)) };
}

/** A row as one strip, or, where it is high, as one for each of its lines. */
function rowBoxes(cells: readonly Cell[]): Box[] {
  const count = Math.max(1, ...cells.map(({ lines }) => lines.length));
  const { pitch } = STYLES.cell;
  const height = count * pitch + 2 * PADDING;
  if (height <= WHOLE_ROW) return [strip(cells, 0, count, { top: true, bottom: true })];
  return Array.from({ length: count }, (_, n) => strip(cells, n, n + 1, { top: n === 0, bottom: n === count - 1 }));
}

function strip(
  cells: readonly Cell[],
  from: number,
  to: number,
  ends: { readonly top: boolean; readonly bottom: boolean },
): Box {
  const { pitch } = STYLES.cell;
  const above = ends.top ? PADDING : 0;
  const height = (to - from) * pitch + above + (ends.bottom ? PADDING : 0);
  return {
    height,
    draw: (place) => [
      ...rules(cells, place, height, ends),
      ...cells.flatMap((cell) => texts(cell, from, to, place.y + above, height - above)),
    ],
  };
}

function texts(
  { left, right, style, lines, centred }: Cell,
  from: number,
  to: number,
  y: number,
  room: number,
): Mark[] {
  const { pitch } = STYLES.cell;
  const shown = lines.slice(from, to);
  const sink = centred && to - from > shown.length ? (room - PADDING - shown.length * pitch) / 2 : 0;
  return shown.map(({ text, width }, n) => ({
    mark: 'text',
    x: centred ? (left + right - width) / 2 : left + PADDING,
    y: y + Math.max(0, sink) + n * pitch,
    text,
    style,
    spacing: 0,
  }));
}

function rules(
  cells: readonly Cell[],
  { y, firstOnPage, lastOnPage }: Place,
  height: number,
  { top, bottom }: { readonly top: boolean; readonly bottom: boolean },
): Mark[] {
  const { left, width } = TYPE_AREA;
  const across = (at: number): Mark => ({ mark: 'rule', from: [left, at], to: [left + width, at] });
  const edges = [...cells.map((cell) => cell.left), left + width];
  return [
    ...(top || firstOnPage ? [across(y)] : []),
    ...(bottom || lastOnPage ? [across(y + height)] : []),
    ...edges.map((x): Mark => ({ mark: 'rule', from: [x, y], to: [x, y + height] })),
  ];
}
