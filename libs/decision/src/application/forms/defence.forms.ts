import type { Block, GridCell } from '@fajiao/documents';
import { civilDateOf } from '@fajiao/kernel';
import { clockRule } from '@fajiao/rulebook';
import { standingProposal } from '../../domain/case-state';
import { hearingRight } from '../../domain/law';
import { factsOf, lastOf, type EventOf, type Fill } from './case-file';
import { evidenceLines } from './investigation.forms';
import { caseRows, cell, flush, formOf, grid, heading, paragraph, partyBlocks, seal, signedBy } from './sheet';
import { nameOf, penaltyParagraphs, printArticle, printDay, printGround, printMoment, sentence } from './words';

/** 行政处罚事先告知书 (APL-44): before it is served, a draft for the proposal that stands. */
export const priorNotice: Fill = (file) => {
  const { filing, conclusions, proposals } = file.state;
  const served = lastOf(file, 'PriorNoticeServed');
  const standing = standingProposal(file.state);
  const shown = served ? proposals.find(({ version }) => version === served.data.proposal) : standing;
  // Where no penalty is proposed there is nothing to give notice of.
  if (!filing || !conclusions || !shown || shown.penalties.length === 0) return null;
  const { profile } = file.law.rulebook;
  const toHearing = served ? served.data.rights.includes('hearing') : hearingRight(file.state, file.law).length > 0;
  const on = served?.data.servedOn ?? file.law.today;
  const { length: statementDays } = clockRule(profile, 'statement-window', on);
  const { length: hearingDays } = clockRule(profile, 'hearing-request', on);
  const evidence = evidenceLines(file);
  return formOf(file, {
    form: 'prior-notice',
    title: '行政处罚事先告知书',
    blocks: [
      ...partyBlocks(file),
      paragraph(
        `本机关对当事人涉嫌${filing.offence.title}一案调查终结，拟对当事人作出行政处罚。依据《中华人民共和国行政处罚法》第四十四条的规定，现将有关事项告知如下：`,
      ),
      heading('一、违法事实和证据'),
      paragraph(sentence(`经查明：${conclusions.findings}`)),
      ...evidenceBlocks(evidence),
      heading('二、处罚的理由和依据'),
      paragraph(
        `当事人的上述行为构成${filing.offence.title}，依据${printArticle(filing.offence)}的规定，结合行政处罚裁量基准，属于“${shown.tier}”档次。` +
          (shown.mitigation
            ? `当事人具有${printGround(file, 'mitigation', shown.mitigation.ground)}的情形：${sentence(shown.mitigation.reason)}`
            : ''),
      ),
      heading('三、拟作出的行政处罚'),
      ...penaltyParagraphs(shown.penalties).map(paragraph),
      heading('四、当事人的权利'),
      paragraph(
        `依据《中华人民共和国行政处罚法》第七条、第四十五条的规定，当事人对上述拟作出的行政处罚有陈述和申辩的权利，` +
          `可以自收到本告知书之日起${statementDays}个工作日内向本机关提出。本机关不因当事人陈述、申辩而给予更重的处罚。逾期未提出的，视为放弃陈述和申辩的权利。`,
      ),
      ...(toHearing
        ? [
            paragraph(
              `依据《中华人民共和国行政处罚法》第六十三条、第六十四条的规定，当事人有要求听证的权利，可以自收到本告知书之日起${hearingDays}个工作日内向本机关提出听证申请。` +
                '听证不收取费用。逾期未提出的，视为放弃要求听证的权利。',
            ),
          ]
        : []),
      { kind: 'signatures', lines: [{ label: '当事人' }] },
      seal(file, served ? civilDateOf(served.meta.occurredAt) : file.law.today),
    ],
  });
};

export function evidenceBlocks(lines: readonly string[]): readonly Block[] {
  if (lines.length === 0) return [];
  return [
    paragraph('以上事实，有下列证据证实：'),
    ...lines.map((line, i) => paragraph(`${line}${i === lines.length - 1 ? '。' : '；'}`)),
  ];
}

/** 陈述申辩复核意见书 (APL-45). */
export const statementReview: Fill = (file) => {
  const made = factsOf(file, 'StatementMade');
  if (made.length === 0) return null;
  const reviews = factsOf(file, 'StatementReviewed');
  return formOf(file, {
    form: 'statement-review',
    title: '陈述申辩复核意见书',
    blocks: [
      grid(
        ...caseRows(file),
        ...made.map(({ data, meta }) => [
          cell(`陈述申辩意见（${data.statement}）`, `${data.text}\n提出日期：${printDay(meta.occurredAt)}`),
        ]),
        ...reviews.map((review) => [
          cell(
            `复核意见（针对第${review.data.statements.join('、')}次）`,
            `${review.data.adopted ? '采纳' : '不予采纳'}。理由：${review.data.reasons}\n${signedBy(file, review)}`,
          ),
        ]),
      ),
    ],
  });
};

/** 听证通知书 (APL-64). */
export const hearingNotice: Fill = (file) => {
  const noticed = lastOf(file, 'HearingNoticed');
  const { filing } = file.state;
  if (!noticed || !filing) return null;
  const requested = lastOf(file, 'HearingRequested');
  return formOf(file, {
    form: 'hearing-notice',
    title: '听证通知书',
    blocks: [
      ...partyBlocks(file),
      paragraph(
        `${requested ? `根据当事人于${printDay(requested.meta.occurredAt)}提出的听证申请，` : ''}本机关决定于${printMoment(noticed.data.hearingAt)}${noticed.data.place === undefined ? '' : `在${noticed.data.place}`}` +
          `就当事人涉嫌${filing.offence.title}一案举行听证。除涉及国家秘密、商业秘密或者个人隐私依法予以保密外，听证公开举行。`,
      ),
      paragraph(`听证主持人：${nameOf(file, noticed.meta.actor.id)}。`),
      paragraph('当事人可以亲自参加听证，也可以委托一至二人代理；认为主持人与本案有直接利害关系的，有权申请回避。'),
      paragraph(
        '当事人及其代理人无正当理由拒不出席听证或者未经许可中途退出听证的，视为放弃听证权利，听证终止。听证不收取费用。',
      ),
      { kind: 'signatures', lines: [{ label: '当事人' }] },
      seal(file, civilDateOf(noticed.meta.occurredAt)),
    ],
  });
};

/** 听证笔录: as far as the record holds it. */
export const hearingRecord: Fill = (file) => {
  const held = lastOf(file, 'HearingHeld');
  const missed = lastOf(file, 'HearingMissed');
  const ended = held ?? missed;
  if (!ended) return null;
  const chair = held ? held.data.chair : ended.meta.actor.id;
  const officers = (lastOf(file, 'OfficersReplaced') ?? lastOf(file, 'OfficersAssigned') ?? lastOf(file, 'CaseFiled'))
    ?.data.officers;
  return formOf(file, {
    form: 'hearing-record',
    title: '听证笔录',
    blocks: [
      grid(
        ...caseRows(file),
        [cell('听证时间', printMoment(ended.meta.occurredAt)), cell('听证主持人', nameOf(file, chair))],
        [cell('案件调查人员', (officers ?? []).map(({ id }) => nameOf(file, id)).join('、') || '—')],
        [
          cell(
            '到会情况',
            held
              ? `当事人方面到会，委托代理人${held.data.representatives}名。`
              : '当事人未到场或者中途退场，听证终止。',
          ),
        ],
        ...(held ? heldRows(held.data) : []),
      ),
      paragraph('笔录正文另附。笔录交当事人或者其代理人核对无误后签字或者盖章。'),
      {
        kind: 'signatures',
        lines: [{ label: '当事人或者代理人' }, { label: '案件调查人员' }, { label: '听证主持人' }],
      },
    ],
  });
};

/** 听证意见书 (APL-65). */
export const hearingOpinion: Fill = (file) => {
  const held = lastOf(file, 'HearingHeld');
  if (!held) return null;
  return formOf(file, {
    form: 'hearing-opinion',
    title: '听证意见书',
    blocks: [
      grid(
        ...caseRows(file),
        [cell('听证日期', printDay(held.meta.occurredAt)), cell('听证主持人', nameOf(file, held.data.chair))],
        [cell('听证意见', held.data.opinion)],
      ),
      flush(`听证主持人：${nameOf(file, held.data.chair)}\u3000${printDay(held.meta.occurredAt)}`),
    ],
  });
};

const CLOSED = { 'state-secret': '国家秘密', 'trade-secret': '商业秘密', privacy: '个人隐私' } as const;

function heldRows({ closedBecause, minutes, opinion }: EventOf<'HearingHeld'>['data']): GridCell[][] {
  const signed = minutes?.signed ? '已经核对并签名。' : `未签名。${minutes?.note ?? ''}`;
  return [
    [cell('公开情况', closedBecause ? `因涉及${CLOSED[closedBecause]}，不公开举行。` : '公开举行。')],
    ...(minutes ? [[cell('笔录核对情况', signed)]] : []),
    [cell('听证意见摘要', opinion)],
  ];
}
