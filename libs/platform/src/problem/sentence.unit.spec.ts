import { fieldCodes } from './field-fault';
import { platformCodes } from './platform-codes';
import { speak } from './sentence';

describe('a sentence', () => {
  const sentence = { zh: '于{due}届满，{fen}分', en: 'ends on {due}, {fen} fen' };

  it('is filled with its details in either language', () => {
    expect(speak(sentence, 'zh-CN', { due: '2023-12-11', fen: 0 })).toBe('于2023-12-11届满，0分');
    expect(speak(sentence, 'en', { due: '2023-12-11', fen: 5 })).toBe('ends on 2023-12-11, 5 fen');
  });

  it('shows what is missing rather than hiding it', () => {
    expect(speak(sentence, 'en', { due: null })).toBe('ends on {due}, {fen} fen');
  });

  it.each(Object.entries({ ...platformCodes, ...fieldCodes }))(
    'of %s speaks of the same details in both languages',
    (_code, { zh, en }) => {
      const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([placeholder]) => placeholder).sort();
      expect(placeholders(zh)).toEqual(placeholders(en));
      expect(zh).toMatch(/\p{Script=Han}/u);
    },
  );
});
