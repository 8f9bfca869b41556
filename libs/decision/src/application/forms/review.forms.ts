import { factsOf, type CaseFile, type FactOf, type Fill } from './case-file';
import { caseRows, cell, formOf, grid, heading, signedBy } from './sheet';
import { nameOf, namesOf, printMoment, printPenalties } from './words';

type Reviewed = FactOf<'LegalReviewPassed'> | FactOf<'LegalReviewReturned'>;

/** 重大行政执法决定法制审核意见书 (APL-58): every review of the case, the latest last. */
export const legalReview: Fill = (file) => {
  const reviews = file.facts.filter(
    (fact): fact is Reviewed => fact.type === 'LegalReviewPassed' || fact.type === 'LegalReviewReturned',
  );
  if (reviews.length === 0) return null;
  return formOf(file, {
    form: 'legal-review',
    title: '重大行政执法决定法制审核意见书',
    blocks: [
      grid(
        ...caseRows(file),
        ...reviews.flatMap((review) => [
          [cell('送审的处罚建议', `第${review.data.proposal}稿：${penaltiesOf(file, review.data.proposal)}`)],
          [
            cell(
              '法制审核意见',
              `${review.type === 'LegalReviewPassed' ? '审核通过' : '退回'}。${review.data.opinion}\n${signedBy(file, review)}`,
            ),
          ],
        ]),
      ),
    ],
  });
};

const CONCLUSIONS = {
  adopt: '同意承办机构的处罚建议',
  reduce: '决定减轻或者减少处罚',
  return: '退回承办机构',
} as const;

const VOTES = { adopt: '同意处罚建议', reduce: '主张减轻或者减少处罚', return: '主张退回' } as const;

/** 重大行政处罚案件集体讨论笔录 (APL-57): who was present, every opinion, the conclusion. */
export const deliberationRecord: Fill = (file) => {
  const held = factsOf(file, 'DeliberationHeld');
  if (held.length === 0) return null;
  return formOf(file, {
    form: 'deliberation-record',
    title: '重大行政处罚案件集体讨论笔录',
    blocks: [
      grid(...caseRows(file)),
      ...held.flatMap(({ data, meta }, i) => [
        ...(held.length > 1 ? [heading(`第${i + 1}次讨论`)] : []),
        grid(
          [cell('讨论时间', printMoment(meta.occurredAt)), cell('记录提交人', nameOf(file, meta.actor.id))],
          ...(data.chair === undefined ? [] : [[cell('主持人', nameOf(file, data.chair))]]),
          [cell('出席人员', namesOf(file, data.present))],
          ...(data.attending === undefined ? [] : [[cell('列席人员', namesOf(file, data.attending))]]),
          [cell('讨论的处罚建议', `第${data.proposal}稿：${penaltiesOf(file, data.proposal)}`)],
          ...data.opinions.map(({ person, opinion, vote }) => [
            cell(`${nameOf(file, person)}的意见`, `${opinion}${vote === undefined ? '' : `\n表决：${VOTES[vote]}`}`),
          ]),
          [
            cell(
              '讨论结论',
              `${CONCLUSIONS[data.conclusion]}。${data.penalties ? `\n${printPenalties(data.penalties)}` : ''}`,
            ),
          ],
        ),
        {
          kind: 'signatures' as const,
          lines: data.present.map((person) => ({ label: '出席人员', name: nameOf(file, person) })),
        },
      ]),
    ],
  });
};

function penaltiesOf({ state }: CaseFile, version: number): string {
  return printPenalties(state.proposals.find((one) => one.version === version)?.penalties ?? []);
}
