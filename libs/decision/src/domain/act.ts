import type { Decision, Ground } from '@fajiao/kernel';
import { NotInForce } from '@fajiao/rulebook';
import type { CaseState } from './case-state';
import type { Code } from './codes';
import type { ActContext, LawContext } from './context';
import type { CaseEvent } from './events';
import { ifAny } from './if-any';
import { asRequired, missing, type Finding, type Requirement } from './requirement';
import { actorIsNotRecused, actorServes } from './requirements/officers';
import { isRecordedLate, notBeforeBasis, timeRequirements } from './requirements/time';

/** One act on a case: its form, what the law asks before it, and what it makes. */
export interface Act<Data> {
  readonly name: string;
  /** The official form (文书). */
  readonly form: string;
  readonly requires: readonly Requirement<Data>[];
  readonly makes: (data: Data, state: CaseState, act: ActContext) => readonly CaseEvent[];
}

/** The act happens, or it is refused with exactly the requirements that are missing. */
export function decide<Data>(
  act: Act<Data>,
  data: Data,
  state: CaseState,
  context: ActContext,
): Decision<CaseEvent, Code> {
  const asked: readonly Requirement<Data>[] = [...act.requires, actorServes, actorIsNotRecused, ...timeRequirements];
  const found = asked.map((requirement) => ({ requirement, finding: find(requirement, data, state, context) }));
  const unmet = found.flatMap(({ requirement, finding }) => groundOf(requirement, finding));
  const inOrder = notBeforeBasis(
    found.map(({ finding }) => finding),
    state,
    context,
  );
  const basis = groundOf({ code: 'time.before-basis', source: 'APL-47' }, inOrder);
  const [first, ...others] = distinct([...unmet, ...basis]);
  if (first) return { refused: [first, ...others] };
  const made = act.makes(data, state, context);
  return { events: isRecordedLate(context) ? [...made, recordedLate(context)] : made };
}

/** A requirement of an act as it stands now. What depends on the act itself is answered when the act comes. */
export interface Asked {
  readonly code: Code;
  readonly source: string;
  readonly state: 'met' | 'missing' | 'not-required' | 'on-submission';
  /** Revisions of the events that meet it. */
  readonly by: readonly number[];
  readonly detail?: Ground['detail'];
}

/** What the law asks before an act, before anybody asks for it. */
export function requirementsOf(act: Act<never>, state: CaseState, law: LawContext): readonly Asked[] {
  return act.requires.map(answering(state, law));
}

/** Answers requirements of a case at an instant, each once: acts share most of them. */
export function answering(state: CaseState, law: LawContext): (requirement: Requirement<never>) => Asked {
  const answers = new Map<Requirement<never>, Asked>();
  return (requirement) => {
    const known = answers.get(requirement);
    if (known) return known;
    const asked = askedOf(requirement, state, law);
    answers.set(requirement, asked);
    return asked;
  };
}

function askedOf(requirement: Requirement<never>, state: CaseState, law: LawContext): Asked {
  const { code, source } = requirement;
  const check = requirement.asks === 'case' ? requirement.check : requirement.beforehand;
  if (!check) return { code, source, state: 'on-submission', by: [] };
  const finding = orNotInForce(() => check(state, law));
  const [ground] = groundOf(requirement, finding);
  if (ground) return { ...ground, state: 'missing', by: [] };
  return finding.is === 'met'
    ? { code, source, state: 'met', by: finding.by, ...ifAny({ detail: finding.detail }) }
    : { code, source, state: 'not-required', by: [] };
}

function find<Data>(requirement: Requirement<Data>, data: Data, state: CaseState, context: ActContext): Finding {
  return orNotInForce(() =>
    requirement.asks === 'case' ? requirement.check(state, context) : requirement.check(data, state, context),
  );
}

/** A day before the rulebook begins has no rule to be judged by. */
function orNotInForce(check: () => Finding): Finding {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof NotInForce)) throw error;
    const { rule, on } = error;
    return missing({ rule, on }, { code: 'rulebook.not-in-force', source: 'profile' });
  }
}

function groundOf(
  { code, source }: { readonly code: Code; readonly source: string },
  finding: Finding,
): readonly Ground<Code>[] {
  if (finding.is !== 'missing') return [];
  const { detail } = finding;
  return [{ code: finding.code ?? code, source: finding.source ?? source, ...ifAny({ detail }) }];
}

/** Two requirements may find the same thing, e.g. one officer both named and acting. */
function distinct(grounds: readonly Ground<Code>[]): readonly Ground<Code>[] {
  return [...new Map(grounds.map((ground) => [JSON.stringify(ground), ground])).values()];
}

function recordedLate({ occurredAt, lateReason }: ActContext): CaseEvent {
  return { type: 'RecordedLate', data: { occurredAt, reason: asRequired(lateReason) } };
}
