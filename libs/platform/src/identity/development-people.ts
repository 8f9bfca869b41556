import { addYears, type CivilDate } from '@fajiao/kernel';

const certified = (no: string, validUntil: CivilDate) => ({ certificate: { no, validUntil } });

/**
 * People to try the system with, as a staff file: everybody whom an ordinary case needs, and every role.
 * @param firstStart the day from which their certificates run, for one year
 */
export function developmentStaff(firstStart: CivilDate): string {
  const until = addYears(firstStart, 1);
  const staff = {
    'officer-1': { name: '开发用执法人员一', roles: ['officer'], ...certified('DEV-001', until) },
    'officer-2': { name: '开发用执法人员二', roles: ['officer'], ...certified('DEV-002', until) },
    'officer-3': { name: '开发用执法人员三', roles: ['officer'], ...certified('DEV-003', until) },
    'lead-1': { name: '开发用承办机构负责人', roles: ['unit-lead'] },
    'legal-1': { name: '开发用法制审核人员', roles: ['legal-reviewer'], legalQualification: true },
    'chair-1': { name: '开发用听证主持人', roles: ['hearing-chair'] },
    'head-1': { name: '开发用行政机关负责人一（正职）', roles: ['head', 'principal'], panelMember: true },
    'head-2': { name: '开发用行政机关负责人二', roles: ['head'], panelMember: true },
    'head-3': { name: '开发用行政机关负责人三', roles: ['head'], panelMember: true },
    'head-4': { name: '开发用行政机关负责人四', roles: ['head'], panelMember: true },
    'head-5': { name: '开发用行政机关负责人五', roles: ['head'], panelMember: true },
    'editor-1': { name: '开发用公示人员', roles: ['disclosure-editor'] },
    'clerk-1': { name: '开发用收缴财务人员一', roles: ['finance-clerk'] },
    'clerk-2': { name: '开发用收缴财务人员二', roles: ['finance-clerk'] },
    'auditor-1': { name: '开发用审计人员', roles: ['auditor'] },
    'bank-a': { bank: true, name: '开发用代收银行甲' },
    'bank-b': { bank: true, name: '开发用代收银行乙' },
  };
  return `${JSON.stringify(staff, null, 1)}\n`;
}
