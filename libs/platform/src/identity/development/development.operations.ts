import type { OperationTable } from '../policy';

/** The development issuer's own: nothing of them is written to a store. */
export const developmentOperations = {
  'development.keys': { roles: 'public', unlimited: true },
  'development.choose': { roles: 'public', unlimited: true },
  'development.chosen': { roles: 'public', unlimited: true },
  'development.token': { roles: 'public', unlimited: true },
} satisfies OperationTable;

/** Of demonstration mode: the event is written by the deciding side's login, and read as one of its own. */
export const demonstrationOperations = {
  'demonstration.contractEvent': { roles: 'public', unlimited: true },
} satisfies OperationTable;
