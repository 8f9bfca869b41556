import type { Act } from './act';
import type { CaseState } from './case-state';
import type { ActContext } from './context';

/** An act in the chart, with the rules that it is asked for. */
export interface WorkflowAct {
  readonly act: string;
  /** The official form (文书). */
  readonly form: string;
  readonly sources: readonly string[];
}

/** An act rests on another: what the one made met a requirement of the other. */
export interface WorkflowStep {
  readonly from: string;
  readonly to: string;
}

/** The procedure as its rules make it (执法流程图). */
export interface Workflow {
  readonly acts: readonly WorkflowAct[];
  readonly steps: readonly WorkflowStep[];
}

/** Revisions of the events on which an act rests in a history. */
export function basisOf<Data>(act: Act<Data>, data: Data, state: CaseState, context: ActContext): readonly number[] {
  return act.requires.flatMap((requirement) => {
    const finding =
      requirement.asks === 'case' ? requirement.check(state, context) : requirement.check(data, state, context);
    return finding.is === 'met' ? finding.by : [];
  });
}

/**
 * The chart of what was seen in lawful histories. A step that others lead to as well is left out, so that each arrow says
 * something.
 */
export function workflowOf(acts: readonly Act<never>[], seen: readonly WorkflowStep[]): Workflow {
  return {
    acts: acts.map(({ name, form, requires }) => ({
      act: name,
      form,
      sources: [...new Set(requires.map(({ source }) => source))].sort(),
    })),
    steps: withoutDetours(distinct(seen)),
  };
}

function distinct(steps: readonly WorkflowStep[]): readonly WorkflowStep[] {
  const byName = new Map(steps.map((step) => [JSON.stringify([step.from, step.to]), step]));
  return [...byName.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, step]) => step);
}

function withoutDetours(steps: readonly WorkflowStep[]): readonly WorkflowStep[] {
  return steps.reduce((kept, step) => {
    const others = kept.filter((other) => other !== step);
    return leads(step.from, step.to, others) ? others : kept;
  }, steps);
}

/** Whether a way leads from one act to another; every act leads to itself. */
function leads(from: string, to: string, steps: readonly WorkflowStep[]): boolean {
  const reached = new Set([from]);
  for (const act of reached)
    for (const step of steps) {
      if (step.from === act) reached.add(step.to);
    }
  return reached.has(to);
}
