// Points (1/72 inch). Margins, type area and type sizes follow GB/T 9704-2012: A4, 28 characters of size 3 (三号) a line.

const MM = 72 / 25.4;

export const PAGE = { width: 210 * MM, height: 297 * MM } as const;

export const MARGIN = { top: 37 * MM, bottom: 35 * MM, left: 28 * MM, right: 26 * MM } as const;

export const TYPE_AREA = {
  left: MARGIN.left,
  top: MARGIN.top,
  width: PAGE.width - MARGIN.left - MARGIN.right,
  height: PAGE.height - MARGIN.top - MARGIN.bottom,
} as const;

export interface TypeStyle {
  /** Points. */
  readonly size: number;
  /** From line to line. */
  readonly pitch: number;
  readonly face: 'regular' | 'bold';
}

export const STYLES = {
  /** 二号 */
  title: { size: 22, pitch: 34, face: 'bold' },
  /** 三号 */
  body: { size: 15.75, pitch: 28.5, face: 'regular' },
  strong: { size: 15.75, pitch: 28.5, face: 'bold' },
  /** 小四 */
  cell: { size: 12, pitch: 19, face: 'regular' },
  label: { size: 12, pitch: 19, face: 'bold' },
  /** 五号 */
  note: { size: 10.5, pitch: 16, face: 'regular' },
} as const satisfies Readonly<Record<string, TypeStyle>>;

/** Of the cells on the left of an approval form: five characters. */
export const LABEL_WIDTH = 70;

/** How wide a text is in a style, in points. */
export type Widths = (text: string, style: TypeStyle) => number;
