import { certificatesSinceInvalid, certifiedActs } from '../domain/certified-acts';
import { nobodyAsked, type StaffMember } from '../domain/context';
import { cases } from '../domain/evolve';
import type { Warning } from '../domain/warnings';
import type { DecisionDeps } from './decision-deps';

/**
 * What has come to be known of a case since its acts were accepted. An act reads the register and is appended after it: an entry
 * that comes in between, or later with effect from before, is found here, because the register is asked about the day of
 * each act as it stands now.
 */
export async function sinceKnown(
  { handler, register }: Pick<DecisionDeps, 'handler' | 'register'>,
  caseId: string,
): Promise<readonly Warning[]> {
  const acts = certifiedActs(await handler.history(cases, caseId));
  const key = (person: string, day: string): string => `${day} ${person}`;
  const asked = new Map(acts.map((act) => [key(act.person, act.on), act]));
  const members = new Map<string, StaffMember | undefined>();
  await Promise.all(
    [...asked].map(async ([name, { person, on }]) => members.set(name, await register.officer(person, on))),
  );
  return certificatesSinceInvalid(acts, (day) => ({
    ...nobodyAsked,
    find: (person) => members.get(key(person, day)),
  }));
}
