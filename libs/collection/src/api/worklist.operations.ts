import type { OperationTable } from '@fajiao/platform';

const clerk = ['finance-clerk'] as const;
const second = 'nobody who has asked for a resolution of the same, nobody of the deciding side (duties)';

/**
 * What waits for finance clerks, and what they do with it. Acts on discrepancies have no If-Match: a statement holds thousands
 * of them in one stream, and one clerk's work may not be refused for another's; the state of each guards it.
 */
export const worklistOperations = {
  'collection.worklist': { roles: ['finance-clerk', 'auditor'] },
  'collection.totals': { roles: ['finance-clerk', 'auditor'] },
  'collection.arrears': { roles: ['finance-clerk', 'auditor'] },
  'collection.monthlyStatement': { roles: ['finance-clerk', 'auditor'] },
  'collection.exportFines': { roles: ['finance-clerk', 'auditor'] },
  'collection.exportStatementLines': { roles: ['finance-clerk', 'auditor'] },
  'collection.exportWorklist': { roles: ['finance-clerk', 'auditor'] },
  'collection.readSuspense': { roles: ['finance-clerk', 'auditor'] },
  'collection.assignSuspense': { roles: clerk, write: 'act' },
  'collection.holdSuspense': { roles: clerk, write: 'act' },
  'collection.requestApplication': { roles: clerk, write: 'act' },
  'collection.requestReturn': { roles: clerk, write: 'act' },
  'collection.authoriseResolution': { roles: clerk, write: 'act', conditions: second },
  'collection.cancelResolution': { roles: clerk, write: 'act' },
  'collection.reportSuspensePayOut': { roles: ['bank'], write: 'callback' },
  'collection.assignDiscrepancy': { roles: clerk, write: 'opening' },
  'collection.holdDiscrepancy': { roles: clerk, write: 'opening' },
  'collection.closeDiscrepancy': { roles: clerk, write: 'opening', conditions: 'no money moves by it' },
  'collection.requestCorrection': { roles: clerk, write: 'opening' },
  'collection.authoriseCorrection': { roles: clerk, write: 'opening', conditions: second },
  'collection.cancelCorrection': { roles: clerk, write: 'opening' },
} satisfies OperationTable;
