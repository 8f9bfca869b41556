import type { Ground } from '@fajiao/kernel';
import type { CaseState } from './case-state';
import type { Code } from './codes';
import type { ActContext, LawContext } from './context';
import { ifAny } from './if-any';

/**
 * Something that the law asks before an act. The decider refuses with exactly those that are missing, and the same
 * list is served before anybody asks.
 */
export type Requirement<Data = unknown> = OfCase | OfAct<Data>;

interface Named {
  /** What the act is refused with. */
  readonly code: Code;
  /** The rule behind it: an id of the law, `profile` or `internal control`; an offence's article comes with the finding. */
  readonly source: string;
}

/** Stands on the case's history alone, so it can be answered before anybody acts. */
export interface OfCase extends Named {
  readonly asks: 'case';
  readonly check: (state: CaseState, law: LawContext) => Finding;
}

/** Stands on what the act says or on who does it, so it is answered when the act comes. */
export interface OfAct<Data> extends Named {
  readonly asks: 'act';
  readonly check: (data: Data, state: CaseState, act: ActContext) => Finding;
  /** What can be said of it before the act comes, where something can. */
  readonly beforehand?: OfCase['check'];
}

export type Detail = NonNullable<Ground['detail']>;

export type Finding =
  | {
      readonly is: 'met';
      /** Revisions of the events that meet it. */
      readonly by: readonly number[];
      /** By what, where that is not what one would think. */
      readonly detail?: Detail;
    }
  /** The case does not need it. */
  | { readonly is: 'not-required' }
  | { readonly is: 'missing'; readonly detail?: Detail; readonly source?: string; readonly code?: Code };

export const notRequired: Finding = { is: 'not-required' };

export function met(...by: readonly (number | null | undefined)[]): Finding {
  return { is: 'met', by: [...new Set(by)].filter((revision) => typeof revision === 'number') };
}

export function missing(detail?: Detail, instead: { readonly source?: string; readonly code?: Code } = {}): Finding {
  return { is: 'missing', ...ifAny({ detail }), ...instead };
}

/** Met by something that is worth telling. */
export function metThus(detail: Detail, by: number): Finding {
  return { is: 'met', by: [by], detail };
}

/** Met, or missing with the detail. */
export function metIf(holds: boolean, detail?: Detail, instead?: { readonly source?: string }): Finding {
  return holds ? met() : missing(detail, instead);
}

export function ofCase(code: Code, source: string, check: OfCase['check']): OfCase {
  return { asks: 'case', code, source, check };
}

export function ofAct<Data>(
  code: Code,
  source: string,
  check: OfAct<Data>['check'],
  beforehand?: OfCase['check'],
): OfAct<Data> {
  return { asks: 'act', code, source, check, ...ifAny({ beforehand }) };
}

/** What the requirements of an act have found to be there, for what it makes. */
export function asRequired<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('an act was let through without what it requires');
  return value;
}
