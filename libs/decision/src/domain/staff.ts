import type { Staff } from './context';
import type { NamedOfficer } from './events';

/** Officers with the certificates that they show; each once. */
export function namedOfficers(ids: readonly string[], staff: Staff): readonly NamedOfficer[] {
  return [...new Set(ids)].map((id) => ({ id, certificateNo: staff.find(id)?.certificate?.no ?? '' }));
}
