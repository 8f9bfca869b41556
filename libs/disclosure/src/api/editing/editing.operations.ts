import type { OperationTable } from '@fajiao/platform';

const editors = ['disclosure-editor'] as const;

/** Who keeps the public site right. */
export const editingOperations = {
  'editing.listWithdrawals': { roles: [...editors, 'auditor'] },
  'editing.withdraw': { roles: editors, write: 'opening', conditions: 'the decision fell (APL-48)' },
  'editing.withdrawAndAmend': { roles: editors, write: 'opening', conditions: 'the decision was changed (APL-48)' },
} satisfies OperationTable;
