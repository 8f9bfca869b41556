import type { Ground } from '@fajiao/kernel';
import { decide } from '../domain/act';
import type { ActContext } from '../domain/context';
import { at, changed } from './other-steps.fixture.spec';
import { actNamed, contextOf, type Played, type Step } from './play.fixture.spec';
import { unsaid } from './refused.fixture.spec';
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

/** Why a step is refused; `more`: something else in the context, e.g. another catalogue or an earlier fine. */
export function grounds(step: Step, { state }: Played, more: Partial<ActContext> = {}): readonly Ground[] {
  const decision = decide(actNamed(step.act), (step.data ?? {}) as never, state, { ...contextOf(step), ...more });
  const refused = 'refused' in decision ? decision.refused : [];
  expect(refused.flatMap(unsaid)).toEqual([]);
  return refused;
}

/** The same, each `code source`. */
export function codes(...asked: Parameters<typeof grounds>): readonly string[] {
  return grounds(...asked).map(({ code, source }) => `${code} ${source}`);
}
