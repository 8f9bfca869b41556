import { type Html, html } from '@fajiao/platform';
import type { DisclosedDecision, DisclosureClock } from '../../read/disclosed-decisions.queries';
import { layout } from './layout';
import { partyKindInWords, penaltyInWords } from './words';

/** One published decision. */
export const entryPage = (entry: DisclosedDecision): Html =>
  layout(
    `${entry.documentNumber} ${entry.publicName}`,
    html`<article>
      <h1>行政处罚决定</h1>
      <dl>
        ${term('行政处罚决定书文号', entry.documentNumber)} ${term('当事人', entry.publicName)}
        ${term('当事人类别', partyKindInWords[entry.partyKind])}
        ${entry.unifiedSocialCreditCode ? term('统一社会信用代码', entry.unifiedSocialCreditCode) : null}
        ${term('违法行为', entry.violation.title)} ${entry.facts ? term('违法事实', entry.facts) : null}
        ${term('处罚依据', entry.basis)} ${term('处罚内容', entry.penalties.map(penaltyInWords).join('；'))}
        ${term('处罚决定日期', entry.decidedOn)} ${term('送达日期', entry.servedOn)}
        ${term('处罚机关', entry.authority.name)} ${term('公开日期', entry.publishedOn)} ${entry.clocks.map(clock)}
      </dl>
    </article>`,
  );

const term = (name: string, value: string): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div> `;

const clock = ({ name, due, met, source }: DisclosureClock): Html =>
  term(name, `${due ?? '尚无工作日历'}（${met === null ? '待定' : met ? '按期' : '逾期'}，${source}）`);
