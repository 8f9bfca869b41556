import { type Html, html } from '@fajiao/platform';

/** The frame of every public page: plain, readable without script, styles or a mouse. */
export const layout = (title: string, body: Html): Html =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/disclosure/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">跳到正文</a>
        <header>
          <p><a href="/disclosure/">行政处罚决定公示</a></p>
        </header>
        <main id="content">${body}</main>
        <footer><p>依据《行政处罚法》第四十八条公开；自然人身份信息已作处理（第五十条）。</p></footer>
      </body>
    </html> `;
