import { lastOf, type Fill } from './case-file';
import { caseRows, cell, formOf, grid, signedBy } from './sheet';
import { printArticle, printDate, printDay, printOfficers, printSource } from './words';

/** 案件线索处理单: where the lead came from, what it says, and what became of it. */
export const leadSlip: Fill = (file) => {
  const filed = lastOf(file, 'CaseFiled');
  if (!filed) return null;
  const { source, offence, facts } = filed.data;
  const approved = lastOf(file, 'FilingApproved');
  const refused = lastOf(file, 'FilingRefused');
  const answer = approved
    ? `立案。\n${signedBy(file, approved)}`
    : refused
      ? `不予立案。\n${signedBy(file, refused)}`
      : '';
  const received = source.receivedOn ? printDate(source.receivedOn) : printDay(filed.meta.occurredAt);
  return formOf(file, {
    form: 'lead-slip',
    title: '案件线索处理单',
    blocks: [
      grid(
        [cell('线索来源', printSource(source))],
        [cell('收到日期', received), cell('移送机关', source.organ ?? '—')],
        [cell('线索提供人', source.informant ?? '—')],
        [cell('线索内容', source.summary ?? facts)],
        [cell('涉嫌违法行为', offence.title)],
        [cell('承办人意见', `建议立案调查。\n${signedBy(file, filed)}`)],
        [cell('处理结果', answer)],
      ),
    ],
  });
};

/** 立案审批表: the officers' part, and the answer of the unit's lead. */
export const filingApproval: Fill = (file) => {
  const { filing } = file.state;
  const filed = lastOf(file, 'CaseFiled');
  if (!filing || !filed) return null;
  const approved = lastOf(file, 'FilingApproved');
  const refused = lastOf(file, 'FilingRefused');
  const days = [printDate(filing.actDate), ...(filing.actEndDate ? [printDate(filing.actEndDate)] : [])].join('至');
  return formOf(file, {
    form: 'filing-approval',
    title: refused ? '不予立案审批表' : '立案审批表',
    blocks: [
      grid(
        ...caseRows(file),
        [cell('违法行为发生时间', days), cell('违法行为发生地点', filing.place ?? '—')],
        [cell('处罚依据', printArticle(filing.offence))],
        [cell('简要案情', filing.facts)],
        [
          cell(
            '承办人意见',
            `当事人的行为涉嫌${filing.offence.title}，建议立案调查。\n办案人员：${printOfficers(file, filed.data.officers)}\n${signedBy(file, filed)}`,
          ),
        ],
        [
          cell(
            '承办机构负责人意见',
            approved
              ? `同意立案。${approved.data.markedMajor ? '认定为重大、复杂案件。' : ''}\n${signedBy(file, approved)}`
              : refused
                ? `不予立案。理由：${refused.data.reason}\n${signedBy(file, refused)}`
                : '',
          ),
        ],
      ),
    ],
  });
};
