import type { FineClosable, FineReopened, FineWrittenOff } from '@fajiao/contracts';
import type { Decision } from '@fajiao/kernel';
import type { CaseState } from './case-state';
import type { Code } from './codes';
import type { CaseEvent, DecisionNumbered } from './events';
import { published, type Publishing } from './published';

/** What policies bring into a case. Each is done once: brought again, it changes nothing. */

/**
 * The number drawn for the decision. One that was made on the spot is served already, so what its service publishes follows
 * in the same append.
 */
export function numberDecision(
  state: CaseState,
  data: DecisionNumbered['data'],
  to: Publishing,
): Decision<CaseEvent, Code> {
  if (state.number) return { events: [] };
  if (!state.decision) return { refused: [{ code: 'decision.missing', source: 'APL-57' }] };
  const { service } = state;
  const out = service ? published({ ...state, number: data }, service.servedOn, to) : [];
  return { events: [{ type: 'DecisionNumbered', data }, ...out] };
}

/** The collecting side reports the fine paid and proved. */
export function completePayment(state: CaseState, fine: FineClosable['data']): Decision<CaseEvent, Code> {
  if (isOfFallenDecision(fine.fineId, state)) return { events: [] };
  if (state.service?.fineId !== fine.fineId) return { refused: [{ code: 'payment.other-fine', source: 'D235-10' }] };
  if (state.payment) return { events: [] };
  const { fineId, paidFen, surchargeFen, paidOn } = fine;
  return { events: [{ type: 'PaymentCompleted', data: { fineId, paidFen, surchargeFen, paidOn } }] };
}

/** The collecting side reports that a bank took a payment back. A closed case is open again. */
export function reopenPayment(state: CaseState, fine: FineReopened['data']): Decision<CaseEvent, Code> {
  if (isOfFallenDecision(fine.fineId, state)) return { events: [] };
  if (state.service?.fineId !== fine.fineId) return { refused: [{ code: 'payment.other-fine', source: 'D235-10' }] };
  if (!state.payment) return { events: [] };
  const { fineId, reversedReference, reversedFen } = fine;
  return { events: [{ type: 'PaymentReopened', data: { fineId, reversedReference, reversedFen } }] };
}

/** The collecting side reports that what is still unpaid is demanded no more. */
export function writeOffPayment(state: CaseState, fine: FineWrittenOff['data']): Decision<CaseEvent, Code> {
  if (isOfFallenDecision(fine.fineId, state)) return { events: [] };
  if (state.service?.fineId !== fine.fineId) return { refused: [{ code: 'payment.other-fine', source: 'D235-10' }] };
  if (state.writtenOff) return { events: [] };
  const { fineId, writtenOffFen, writtenOffOn, ground, source } = fine;
  return { events: [{ type: 'PaymentWrittenOff', data: { fineId, writtenOffFen, writtenOffOn, ground, source } }] };
}

/** What happens to the money of a decision that was revoked to be made anew is between the party and the collecting side. */
function isOfFallenDecision(fineId: string, { fallenDecisions }: CaseState): boolean {
  return fallenDecisions.some(({ service }) => service?.fineId === fineId);
}
