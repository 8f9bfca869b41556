import type { OperationTable } from '@fajiao/platform';

const readers = ['finance-clerk', 'auditor'] as const;

/** Who may do what on the collecting side. Nobody of the deciding side is here (APL-67). */
export const collectionOperations = {
  'collection.reportPayment': { roles: ['bank'], write: 'callback' },
  'collection.reportReversal': { roles: ['bank'], write: 'callback' },
  'collection.reportTreasuryCredit': { roles: ['bank'], write: 'callback' },
  'collection.sendStatement': { roles: ['bank'], write: 'callback' },
  'collection.readReference': { roles: ['bank'], conditions: 'a reference of the bank that asks' },
  'collection.listFines': { roles: readers },
  'collection.readFine': { roles: readers },
  'collection.amountDue': { roles: readers },
  'collection.surcharge': { roles: readers },
  'collection.readStatement': { roles: readers },
} satisfies OperationTable;
