import { html } from '@fajiao/platform';
import { layout } from './layout';

/** The shell of one history: its script fills it. */
export const timelinePage = (title: string): string =>
  layout(
    `${title}全过程记录`,
    html`<div id="history" hidden>
      <p id="stream"></p>
      <section aria-labelledby="check-title">
        <h2 id="check-title">核验</h2>
        <p id="check" role="status"></p>
        <ul id="faults"></ul>
      </section>
      <div class="columns">
        <section aria-labelledby="events-title">
          <h2 id="events-title">时间线</h2>
          <ol id="events"></ol>
        </section>
        <section id="moment-section" aria-labelledby="moment-title">
          <h2 id="moment-title">当时的状态</h2>
          <form id="moment">
            <label for="revision">截至事件</label>
            <input id="revision" type="range" min="0" step="1" />
            <output id="revision-name" for="revision"></output>
          </form>
          <div class="scroll" role="region" aria-labelledby="changes-title" tabindex="0">
            <table>
              <caption id="changes-title">
                这一事件引起的变化
              </caption>
              <thead>
                <tr>
                  <th scope="col">字段</th>
                  <th scope="col">之前</th>
                  <th scope="col">之后</th>
                </tr>
              </thead>
              <tbody id="changes"></tbody>
            </table>
          </div>
          <details>
            <summary>完整状态</summary>
            <pre id="state" tabindex="0"></pre>
          </details>
        </section>
      </div>
      <section aria-labelledby="actors-title">
        <h2 id="actors-title">办理人员</h2>
        <ul id="actors"></ul>
      </section>
      <section aria-labelledby="refusals-title">
        <h2 id="refusals-title">被拒绝的行为</h2>
        <ul id="refusals"></ul>
      </section>
    </div>`,
  ).markup;
