import type { People } from '@fajiao/platform';
import type { Staff } from '../domain/context';

/** The register of people, as the deciding side asks it. */
export const staffOf = (people: Pick<People, 'find' | 'all'>): Staff => ({
  find: (id) => people.find(id),
  panel: () => people.all().flatMap(({ id, panelMember }) => (panelMember ? [id] : [])),
});
