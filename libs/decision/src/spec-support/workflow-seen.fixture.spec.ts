import { basisOf, type WorkflowStep } from '../domain/workflow';
import { attempts, type Attempted } from './play.fixture.spec';
import { everythingEverywhere } from './worlds.fixture.spec';

/** On which acts each act was seen to rest, wherever it was accepted. The same on every day. */
export function stepsSeen(): readonly WorkflowStep[] {
  const accepted: Attempted[] = [];
  const listen = (attempted: Attempted): void => void (attempted.outcome.events && accepted.push(attempted));
  attempts.push(listen);
  everythingEverywhere();
  attempts.splice(attempts.indexOf(listen), 1);
  const madeBy = whoMakes(accepted);
  return accepted.flatMap(({ act, step, state, context }) =>
    basisOf(act, (step.data ?? {}) as never, state, context).flatMap((revision) => {
      const from = madeBy.get(state.log[revision]?.type ?? '');
      return from === undefined ? [] : [{ from, to: act.name }];
    }),
  );
}

/** The act whose own event it is: the first that it makes, and of several acts the first that was seen to. */
function whoMakes(accepted: readonly Attempted[]): ReadonlyMap<string, string> {
  const made = new Map<string, string>();
  for (const { act, outcome } of accepted) {
    const [own] = outcome.events ?? [];
    if (own && !made.has(own.type)) made.set(own.type, act.name);
  }
  return made;
}
