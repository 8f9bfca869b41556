import { html } from '../../html/html';
import type { People } from '../people';

/** Parameters of the request for a code that the form hands on. */
const HANDED_ON = ['response_type', 'client_id', 'redirect_uri', 'code_challenge', 'code_challenge_method', 'state'];

/** The page on which somebody chooses who to be; with a fault, the page that says what is wrong with the request. */
export function choicePage(people: People, asked: URLSearchParams, fault: string | undefined): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>选择身份 · Choose who to be</title>
        <link rel="icon" href="data:," />
        <style>
          body {
            font:
              1rem/1.5 'PingFang SC',
              'Microsoft YaHei',
              'Noto Sans SC',
              'Noto Sans CJK SC',
              sans-serif;
            color: #1b1b1f;
            max-width: 44rem;
            margin: 1.5rem auto;
            padding: 0 1rem;
          }
          h1 {
            font-size: 1.5rem;
            margin: 0;
          }
          button {
            display: flex;
            flex-wrap: wrap;
            justify-content: space-between;
            align-items: baseline;
            gap: 0 1rem;
            width: 100%;
            margin: 0.3rem 0;
            padding: 0.5rem 0.8rem;
            font: inherit;
            color: inherit;
            text-align: start;
            background: #fff;
            border: 1px solid #8a8a94;
            border-radius: 4px;
            cursor: pointer;
          }
          button:hover {
            background: #f1f5f9;
          }
          :focus-visible {
            outline: 3px solid #0b4a9e;
            outline-offset: 2px;
          }
          small {
            color: #4a4a55;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>选择身份 <small lang="en">Choose who to be</small></h1>
          ${fault === undefined ? choices(people, asked) : faulty(fault)}
        </main>
      </body>
    </html>`.markup;
}

function choices(people: People, asked: URLSearchParams) {
  return html`<p>仅供开发使用：无需密码。<span lang="en">For development only: no password.</span></p>
    <form method="post" action="/dev/authorize">
      ${HANDED_ON.map((name) => html`<input type="hidden" name="${name}" value="${asked.get(name) ?? ''}" />`)}
      ${people
        .all()
        .filter((person) => !person.bank)
        .map(
          ({ id, name, roles }) =>
            html`<button name="person" value="${id}">
              <span>${name}</span> <small lang="en">${id} · ${roles.join(', ')}</small>
            </button>`,
        )}
    </form>`;
}

function faulty(fault: string) {
  return html`<p role="alert">
      请求有误：<code>${fault}</code>。<span lang="en">Not right in the request: ${fault}.</span>
    </p>
    <p lang="en">Open this page with “Authorize” on a Swagger page of this server.</p>`;
}
