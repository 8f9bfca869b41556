import { type Party, penaltiesInWords } from '@fajiao/contracts';
import { type Html, html } from '@fajiao/platform';
import type { DisclosureClock } from '../../domain/disclosure-clocks';
import type { DisclosedDecision, WithdrawnDecision } from '../../read/disclosed-decisions.queries';
import { layout } from './layout';

const partyKindInWords: Readonly<Record<Party['kind'], string>> = {
  citizen: '自然人',
  organisation: '法人及非法人组织',
  'individual-business': '个体工商户',
};

/** One published decision. */
export const entryPage = (entry: DisclosedDecision): Html =>
  layout(
    `${entry.documentNumber} ${entry.publicName}`,
    html`<article>
      <h1>${entry.documentNumber}</h1>
      <h2 id="decision">行政处罚决定</h2>
      <dl aria-labelledby="decision">
        ${term('当事人', entry.publicName)} ${term('当事人类别', partyKindInWords[entry.partyKind])}
        ${entry.unifiedSocialCreditCode ? term('统一社会信用代码', entry.unifiedSocialCreditCode) : null}
        ${term('违法行为', entry.violation.title)} ${entry.facts ? term('违法事实', entry.facts) : null}
        ${term('处罚依据', entry.basis)} ${term('处罚内容', penaltiesInWords(entry.penalties))}
        ${term('处罚决定日期', day(entry.decidedOn))} ${term('送达日期', day(entry.servedOn))}
        ${term('处罚机关', entry.authority.name)}
      </dl>
      <h2 id="publication">公开情况</h2>
      <dl aria-labelledby="publication">
        ${term('公开日期', day(entry.publishedOn))}
        ${
          entry.amendment
            ? html`${term('更正日期', day(entry.amendment.amendedOn))} ${term('更正理由', entry.amendment.reason)}`
            : null
        }
        ${entry.clocks.map(clock)}
      </dl>
      <p><a href="/disclosure/">返回公示列表</a></p>
    </article>`,
    html`<link rel="alternate" type="application/json" href="/disclosure/decisions/${entry.caseId}" />`,
  );

/** A decision that was taken down: its number and the reason. */
export const withdrawnPage = ({ documentNumber, withdrawnOn, reason }: WithdrawnDecision): Html =>
  layout(
    `${documentNumber} 已撤回`,
    html`<article>
      <h1>${documentNumber}</h1>
      <h2 id="withdrawal">行政处罚决定信息已撤回</h2>
      <dl aria-labelledby="withdrawal">${term('撤回日期', day(withdrawnOn))} ${term('撤回理由', reason)}</dl>
      <p><a href="/disclosure/">返回公示列表</a></p>
    </article>`,
  );

const term = (name: string, value: string | Html): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div> `;

const day = (date: string): Html => html`<time datetime="${date}">${date}</time>`;

const clock = ({ name, due, notBefore, met }: DisclosureClock): Html => {
  const end = due === null ? `不早于${notBefore}（当年工作日历尚未公布）` : day(due);
  return term(name, html`${end}，${met === null ? '待定' : met ? '按期公开' : '逾期公开'}`);
};
