import { parseInstant, sha256Hex } from '@fajiao/kernel';
import fc from 'fast-check';
import { TYPE_AREA } from '../layout/page-geometry';
import { everyBlock, saying } from '../spec-support/forms.fixture.spec';
import { pagesOf, textOf } from '../spec-support/reading.fixture.spec';
import { faces } from './faces';
import { marksOf, renderPdf } from './render-pdf';

const at = parseInstant('2023-09-28T15:00:00+08:00');
const rendering = { at } as const;

describe('a PDF', () => {
  it('holds everything that its form says, in its order', async () => {
    const text = textOf(await renderPdf(everyBlock, rendering));
    const said = [
      '示例县文化和旅游局行政处罚决定书',
      '（示）文综罚字〔2023〕第1号',
      '当事人：示例网络服务中心',
      '一、违法事实和证据',
      '经查明：超过规定时间营业1小时30分。',
      '以上事实有现场检查笔录证实。',
      '罚款人民币5000.00元（大写：伍仟元整）。',
      '在规定的营业时间以外营业',
      '建议立案调查。',
      '显示器',
      '附件：1.物品清单',
      '当事人：示例经营者甲',
      '执法人员：',
      '示例县文化和旅游局（印章）',
    ];
    const places = said.map((part) => text.indexOf(part));
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('is the same byte by byte for the same form and time, and another for another time', async () => {
    const once = await renderPdf(everyBlock, rendering);
    await renderPdf(saying('另一份文书，另一些字'), rendering);
    const [again, later] = await Promise.all([
      renderPdf(everyBlock, rendering),
      renderPdf(everyBlock, { at: parseInstant('2023-09-28T15:00:01+08:00') }),
    ]);
    expect(sha256Hex(again)).toBe(sha256Hex(once));
    expect(sha256Hex(later)).not.toBe(sha256Hex(once));
  });

  it('names its dates by the time of its act, and embeds only the characters that it uses', async () => {
    const pdf = await renderPdf(everyBlock, rendering);
    const source = pdf.toString('latin1');
    expect(source.match(/\(D:\d+Z\)/g)).toEqual(['(D:20230928070000Z)', '(D:20230928070000Z)']);
    expect(source).toMatch(/\/FontName \/[A-Z]{6}\+NotoSerifSC/);
    expect(pdf.length).toBeLessThan(300_000);
  });

  it('numbers its pages, and is marked on each of them while it is a draft', async () => {
    const pages = pagesOf(await renderPdf(saying('当事人应当自觉履行。'.repeat(150)), { ...rendering, draft: true }));
    expect(pages.length).toBeGreaterThan(2);
    for (const [i, page] of pages.entries()) {
      expect(page).toContain(`第${i + 1}页共${pages.length}页`);
      expect(page).toContain('草稿');
    }
    expect(textOf(await renderPdf(everyBlock, rendering))).not.toContain('草稿');
  });

  it('prints rare characters of names, and names by its code point what the face lacks', async () => {
    const text = textOf(await renderPdf(saying('翀祎赟頔燊犇喆堃㙍䶮𠮷😀سلام'), rendering));
    expect(text).toContain('翀祎赟頔燊犇喆堃㙍䶮〓〓〓〓〓〓');
    expect(text).toContain('U+20BB7、U+1F600、U+0633、U+0644、U+0627、U+0645');
  });

  it('leaves out what a reader cannot see, such as signs that turn the text round', async () => {
    const text = textOf(await renderPdf(saying('罚\u202E款\u200B5\u0007000元\uFEFF'), rendering));
    expect(text).toContain('罚款5000元');
    expect(text).not.toContain('〓');
  });

  it('never sets anything outside its type area', async () => {
    const long = '极'.repeat(300);
    const fonts = await faces();
    const form = {
      ...everyBlock,
      blocks: [
        ...everyBlock.blocks,
        {
          kind: 'grid',
          rows: [
            [
              { label: long, value: long },
              { label: 'a'.repeat(300), value: long.repeat(20) },
            ],
          ],
        },
        { kind: 'signatures', lines: [{ label: long, name: 'b'.repeat(200) }] },
        { kind: 'seal', authority: long, on: '2023年9月28日' },
      ],
    } as const;
    const pages = marksOf(form, fonts);
    expect(pages.length).toBeGreaterThan(8);
    for (const mark of pages.flat()) {
      if (mark.mark === 'rule') continue;
      const width = [...mark.text].reduce((sum, c) => sum + fonts[mark.style.face].widthOf(c.codePointAt(0)!), 0);
      const right = mark.x + (width * mark.style.size) / 1000 + mark.spacing * ([...mark.text].length - 1);
      expect(mark.x).toBeGreaterThanOrEqual(TYPE_AREA.left - 0.1);
      expect(right).toBeLessThanOrEqual(TYPE_AREA.left + TYPE_AREA.width + 0.1);
      expect(mark.y + mark.style.pitch).toBeLessThanOrEqual(TYPE_AREA.top + TYPE_AREA.height + 10);
    }
  });

  it('is made of whatever text a form holds', async () => {
    const any = fc.string({ unit: 'binary', maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(any, any, fc.boolean(), async (title, text, draft) => {
        const form = { ...everyBlock, title, authority: text, blocks: [...everyBlock.blocks, ...saying(text).blocks] };
        const pdf = await renderPdf(form, { ...rendering, draft });
        expect(pdf.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
      }),
      { numRuns: 25 },
    );
  });
});
