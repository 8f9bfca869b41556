import { html } from '@fajiao/platform';
import { layout } from './layout';

/** Where an auditor chooses a history. */
export const startPage = (kinds: readonly (readonly [kind: string, title: string])[]): string =>
  layout(
    '调阅记录',
    html`<section aria-labelledby="choice-title">
      <h2 id="choice-title">选择记录</h2>
      <form id="choice">
        <label for="kind">记录种类</label>
        <select id="kind" name="kind">
          ${kinds.map(([kind, title]) => html`<option value="${kind}">${title}</option>`)}
        </select>
        <label for="id">编号</label>
        <input id="id" name="id" autocomplete="off" aria-describedby="id-hint" required />
        <button type="submit">查看</button>
        <p id="id-hint">案件编号即办案接口中的 caseId，也在公示页面的网址中；可以粘贴整个网址或事件流名称。</p>
      </form>
    </section>`,
  ).markup;
