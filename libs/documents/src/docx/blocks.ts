import { cleanLine, paragraphsOf } from '../clean-text';
import type { Block, Grid, Seal, Signatures, Table as TableBlock } from '../form';
import { LABEL_WIDTH, STYLES, TYPE_AREA } from '../layout/page-geometry';
import type { Docx, Paragraph, Table, TableCell } from './library';
import { halfPoints, twips } from './units';

type Element = Paragraph | Table;

const INDENT = twips(2 * STYLES.body.size);
const LINE = { line: twips(STYLES.body.pitch), lineRule: 'exact' } as const;

/** A block of the form in the elements of the office format. */
export function blockOf(docx: Docx, block: Block): readonly Element[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraphsOf(block.text).map((text) =>
        body(docx, text, { indent: !block.flush, strong: block.strong ?? false }),
      );
    case 'heading':
      return [body(docx, cleanLine(block.text), { indent: true, strong: true, keepNext: true })];
    case 'grid':
      return [gridOf(docx, block), spacer(docx)];
    case 'table':
      return [tableOf(docx, block), spacer(docx)];
    case 'signatures':
      return signaturesOf(docx, block);
    case 'seal':
      return sealOf(docx, block);
    case 'attachments':
      return block.items.map((item, i) =>
        body(docx, `${i === 0 ? '附件：' : '\u3000\u3000\u3000'}${i + 1}. ${cleanLine(item)}`, { indent: true }),
      );
  }
}

interface Setting {
  readonly indent?: boolean;
  readonly strong?: boolean;
  readonly keepNext?: boolean;
  readonly right?: boolean;
}

function body(
  docx: Docx,
  text: string,
  { indent = false, strong = false, keepNext = false, right = false }: Setting,
): Paragraph {
  return new docx.Paragraph({
    alignment: right ? docx.AlignmentType.RIGHT : docx.AlignmentType.BOTH,
    spacing: LINE,
    keepNext,
    ...(indent && { indent: { firstLine: INDENT } }),
    children: [new docx.TextRun({ text, bold: strong })],
  });
}

const spacer = (docx: Docx): Paragraph =>
  new docx.Paragraph({ spacing: { line: 160, lineRule: 'exact' }, children: [] });

function signaturesOf(docx: Docx, { lines }: Signatures): Paragraph[] {
  return lines.map(
    ({ label, name = '', on = '年\u3000\u3000月\u3000\u3000日' }) =>
      new docx.Paragraph({
        spacing: LINE,
        tabStops: [{ type: 'right', position: twips(TYPE_AREA.width) }],
        children: [
          new docx.TextRun({ text: cleanLine(`${label}：${name}`) }),
          new docx.TextRun({ text: `\t${cleanLine(on)}` }),
        ],
      }),
  );
}

function sealOf(docx: Docx, { authority, on }: Seal): Paragraph[] {
  const right = { right: true };
  return [
    body(docx, '', { keepNext: true }),
    body(docx, cleanLine(`${authority}（印章）`), { ...right, keepNext: true }),
    body(docx, cleanLine(on), right),
  ];
}

function gridOf(docx: Docx, { rows }: Grid): Table {
  // Every row stands on the same four columns; a single pair reaches over the last three.
  const share = twips(TYPE_AREA.width) / 2;
  const label = twips(LABEL_WIDTH);
  return new docx.Table({
    width: { size: twips(TYPE_AREA.width), type: docx.WidthType.DXA },
    columnWidths: [label, share - label, label, share - label],
    rows: rows.map(
      (row) =>
        new docx.TableRow({
          children: row.flatMap((pair) => [
            cell(docx, pair.label, { width: label, strong: true }),
            row.length === 1
              ? cell(docx, pair.value, { width: 2 * share - label, span: 3 })
              : cell(docx, pair.value, { width: share - label }),
          ]),
        }),
    ),
  });
}

function tableOf(docx: Docx, { columns, rows }: TableBlock): Table {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((width / whole) * twips(TYPE_AREA.width)));
  const cells = (texts: readonly string[], strong: boolean): TableCell[] =>
    columns.map((_, i) => cell(docx, texts[i] ?? '', { width: widths[i] ?? 0, strong }));
  return new docx.Table({
    width: { size: twips(TYPE_AREA.width), type: docx.WidthType.DXA },
    columnWidths: widths,
    rows: [
      new docx.TableRow({
        tableHeader: true,
        children: cells(
          columns.map(({ title }) => title),
          true,
        ),
      }),
      ...rows.map((row) => new docx.TableRow({ children: cells(row, false) })),
    ],
  });
}

function cell(
  docx: Docx,
  text: string,
  { width, span, strong = false }: { readonly width: number; readonly span?: number; readonly strong?: boolean },
): TableCell {
  return new docx.TableCell({
    width: { size: width, type: docx.WidthType.DXA },
    ...(span !== undefined && { columnSpan: span }),
    ...(strong && { verticalAlign: docx.VerticalAlignTable.CENTER }),
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: paragraphsOf(text).map(
      (line) =>
        new docx.Paragraph({
          alignment: strong ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
          children: [new docx.TextRun({ text: line, bold: strong, size: halfPoints(STYLES.cell.size) })],
        }),
    ),
  });
}
