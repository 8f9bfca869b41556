import { type Html, html } from '@fajiao/platform';
import type { DisclosedDecision, DisclosedList } from '../../read/disclosed-decisions.queries';
import { layout } from './layout';
import { penaltyInWords } from './words';

/** The list of published decisions with its search form. */
export const listPage = (list: DisclosedList, search: string): Html =>
  layout(
    '行政处罚决定公示',
    html`<h1>行政处罚决定公示</h1>
      <form method="get" action="/disclosure/" role="search">
        <label for="q">按当事人、文书号或违法行为查找</label>
        <input id="q" name="q" type="search" value="${search}" maxlength="100" />
        <button type="submit">查找</button>
      </form>
      ${list.items.length === 0 ? html`<p role="status">没有符合条件的决定。</p>` : table(list.items)}
      ${list.next ? html`<nav aria-label="分页"><a rel="next" href="${nextHref(list.next, search)}">下一页</a></nav>` : null}`,
  );

const table = (items: readonly DisclosedDecision[]): Html =>
  html`<table>
    <caption>
      共显示${items.length}件，按公开日期从近到远排列
    </caption>
    <thead>
      <tr>
        <th scope="col">文书号</th>
        <th scope="col">当事人</th>
        <th scope="col">违法行为</th>
        <th scope="col">处罚内容</th>
        <th scope="col">决定日期</th>
        <th scope="col">公开日期</th>
      </tr>
    </thead>
    <tbody>
      ${items.map(row)}
    </tbody>
  </table>`;

const row = (item: DisclosedDecision): Html =>
  html`<tr>
    <th scope="row"><a href="/disclosure/decisions/${item.caseId}.html">${item.documentNumber}</a></th>
    <td>${item.publicName}</td>
    <td>${item.violation.title}</td>
    <td>${item.penalties.map(penaltyInWords).join('；')}</td>
    <td><time datetime="${item.decidedOn}">${item.decidedOn}</time></td>
    <td><time datetime="${item.publishedOn}">${item.publishedOn}</time></td>
  </tr> `;

const nextHref = (cursor: string, search: string): string =>
  `/disclosure/?${new URLSearchParams({ ...(search && { q: search }), cursor }).toString()}`;
