import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { languageOf } from './request-state';

describe('the language of an answer', () => {
  it.each<[string | undefined, string]>([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['zh-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['en;q=0.8, zh-CN;q=0.9', 'zh-CN'],
    ['zh;q=0.1,en;q=0.2', 'en'],
    ['en, zh', 'zh-CN'],
    ['en;q=0', 'zh-CN'],
    ['fr, de', 'zh-CN'],
    ['fr, en;q=0.5', 'en'],
    ['*', 'zh-CN'],
    ['english', 'zh-CN'],
    ['en;q=banana', 'zh-CN'],
  ])('asked for with %j is %s', (header, language) => {
    const request = new IncomingMessage(new Socket());
    if (header !== undefined) request.headers['accept-language'] = header;
    expect(languageOf(request)).toBe(language);
  });
});
