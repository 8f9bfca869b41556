import type { OperationTable } from '@fajiao/platform';

/** Auditors read; nothing here writes. The pages hold no data: what they show they ask for with the auditor's token. */
export const auditOperations = {
  'audit.readEvents': { roles: ['auditor'] },
  'audit.readLog': { roles: ['auditor'] },
  'audit.readHistory': { roles: ['auditor'] },
  'audit.readChanges': { roles: ['auditor'] },
  'audit.readActors': { roles: ['auditor'] },
  'audit.check': { roles: ['auditor'] },
  'audit.listRefusals': { roles: ['auditor'] },
  'audit.startPage': { roles: 'public' },
  'audit.timelinePage': { roles: 'public' },
  'audit.script': { roles: 'public', unlimited: true },
  'audit.style': { roles: 'public', unlimited: true },
} satisfies OperationTable;
