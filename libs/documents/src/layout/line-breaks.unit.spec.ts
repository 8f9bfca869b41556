import fc from 'fast-check';
import { breakLines, type Line } from './line-breaks';

/** Every character one point wide. */
const measure = (text: string): number => [...text].length;
const lines = (text: string, width: number): readonly Line[] => breakLines(text, measure, () => width);
const texts = (text: string, width: number): readonly string[] => lines(text, width).map((line) => line.text);

const FIRST = '，。、；：？！）》」』】”’％';
const LAST = '（《「『【“‘';
const chinese = fc.string({
  unit: fc.constantFrom(...'当事人违反互联网条例的规定', ...FIRST, ...LAST, ' ', 'a', '7', '元'),
  minLength: 1,
  maxLength: 200,
});

describe('lines of Chinese text', () => {
  it.each([
    ['a full stop stays with its character', '当事人超时营业。依法处罚', 7, ['当事人超时营', '业。依法处罚']],
    ['a bracket goes with what it opens', '依据条例第五（一）项处罚', 7, ['依据条例第五', '（一）项处罚']],
    ['a title keeps its opening mark', '违反了本法和《条例》规定', 7, ['违反了本法和', '《条例》规定']],
    ['two closing marks stay together', '以下简称“办法”）。本局', 8, ['以下简称“办', '法”）。本局']],
    ['an amount stays with its unit', '处以罚款人民币5000.00元整', 10, ['处以罚款人民币', '5000.00元整']],
    ['a double dash is one', '作者甲乙丙——作者', 6, ['作者甲乙丙', '——作者']],
    ['a credit code is not parted', '代码92140922MA0K12ABXA号', 19, ['代码', '92140922MA0K12ABXA号']],
  ])('%s', (_rule, text, width, expected) => {
    expect(texts(text, width)).toEqual(expected);
  });

  it('a word that no line can take is parted', () => {
    expect(texts('a'.repeat(25), 10)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)]);
  });

  it('an empty text is one empty line', () => {
    expect(texts('', 10)).toEqual(['']);
  });

  it('lose nothing but the blanks where they break, and are never wider than they may be', () => {
    fc.assert(
      fc.property(chinese, fc.integer({ min: 4, max: 30 }), (text, width) => {
        const set = lines(text, width);
        expect(
          set
            .map((line) => line.text)
            .join('')
            .replaceAll(' ', ''),
        ).toBe(text.replaceAll(' ', ''));
        for (const line of set) expect(line.width).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('begin and end lawfully wherever a lawful place is there', () => {
    // Without runs of marks longer than a line there is always one.
    const ordinary = fc
      .array(
        fc.tuple(fc.constantFrom(...LAST, ''), fc.constantFrom(...'当事人违反条例'), fc.constantFrom(...FIRST, '')),
        {
          minLength: 1,
          maxLength: 80,
        },
      )
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(ordinary, fc.integer({ min: 8, max: 30 }), (text, width) => {
        const set = texts(text, width);
        for (const line of set.slice(1)) expect(FIRST).not.toContain([...line][0]);
        for (const line of set.slice(0, -1)) expect(LAST).not.toContain(line.slice(-1));
      }),
    );
  });
});
