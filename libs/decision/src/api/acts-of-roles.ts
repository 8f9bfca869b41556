import type { OperationPolicy } from '@fajiao/platform';
import * as acts from '../domain/acts';
import { caseActs } from '../domain/case-acts';
import { decisionOperations } from './decision.operations';

const policies = new Map<string, OperationPolicy>(Object.entries(decisionOperations));

/** What the domain calls an act in its code: some operations are named after that, others after the act's own name. */
const called = new Map(Object.entries(acts).flatMap(([key, act]) => ('requires' in act ? [[act.name, key]] : [])));

/** One operation decides either way. */
const WITH: Readonly<Record<string, string>> = { 'decide-no-penalty': 'decide' };

/** The acts on a case that somebody with these roles may do, by their names. */
export const actsOfRoles = (roles: readonly string[]): readonly string[] =>
  caseActs.map(({ name }) => name).filter((act) => rolesOfAct(act).some((role) => roles.includes(role)));

/** Who may do an act, by the policy table. */
export function rolesOfAct(act: string): readonly string[] {
  const named = (WITH[act] ?? act).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const policy = policies.get(`decision.${named}`) ?? policies.get(`decision.${called.get(act) ?? ''}`);
  return policy === undefined || policy.roles === 'public' ? [] : policy.roles;
}
