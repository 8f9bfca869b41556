import type { OperationTable } from '@fajiao/platform';

/** Everything here is public; nothing writes. */
export const disclosureOperations = {
  'disclosure.list': { roles: 'public' },
  'disclosure.read': { roles: 'public' },
  'disclosure.listPage': { roles: 'public' },
  'disclosure.entryPage': { roles: 'public' },
  'disclosure.style': { roles: 'public', unlimited: true },
} satisfies OperationTable;
