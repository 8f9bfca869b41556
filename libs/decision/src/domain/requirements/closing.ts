import type { Penalty } from '@fajiao/contracts';
import type { CaseState } from '../case-state';
import { met, metIf, missing, notRequired, ofAct, ofCase } from '../requirement';

/** Before a case is closed everything that was decided has been carried out. */

/** Performed by the service of the decision itself, or at the bank. */
const NEED_NO_EXECUTION: readonly Penalty['kind'][] = ['warning', 'public-criticism', 'fine', 'confiscation-of-gains'];

/** Kinds of penalties that are still to be carried out. */
export function toBeExecuted({ decision, executed }: CaseState): readonly string[] {
  if (decision?.outcome !== 'penalty') return [];
  const kinds = decision.penalties.map(({ kind }) => kind);
  return kinds.filter((kind) => !NEED_NO_EXECUTION.includes(kind) && !executed.includes(kind));
}

/** The collecting side has reported the money paid and proved. */
export const fineClosed = ofCase('closing.fine-open', 'internal control', ({ service, payment }) => {
  if (!service || service.fineId === null) return notRequired;
  return payment ? met(payment.revision) : missing();
});

export const penaltiesExecuted = ofCase('closing.penalty-not-executed', 'internal control', (state) => {
  const open = toBeExecuted(state);
  return metIf(open.length === 0, { penalties: open.join(', ') });
});

export const penaltyDecided = ofAct<{ readonly penalty: string }>(
  'execution.not-decided',
  'APL-66',
  ({ penalty }, state) => metIf(toBeExecuted(state).includes(penalty), { penalty }),
);
