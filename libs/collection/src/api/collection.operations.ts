import type { OperationTable } from '@fajiao/platform';
import { worklistOperations } from './worklist.operations';

const clerk = ['finance-clerk'] as const;
const readers = ['finance-clerk', 'auditor'] as const;

/** Who may do what on the collecting side. Nobody of the deciding side is here (APL-67). */
export const collectionOperations = {
  'collection.reportPayment': { roles: ['bank'], write: 'callback', testable: true },
  'collection.reportReversal': { roles: ['bank'], write: 'callback', testable: true },
  'collection.reportTreasuryCredit': { roles: ['bank'], write: 'callback', testable: true },
  'collection.sendStatement': { roles: ['bank'], write: 'callback', testable: true },
  'collection.sendStatementFile': { roles: ['bank'], write: 'callback', body: 'file', testable: true },
  'collection.uploadStatementFile': {
    roles: ['finance-clerk'],
    write: 'opening',
    body: 'file',
    conditions: 'of a bank of the register; one clerk brings it in, its lines prove as much as if the bank had sent it',
  },
  'collection.readReference': { roles: ['bank'], testable: true, conditions: 'a reference of the bank that asks' },
  'collection.listFines': { roles: readers },
  'collection.readFine': { roles: readers },
  'collection.amountDue': { roles: readers },
  'collection.surcharge': { roles: readers },
  'collection.readLedger': { roles: readers },
  'collection.planner': { roles: readers },
  'collection.quote': { roles: readers },
  'collection.quoteForBank': { roles: ['bank'], testable: true, conditions: 'in test mode: of the example fine' },
  'collection.depositSpotMoney': { roles: clerk, write: 'act' },
  'collection.issueReceipt': { roles: clerk, write: 'act', conditions: 'a number that was not used before' },
  'collection.voidReceipt': { roles: clerk, write: 'act', conditions: 'one that a finance clerk issued' },
  'collection.requestRefund': { roles: clerk, write: 'act', conditions: 'at most what is held (APL-74)' },
  'collection.authoriseRefund': {
    roles: clerk,
    write: 'act',
    conditions: 'nobody who asked for a refund or relief of this fine, nobody of its deciding side (duties)',
  },
  'collection.cancelRefund': { roles: clerk, write: 'act' },
  'collection.reportRefundPayOut': { roles: ['bank'], write: 'callback' },
  'collection.reportRefundReturn': { roles: ['bank'], write: 'callback' },
  'collection.requestRelief': { roles: clerk, write: 'act', conditions: 'a ground of the closed list' },
  'collection.authoriseRelief': {
    roles: clerk,
    write: 'act',
    conditions: 'nobody who asked for a refund or relief of this fine, nobody of its deciding side (duties)',
  },
  'collection.cancelRelief': { roles: clerk, write: 'act' },
  'collection.readStatement': { roles: readers },
  'collection.listStatementLines': { roles: readers },
  'collection.listBanks': { roles: readers },
  ...worklistOperations,
} satisfies OperationTable;
