import type { People } from '@fajiao/platform';
import { collectionProblem } from './collection.messages';

/** Work is given to finance clerks only. @throws Problem 422 `worklist.no-clerk` */
export function clerkOf(people: People, id: string): string {
  if (!people.find(id)?.roles.includes('finance-clerk')) throw collectionProblem('worklist.no-clerk');
  return id;
}
