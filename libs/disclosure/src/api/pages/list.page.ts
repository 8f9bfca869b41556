import { penaltiesInWords } from '@fajiao/contracts';
import { type Html, html } from '@fajiao/platform';
import type { DisclosedDecision, DisclosedList } from '../../read/disclosed-decisions.queries';
import { layout, SITE } from './layout';

/** The list of published decisions with its search form. */
export const listPage = (list: DisclosedList, search: string): Html =>
  layout(
    search ? `查找“${search}”` : SITE,
    html`<h1>${search ? `查找“${search}”的结果` : '已公开的行政处罚决定'}</h1>
      <form method="get" action="/disclosure/" role="search">
        <label for="q">按当事人、文书号或违法行为查找</label>
        <input id="q" name="q" type="search" value="${search}" maxlength="100" />
        <button type="submit">查找</button>
        ${search ? html`<a href="/disclosure/">查看全部</a>` : null}
      </form>
      ${list.items.length === 0 ? html`<p role="status">没有符合条件的决定。</p>` : table(list.items)}
      ${list.next ? nextPage(list.next, search) : null}`,
  );

const table = (items: readonly DisclosedDecision[]): Html =>
  html`<table>
    <caption>
      本页${items.length}件，按公开时间从近到远排列
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

/** On a narrow screen the row becomes a card, whose lines say themselves what they are. */
const row = (item: DisclosedDecision): Html =>
  html`<tr>
    <th scope="row"><a href="/disclosure/decisions/${item.caseId}.html">${item.documentNumber}</a></th>
    <td data-label="当事人">${item.publicName}</td>
    <td data-label="违法行为">${item.violation.title}</td>
    <td data-label="处罚内容">${penaltiesInWords(item.penalties)}</td>
    <td data-label="决定日期"><time datetime="${item.decidedOn}">${item.decidedOn}</time></td>
    <td data-label="公开日期"><time datetime="${item.publishedOn}">${item.publishedOn}</time></td>
  </tr> `;

const nextPage = (cursor: string, search: string): Html => {
  const query = new URLSearchParams({ ...(search && { q: search }), cursor }).toString();
  return html`<nav aria-label="分页"><a rel="next" href="/disclosure/?${query}">下一页</a></nav>`;
};
