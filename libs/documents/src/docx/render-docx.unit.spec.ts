import { parseInstant, sha256Hex } from '@fajiao/kernel';
import fc from 'fast-check';
import { everyBlock, saying } from '../spec-support/forms.fixture.spec';
import { entriesOf, wordsOf } from '../spec-support/reading.fixture.spec';
import { renderDocx } from './render-docx';

const at = parseInstant('2023-09-28T15:00:00+08:00');
const rendering = { at } as const;

describe('a DOCX', () => {
  it('holds everything that its form says, in its order', async () => {
    const words = wordsOf(await renderDocx(everyBlock, rendering));
    const said = [
      '示例县文化和旅游局行政处罚决定书',
      '一、违法事实和证据',
      '罚款人民币5000.00元',
      '显示器',
      '（印章）2023年9月28日',
    ];
    const places = said.map((part) => words.indexOf(part));
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('is the same byte by byte for the same form and time', async () => {
    const once = await renderDocx(everyBlock, rendering);
    await renderDocx(saying('另一份'), rendering);
    expect(sha256Hex(await renderDocx(everyBlock, rendering))).toBe(sha256Hex(once));
  });

  it('carries the time of its act wherever the format has a date', async () => {
    const entries = entriesOf(await renderDocx(everyBlock, rendering));
    // 28 September 2023, 15:00 in Chinese time.
    const stamp = ((((2023 - 1980) << 9) | (9 << 5) | 28) << 16) | (15 << 11);
    expect([...new Set(entries.map((entry) => entry.stamp))]).toEqual([stamp >>> 0]);
    const dates = entries.flatMap(({ content }) => content.match(/\b20\d\d-\d\d-\d\dT[\d:.]+Z/g) ?? []);
    expect([...new Set(dates)]).toEqual(['2023-09-28T07:00:00Z']);
  });

  it('is marked while it is a draft', async () => {
    const header = (docx: Buffer) => entriesOf(docx).filter(({ name }) => name.startsWith('word/header'));
    expect(header(await renderDocx(everyBlock, rendering))).toEqual([]);
    expect(header(await renderDocx(everyBlock, { ...rendering, draft: true })).map(({ content }) => content)).toEqual([
      expect.stringContaining('草稿，未印发'),
    ]);
  });

  it('keeps characters that no face has, and leaves out what a reader cannot see', async () => {
    expect(wordsOf(await renderDocx(saying('𠮷\u202E田\u0007'), rendering))).toContain('𠮷田');
  });

  it('is well formed whatever text a form holds', async () => {
    const any = fc.string({ unit: 'binary', maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(any, any, async (title, text) => {
        const docx = await renderDocx({ ...saying(text), title }, rendering);
        for (const { content } of entriesOf(docx))
          expect(content).not.toMatch(/(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|&(?!amp;|lt;|gt;|quot;|apos;)/u);
      }),
      { numRuns: 40 },
    );
  });
});
