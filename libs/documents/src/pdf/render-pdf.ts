import type { Form } from '../form';
import { paginate, type Mark } from '../layout/boxes';
import { boxesOf } from '../layout/flow';
import { MARGIN, PAGE, STYLES, TYPE_AREA, type Widths } from '../layout/page-geometry';
import type { Rendering } from '../rendering';
import { faces, type Faces } from './faces';
import { printable } from './printable';

/** The form as a PDF of A4 pages with page numbers and an embedded face. The same form and rendering: the same bytes. */
export async function renderPdf(form: Form, { at, draft = false }: Rendering): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit');
  const fonts = await faces();
  const shown = printable(form, fonts.regular.has);
  const pages = marksOf(shown, fonts);
  const made = new Date(at);
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    // zlib does not promise the same bytes in every version.
    compress: false,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: shown.title, Author: shown.authority, Creator: 'Fajiao', CreationDate: made, ModDate: made },
  });
  const bytes = collected(doc);
  doc.registerFont('regular', fonts.regular.font).registerFont('bold', fonts.bold.font);
  pages.forEach((marks, i) => {
    doc.addPage();
    if (draft) drawDraft(doc);
    for (const mark of marks) draw(doc, mark);
    drawPageNumber(doc, `第 ${i + 1} 页\u3000共 ${pages.length} 页`);
  });
  doc.end();
  return bytes;
}

/** What stands on each page. */
export function marksOf(form: Form, fonts: Faces): readonly (readonly Mark[])[] {
  return paginate(boxesOf(form, widthsIn(fonts)), TYPE_AREA.height).map((boxes) => {
    let y: number = TYPE_AREA.top;
    return boxes.flatMap((box, i) => {
      const marks = box.draw({ y, firstOnPage: i === 0, lastOnPage: i === boxes.length - 1 });
      y += box.height;
      return marks;
    });
  });
}

function widthsIn(fonts: Faces): Widths {
  return (text, { face, size }) => {
    let width = 0;
    for (const character of text) width += fonts[face].widthOf(character.codePointAt(0) ?? 0);
    return (width * size) / 1000;
  };
}

function draw(doc: PDFKit.PDFDocument, mark: Mark): void {
  if (mark.mark === 'rule') {
    doc
      .lineWidth(0.7)
      .moveTo(...mark.from)
      .lineTo(...mark.to)
      .stroke();
    return;
  }
  const { text, x, y, style, spacing } = mark;
  if (text === '') return;
  // A Chinese character reaches from 0.88 of its size above the base line to 0.12 below: it stands in the middle of its line.
  const baseLine = y + style.pitch / 2 + 0.38 * style.size;
  doc.font(style.face).fontSize(style.size);
  doc.text(text, x, baseLine, { lineBreak: false, characterSpacing: spacing, baseline: 'alphabetic' });
}

function drawPageNumber(doc: PDFKit.PDFDocument, text: string): void {
  const { face, size } = STYLES.note;
  doc.font(face).fontSize(size);
  const x = (PAGE.width - doc.widthOfString(text)) / 2;
  doc.text(text, x, PAGE.height - MARGIN.bottom + 34, { lineBreak: false });
}

/** 草稿, across the page and above it: not issued. */
function drawDraft(doc: PDFKit.PDFDocument): void {
  const middle: [number, number] = [PAGE.width / 2, PAGE.height / 2];
  doc.save().fillColor('#eeeeee').font('bold').fontSize(150);
  doc.rotate(-45, { origin: middle }).text('草稿', middle[0] - 150, middle[1] - 110, { lineBreak: false });
  doc.restore().fillColor('black').font('regular').fontSize(STYLES.note.size);
  doc.text('草稿，未印发', MARGIN.left, MARGIN.top / 2, { lineBreak: false });
}

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}
