import type { Form } from '../form';
import { cleanLine } from '../clean-text';
import type { Rendering } from '../rendering';
import { blockOf } from './blocks';
import { fixDates } from './fix-dates';
import { loadDocx } from './library';
import { coreProperties } from './core-properties';
import { FONT, halfPoints, twips } from './units';
import { MARGIN, PAGE, STYLES } from '../layout/page-geometry';

/** The form as a DOCX that an office program can open and edit. The same form and rendering: the same bytes. */
export async function renderDocx(form: Form, { at, draft = false }: Rendering): Promise<Buffer> {
  const docx = await loadDocx();
  const { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } = docx;
  const note = halfPoints(STYLES.note.size);
  const centred = (text: string, style: (typeof STYLES)['title' | 'body']): InstanceType<typeof Paragraph> =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 120 },
      keepNext: true,
      children: [new TextRun({ text: cleanLine(text), bold: style.face === 'bold', size: halfPoints(style.size) })],
    });
  const number =
    form.number === undefined
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            spacing: { after: 200 },
            keepNext: true,
            children: [new TextRun(cleanLine(form.number))],
          }),
        ];
  const blocks = form.blocks.flatMap((block) => blockOf(docx, block));
  const document = new Document({
    title: cleanLine(form.title),
    creator: cleanLine(form.authority),
    styles: { default: { document: { run: { font: FONT, size: halfPoints(STYLES.body.size) } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: {
              top: twips(MARGIN.top),
              bottom: twips(MARGIN.bottom),
              left: twips(MARGIN.left),
              right: twips(MARGIN.right),
            },
          },
        },
        ...(draft && {
          headers: {
            default: new Header({
              children: [new Paragraph({ children: [new TextRun({ text: '草稿，未印发', bold: true, size: 32 })] })],
            }),
          },
        }),
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    size: note,
                    children: ['第 ', PageNumber.CURRENT, ' 页\u3000共 ', PageNumber.TOTAL_PAGES, ' 页'],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [centred(form.authority, STYLES.title), centred(form.title, STYLES.title), ...number, ...blocks],
      },
    ],
  });
  const bytes = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(form, at) },
  ]);
  return fixDates(bytes, at);
}
