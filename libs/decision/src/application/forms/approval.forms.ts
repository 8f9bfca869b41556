import type { GridCell } from '@fajiao/documents';
import { printYuan } from '@fajiao/kernel';
import type { CaseFile, Fill } from './case-file';
import { caseRows, cell, formOf, grid, signedBy } from './sheet';
import { nameOf, printDate } from './words';

/** 行政处罚案件有关事项审批表: every matter of the course that a head (or the unit's lead) decided, oldest first. */
export const approvalForm: Fill = (file) => {
  const rows = file.facts.flatMap((fact): (readonly GridCell[])[] => {
    const matter = matterOf(file, fact);
    return matter === null ? [] : [[cell(matter.of, `${matter.text}\n${signedBy(file, fact)}`)]];
  });
  if (rows.length === 0) return null;
  return formOf(file, {
    form: 'approval-form',
    title: '行政处罚案件有关事项审批表',
    blocks: [grid(...caseRows(file), ...rows)],
  });
};

function matterOf(
  file: CaseFile,
  fact: CaseFile['facts'][number],
): { readonly of: string; readonly text: string } | null {
  switch (fact.type) {
    case 'OfficersReplaced':
      return {
        of: '更换办案人员',
        text: `办案人员更换为${fact.data.officers.map(({ id }) => nameOf(file, id)).join('、')}。`,
      };
    case 'RecusalRequested': {
      const { person, by, ground } = fact.data;
      return {
        of: '回避申请',
        text: `${by === 'party' ? '当事人申请' : '本人申请'}${nameOf(file, person)}回避。理由：${ground}`,
      };
    }
    case 'RecusalDecided': {
      const { officer, recused, ground } = fact.data;
      return { of: '回避', text: `${nameOf(file, officer)}${recused ? '予以回避' : '不予回避'}。理由：${ground}` };
    }
    case 'CaseSuspended':
      return { of: '案件中止调查', text: `自即日起中止。理由：${fact.data.ground}。依据：${fact.data.basis}` };
    case 'CaseResumed':
      return { of: '案件恢复调查', text: '中止的原因消除，自即日起恢复。' };
    case 'DecisionTermExtended':
      return { of: '延长办案期限', text: `办案期限延长至${printDate(fact.data.until)}。依据：${fact.data.basis}` };
    case 'CaseDropped':
      return { of: '撤销立案', text: `撤销案件。理由：${fact.data.ground}` };
    case 'DeferralApproved':
      return { of: '延期缴纳罚款', text: `同意延期至${printDate(fact.data.until)}。理由：${fact.data.ground}` };
    case 'InstalmentsApproved': {
      const parts = fact.data.instalments
        .map(({ due, fen }) => `${printDate(due)}前缴纳${printYuan(fen)}元`)
        .join('；');
      return { of: '分期缴纳罚款', text: `同意分期缴纳：${parts}。理由：${fact.data.ground}` };
    }
    default:
      return null;
  }
}
