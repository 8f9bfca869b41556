import { standingProposal } from '../../domain/case-state';
import type { ProposedPenalty } from '../../domain/events';
import { factsOf, lastOf, type CaseFile, type Fill } from './case-file';
import { caseRows, cell, formOf, grid, signedBy } from './sheet';
import { evidenceKindInWords, printArticle, printGround, printMoney, printOfficers, printPenalties } from './words';

/** 案件调查终结审批表: findings, evidence, and what the officers propose. */
export const investigationConclusion: Fill = (file) => {
  const { filing, conclusions } = file.state;
  const proposal = standingProposal(file.state);
  const concluded = lastOf(file, 'ProposalRevised') ?? lastOf(file, 'InvestigationConcluded');
  if (!filing || !conclusions || !proposal || !concluded) return null;
  const officers = (lastOf(file, 'OfficersReplaced') ?? lastOf(file, 'OfficersAssigned') ?? lastOf(file, 'CaseFiled'))
    ?.data.officers;
  const decided = file.state.decision;
  return formOf(file, {
    form: 'investigation-conclusion',
    title: '案件调查终结审批表',
    blocks: [
      grid(
        ...caseRows(file),
        [cell('办案人员', printOfficers(file, officers ?? []))],
        [cell('查明的事实', conclusions.findings)],
        [cell('证据', evidenceLines(file).join('\n') || '—')],
        [cell('违法所得', printMoney(conclusions.gainsFen))],
        [cell('违法财物', conclusions.goods.join('、') || '无')],
        [cell('定性及处罚依据', `${filing.offence.title}\n${printArticle(filing.offence)}`)],
        [
          cell(
            '裁量情况',
            [
              `裁量档次：${proposal.tier}。`,
              ...(proposal.reasons ? [`偏离档次的理由：${proposal.reasons}`] : []),
              ...(proposal.mitigation
                ? [
                    `从轻、减轻情形：${printGround(file, 'mitigation', proposal.mitigation.ground)}（${proposal.mitigation.reason}）`,
                  ]
                : []),
            ].join('\n'),
          ),
        ],
        [cell('拟处理意见', `${proposedText(file, concluded.data.proposal)}\n${signedBy(file, concluded)}`)],
        [cell('机关负责人意见', decided ? '见行政处罚决定。' : '')],
      ),
    ],
  });
};

/** The pieces of evidence that were not excluded, a line each. */
export function evidenceLines(file: CaseFile, only?: readonly number[]): readonly string[] {
  const excluded = new Set(factsOf(file, 'EvidenceExcluded').map(({ data }) => data.evidence));
  return factsOf(file, 'EvidenceCollected')
    .filter(({ data }) => (only ? only.includes(data.evidence) : !excluded.has(data.evidence)))
    .map(({ data }, i) => `${i + 1}. ${data.title}（${evidenceKindInWords[data.kind]}）`);
}

function proposedText(file: CaseFile, { version, penalties, noPenalty }: ProposedPenalty): string {
  if (noPenalty) return `建议不予行政处罚：${printGround(file, 'no-penalty', noPenalty.ground)}。${noPenalty.reasons}`;
  return `建议给予以下行政处罚（第${version}稿）：${printPenalties(penalties)}`;
}
