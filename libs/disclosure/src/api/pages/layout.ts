import { type Html, html } from '@fajiao/platform';

/** The name of the site (行政处罚决定公示). */
export const SITE = '行政处罚决定公示';

/** The frame of every public page: plain, readable without script, styles or a mouse. */
export const layout = (title: string, body: Html, head: Html | null = null): Html =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title === SITE ? SITE : `${title} - ${SITE}`}</title>
        <link rel="stylesheet" href="/disclosure/style.css" />
        ${head}
      </head>
      <body>
        <a class="skip" href="#content">跳到正文</a>
        <header>
          <p><a href="/disclosure/">${SITE}</a></p>
        </header>
        <main id="content" tabindex="-1">${body}</main>
        <footer><p>依据《中华人民共和国行政处罚法》第四十八条公开；自然人身份信息已依第五十条处理。</p></footer>
      </body>
    </html> `;
