import { type Html, html } from '@fajiao/platform';

/** What the pages may do: load their style and script, and ask this server. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; " +
  "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** The frame of the auditor's pages. They hold no data: the script asks for it as the auditor who signs in. */
export const layout = (title: string, body: Html): Html =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - 审计</title>
        <link rel="stylesheet" href="/audit/style.css" />
        <script type="module" src="/audit/timeline.js"></script>
      </head>
      <body>
        <a class="skip" href="#content">跳到正文</a>
        <header>
          <p><a href="/audit/">执法全过程记录审计</a></p>
          <p id="who" hidden><span></span> <button type="button" id="sign-out">退出</button></p>
        </header>
        <main id="content" tabindex="-1">
          <h1>${title}</h1>
          <noscript
            ><p>本页需要脚本才能显示记录。同样的内容可以通过<a href="/audit/docs">接口</a>读取。</p></noscript
          >
          <p id="message" role="alert"></p>
          ${signIn} ${body}
        </main>
      </body>
    </html> `;

const signIn = html`<section id="sign-in" aria-labelledby="sign-in-title" hidden>
  <h2 id="sign-in-title">登录</h2>
  <form id="development-sign-in" hidden>
    <p>开发环境：无需密码，以审计人员的编号登录。</p>
    <label for="person">人员编号</label>
    <input id="person" name="person" value="auditor-1" autocomplete="off" required />
    <button type="submit">登录</button>
  </form>
  <form id="token-sign-in">
    <label for="token">访问令牌（审计角色）</label>
    <input id="token" name="token" type="password" autocomplete="off" required />
    <button type="submit">使用令牌</button>
  </form>
</section>`;
