import type { OperationTable } from '../identity/policy';

/** What every process answers to those who run it. */
export const platformOperations = {
  'platform.live': { roles: 'public', unlimited: true },
  'platform.ready': { roles: 'public', unlimited: true },
  'platform.settled': { roles: 'public', unlimited: true },
  'platform.metrics': { roles: 'public', unlimited: true },
} satisfies OperationTable;
