import type { Penalty } from '@fajiao/contracts';
import type { CaseState } from '../case-state';
import { met, metIf, metThus, missing, notRequired, ofAct, ofCase } from '../requirement';

/** Before a case is closed everything that was decided has been carried out. */

/** Performed by the service of the decision itself, or at the bank. */
const NEED_NO_EXECUTION: readonly Penalty['kind'][] = ['warning', 'public-criticism', 'fine', 'confiscation-of-gains'];

/** Kinds of penalties that are still to be carried out. */
export function toBeExecuted({ decision, executed, fall, enforcementEnd }: CaseState): readonly string[] {
  if (decision?.outcome !== 'penalty' || fall || enforcementEnd) return [];
  const kinds = decision.penalties.map(({ kind }) => kind);
  return kinds.filter((kind) => !NEED_NO_EXECUTION.includes(kind) && !executed.includes(kind));
}

/** The collecting side has reported the money paid and proved, or what is unpaid written off: how much, and on which ground. */
export const fineClosed = ofCase('closing.fine-open', 'internal control', (state) => {
  const { payment, writtenOff } = state;
  if (!owesMoney(state)) return notRequired;
  if (payment) return met(payment.revision);
  if (!writtenOff) return missing();
  const { fen, on, ground, source, revision } = writtenOff;
  return metThus({ writtenOffFen: fen, on, ground, source }, revision);
});

/** Nothing is owed where the decision fell or was changed to hold no money; nor where enforcement was given up (ACL-40). */
function owesMoney({ service, decision, fall, enforcementEnd }: CaseState): boolean {
  const owed = decision?.outcome === 'penalty' && decision.payment !== null;
  return service !== null && service.fineId !== null && owed && !fall && !enforcementEnd;
}

/** There is a penalty to change. */
export const penaltyStands = ofCase('decision.missing', 'APL-75', ({ decision }) =>
  decision?.outcome === 'penalty' ? met(decision.revision) : missing(),
);

export const penaltiesExecuted = ofCase('closing.penalty-not-executed', 'internal control', (state) => {
  const open = toBeExecuted(state);
  return metIf(open.length === 0, { penalties: open.join(', ') });
});

export const penaltyDecided = ofAct<{ readonly penalty: string }>(
  'execution.not-decided',
  'APL-66',
  ({ penalty }, state) => metIf(toBeExecuted(state).includes(penalty), { penalty }),
);

/** What was preserved or seized has gone its lawful way (APL-56, ACL-27, 28). */
export const measuresEnded = ofCase('closing.measure-open', 'ACL-27', ({ preservations, seizures }) => {
  const open = [
    ...preservations.filter(({ resolved }) => !resolved).map((taken) => `preservation ${taken.preservation}`),
    ...seizures.filter(({ made, ended }) => made && !ended).map(({ seizure }) => `seizure ${seizure}`),
  ];
  return metIf(open.length === 0, { measures: open.join(', ') });
});
