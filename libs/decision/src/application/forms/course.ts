import { civilDateOf } from '@fajiao/kernel';
import { factsOf, lastOf, type CaseFile } from './case-file';
import { printDate, printDay } from './words';

// How the procedure ran, as the reasons of a decision tell it.

/** Notice, statement and defence, hearing (APL-44, 45, 63 to 65). */
export function howHeard(file: CaseFile): readonly string[] {
  const notices = factsOf(file, 'PriorNoticeServed');
  const last = notices.at(-1);
  if (!last) return [];
  const rights = last.data.rights.includes('hearing') ? '陈述、申辩和要求听证的权利' : '陈述、申辩的权利';
  return [
    `本机关于${notices.map(({ data }) => printDate(data.servedOn)).join('、')}向当事人送达《行政处罚事先告知书》，` +
      `告知拟作出的行政处罚内容及事实、理由、依据，并告知其依法享有${rights}。`,
    statementSentence(file),
    ...hearingSentence(file),
  ];
}

function statementSentence(file: CaseFile): string {
  const made = factsOf(file, 'StatementMade');
  if (made.length > 0) {
    const checked = factsOf(file, 'StatementReviewed').map(
      ({ data }) => `${data.adopted ? '予以采纳' : '不予采纳'}，理由：${data.reasons}`,
    );
    const said = made
      .map(({ data, meta }) => `当事人于${printDay(meta.occurredAt)}提出陈述、申辩意见：${data.text}`)
      .join('；');
    return `${said}${checked.length > 0 ? `。本机关复核后认为：${checked.join('；')}` : ''}。`.replace(
      /[。；]{2,}/g,
      '。',
    );
  }
  const waived = lastOf(file, 'RightsWaived');
  return waived
    ? `当事人于${printDay(waived.meta.occurredAt)}书面表示放弃陈述、申辩的权利。`
    : '当事人在规定的期限内未提出陈述、申辩意见。';
}

function hearingSentence(file: CaseFile): readonly string[] {
  const requested = lastOf(file, 'HearingRequested');
  if (!requested) {
    const told = factsOf(file, 'PriorNoticeServed').some(({ data }) => data.rights.includes('hearing'));
    return told ? ['当事人在规定的期限内未申请听证。'] : [];
  }
  const asked = `当事人于${printDay(requested.meta.occurredAt)}申请听证。`;
  const withdrawn = lastOf(file, 'HearingRequestWithdrawn');
  if (withdrawn && withdrawn.revision > requested.revision)
    return [`${asked}当事人于${printDay(withdrawn.meta.occurredAt)}撤回听证申请。`];
  const held = lastOf(file, 'HearingHeld');
  const missed = lastOf(file, 'HearingMissed');
  if (held) return [`${asked}本机关于${printDay(held.meta.occurredAt)}依法举行听证，并根据听证笔录作出本决定。`];
  if (missed)
    return [`${asked}当事人未到场或者中途退出听证，听证于${printDate(civilDateOf(missed.meta.occurredAt))}终止。`];
  return [asked];
}

/** Legal review and deliberation, where there were any (APL-57, 58). */
export function howReviewed(file: CaseFile, proposal: number): readonly string[] {
  const reviewed = lastOf(file, 'LegalReviewPassed');
  const deliberated = factsOf(file, 'DeliberationHeld').findLast(
    ({ data }) => data.proposal <= proposal && data.conclusion !== 'return',
  );
  const steps = [
    ...(reviewed ? ['经法制审核'] : []),
    ...(deliberated ? [`经本机关负责人于${printDay(deliberated.meta.occurredAt)}集体讨论决定`] : []),
  ];
  return steps.length > 0 ? [`本案${steps.join('，')}。`] : [];
}
