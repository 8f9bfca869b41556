import { decidingRoles, type OperationTable } from '@fajiao/platform';

const readers = [...decidingRoles, 'auditor'] as const;
const notOneself = 'not about oneself';

/**
 * Who keeps the register. A unit's lead answers for who serves in it and with what certificate. A head gives power away: an
 * entrustment or the taking over of a province's grant binds the authority (APL-20, 24). Who deliberates is for the
 * principal to say, who presides (APL-57).
 */
export const registryOperations = {
  'registry.registerOfficer': { roles: ['unit-lead'], write: 'opening', conditions: notOneself },
  'registry.assignPost': { roles: ['unit-lead'], write: 'act', conditions: notOneself },
  'registry.issueCertificate': { roles: ['unit-lead'], write: 'act', conditions: notOneself },
  'registry.suspendCertificate': { roles: ['unit-lead'], write: 'act', conditions: notOneself },
  'registry.restoreCertificate': { roles: ['unit-lead'], write: 'act', conditions: notOneself },
  'registry.withdrawCertificate': { roles: ['unit-lead'], write: 'act', conditions: notOneself },
  'registry.recordQualification': { roles: ['unit-lead'], write: 'act', conditions: notOneself },
  'registry.recordDeparture': { roles: ['unit-lead'], write: 'act', conditions: notOneself },
  'registry.setMembership': { roles: ['principal'], write: 'act', conditions: 'of a head; not about oneself' },
  'registry.delegatePower': { roles: ['head'], write: 'opening' },
  'registry.endDelegation': { roles: ['head'], write: 'act' },
  'registry.listOfficers': { roles: readers },
  'registry.readOfficer': { roles: readers },
  'registry.readPanel': { roles: readers },
  'registry.listDelegations': { roles: readers },
  'registry.readDelegations': { roles: readers },
} satisfies OperationTable;
