import type { Form } from '@fajiao/documents';
import type { Fact } from '@fajiao/kernel';
import type { CaseState } from '../../domain/case-state';
import type { LawContext } from '../../domain/context';
import type { CaseEvent } from '../../domain/events';

/** What a form is filled from: the record, and the rules and the register of the day. */
export interface CaseFile {
  readonly caseId: string;
  readonly state: CaseState;
  /** The whole stream, oldest first. */
  readonly facts: readonly Fact<CaseEvent>[];
  readonly law: LawContext;
}

/** Fills a form; null: the record does not hold yet what the form is about. */
export type Fill = (file: CaseFile) => Form | null;

export type EventOf<Type extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: Type }>;
export type FactOf<Type extends CaseEvent['type']> = Fact<EventOf<Type>>;

export function factsOf<Type extends CaseEvent['type']>(
  { facts }: Pick<CaseFile, 'facts'>,
  type: Type,
): FactOf<Type>[] {
  return facts.filter((fact): fact is FactOf<Type> => fact.type === type);
}

/** The latest of its kind. */
export function lastOf<Type extends CaseEvent['type']>(
  file: Pick<CaseFile, 'facts'>,
  type: Type,
): FactOf<Type> | undefined {
  return factsOf(file, type).at(-1);
}
