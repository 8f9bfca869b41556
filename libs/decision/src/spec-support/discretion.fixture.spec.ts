import { decide } from '../domain/act';
import { caseActs } from '../domain/case-acts';
import type { ActContext } from '../domain/context';
import { at, changed } from './other-steps.fixture.spec';
import { contextOf, type Played, type Step } from './play.fixture.spec';
import { straightCase } from './steps.fixture.spec';

const { filed, approved, inspected, concluded, noticed, waived } = straightCase;

/** The straight case with these facts found, up to its waiver. */
export const found = (...conditions: readonly string[]): readonly Step[] => [
  filed,
  approved,
  inspected,
  changed(concluded, { conditions }),
  noticed,
  waived,
];

/** A decision not to punish. */
export const spared = (ground: string, data: object = {}): Step => ({
  at: at('2023-09-28'),
  by: 'head-1',
  act: 'decide-no-penalty',
  data: { ground, ...data },
});

/** Each `code source` against a step; `more`: something else in the context, e.g. another catalogue or an earlier fine. */
export function codes(step: Step, { state }: Played, more: Partial<ActContext> = {}): readonly string[] {
  const act = caseActs.find(({ name }) => name === step.act)!;
  const decision = decide(act, (step.data ?? {}) as never, state, { ...contextOf(step), ...more });
  return 'refused' in decision ? decision.refused.map(({ code, source }) => `${code} ${source}`) : [];
}
