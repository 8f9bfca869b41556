import { Readable } from 'node:stream';

/** What a spreadsheet would take for a formula, though it is somebody's text. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

export type Cell = string | number | null;

/** A cell as text that no spreadsheet runs (CSV injection): what looks like a formula gets a quotation mark in front. */
export function cellOf(value: Cell): string {
  const text = value === null ? '' : String(value);
  const plain = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

export const recordOf = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(',')}\r\n`;

/** A CSV file in UTF-8 (with the mark that spreadsheets look for), made while it is read: pages, not the whole. */
export function csvStream(columns: readonly string[], pages: AsyncIterable<readonly (readonly Cell[])[]>): Readable {
  async function* text(): AsyncGenerator<string> {
    yield `\ufeff${recordOf(columns)}`;
    for await (const page of pages) if (page.length > 0) yield page.map(recordOf).join('');
  }
  return Readable.from(text(), { objectMode: false });
}

/** Pages by cursor, until there is none. */
export async function* pagesOf<Item>(
  read: (cursor: string | undefined) => Promise<{ readonly items: readonly Item[]; readonly next: string | null }>,
): AsyncGenerator<readonly Item[]> {
  for (let cursor: string | undefined; ;) {
    const { items, next } = await read(cursor);
    yield items;
    if (next === null) return;
    cursor = next;
  }
}
