import { decidingRoles, type OperationTable } from '@fajiao/platform';

const readers = [...decidingRoles, 'auditor'] as const;

/** Who may do what on the deciding side: its rows of the policy table. Conditions are the domain's to check. */
export const decisionOperations = {
  'decision.fileCase': { roles: ['officer'], write: 'opening', conditions: 'two officers with valid certificates' },
  'decision.approveFiling': {
    roles: ['unit-lead'],
    write: 'act',
    conditions: 'neither filed nor investigates the case',
  },
  'decision.refuseFiling': {
    roles: ['unit-lead'],
    write: 'act',
    conditions: 'neither filed nor investigates the case',
  },
  'decision.replaceOfficers': { roles: ['unit-lead'], write: 'act' },
  'decision.decideRecusal': { roles: ['head'], write: 'act', conditions: 'not about oneself' },
  'decision.collectEvidence': { roles: ['officer'], write: 'act', conditions: 'two officers of the case, not recused' },
  'decision.verifyEvidence': { roles: ['officer'], write: 'act' },
  'decision.excludeEvidence': { roles: ['officer'], write: 'act' },
  'decision.concludeInvestigation': { roles: ['officer'], write: 'act' },
  'decision.reviseProposal': { roles: ['officer'], write: 'act' },
  'decision.servePriorNotice': { roles: ['officer'], write: 'act' },
  'decision.waiveRights': { roles: ['officer'], write: 'act' },
  'decision.receiveStatement': { roles: ['officer'], write: 'act' },
  'decision.reviewStatement': { roles: ['officer'], write: 'act' },
  'decision.requestHearing': { roles: ['officer'], write: 'act' },
  'decision.noticeHearing': { roles: ['hearing-chair'], write: 'act', conditions: 'did not review the case' },
  'decision.holdHearing': { roles: ['hearing-chair'], write: 'act', conditions: 'neither investigated nor reviewed' },
  'decision.missHearing': { roles: ['hearing-chair'], write: 'act', conditions: 'did not review the case' },
  'decision.passLegalReview': {
    roles: ['legal-reviewer'],
    write: 'act',
    conditions: 'neither investigated nor chaired',
  },
  'decision.returnLegalReview': {
    roles: ['legal-reviewer'],
    write: 'act',
    conditions: 'neither investigated nor chaired',
  },
  'decision.deliberate': { roles: ['head'], write: 'act' },
  'decision.suspendCase': { roles: ['head'], write: 'act' },
  'decision.resumeCase': { roles: ['head'], write: 'act' },
  'decision.extendTerm': { roles: ['head'], write: 'act' },
  'decision.decide': { roles: ['head'], write: 'act', conditions: 'did not investigate the case' },
  'decision.dropCase': { roles: ['head'], write: 'act' },
  'decision.serveDecision': { roles: ['officer'], write: 'act' },
  'decision.correctClericalError': { roles: ['officer'], write: 'act' },
  'decision.executeOtherPenalty': { roles: ['officer'], write: 'act' },
  'decision.closeCase': { roles: ['officer'], write: 'act' },
  'decision.listCases': { roles: readers },
  'decision.readCase': { roles: readers },
  'decision.readRequirements': { roles: readers },
  'decision.readClocks': { roles: readers },
} satisfies OperationTable;
