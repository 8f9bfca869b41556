import type { FineRules } from './fine-terms';
import { type Standing, standingOf } from './fine-account';
import { evolveFine } from './fine.evolve';
import type { FineEvent, FineImposed } from './fine.events';
import type { FineState } from './fine.state';

/** What becomes true by the events is said in the same append, and told to the deciding side by it (contracts). */
export function withConsequences(state: FineState, events: readonly FineEvent[], rules: FineRules): FineEvent[] {
  if (events.length === 0) return [];
  const after = events.reduce(evolveFine, state);
  const { imposed } = after;
  const standing = imposed && standingOf(imposed, after, rules);
  // Not known yet: it is said with the next event after the calendar's year is loaded.
  if (!imposed || !standing) return [...events];
  const said = after.cancelledOn === null ? [...events, ...reopened(after, imposed, standing, events)] : [...events];
  return [...said, ...extinguished(said.reduce(evolveFine, state), imposed, standing), ...held(after, standing)];
}

/**
 * A reversal takes away what was said; so does a term or a pause that turns out otherwise than it was known when the
 * money came. Then all of it is taken away, and what still holds is said again.
 */
function reopened(
  { said }: FineState,
  { fineId, caseId }: FineImposed['data'],
  { owedFen, paidOn, settled, closable }: Standing,
  events: readonly FineEvent[],
): FineEvent[] {
  // Whoever closes the case keeps the figures that it was told.
  const otherwise = said.closable && (said.paid?.paidFen !== owedFen || said.paid.paidOn !== paidOn);
  const takenAway =
    (said.paid && paidOn === null) || (said.settled && !settled) || (said.closable && !closable) || otherwise;
  if (!takenAway) return [];
  const reversal = events.find((event) => event.type === 'PaymentReversed')?.data;
  const { reference: reversedReference = null, fen: reversedFen = 0 as Standing['owedFen'] } = reversal ?? {};
  return [{ type: 'FineReopened', data: { fineId, caseId, reversedReference, reversedFen } }];
}

function extinguished(
  { said, cancelledOn }: FineState,
  { fineId, caseId }: FineImposed['data'],
  { owedFen, surchargeFen, paidOn, settled, closable }: Standing,
): FineEvent[] {
  if (cancelledOn !== null || paidOn === null) return [];
  const paid = { paidFen: owedFen, surchargeFen, paidOn };
  const same = said.paid?.paidFen === owedFen && said.paid.paidOn === paidOn;
  return [
    ...(same ? [] : [{ type: 'FinePaid' as const, data: paid }]),
    ...(settled && !said.settled ? [{ type: 'FineSettled' as const, data: { paidFen: owedFen } }] : []),
    ...(closable && !said.closable ? [{ type: 'FineClosable' as const, data: { fineId, caseId, ...paid } }] : []),
  ];
}

function held({ heldFen }: FineState, { overpaidFen }: Standing): FineEvent[] {
  if (overpaidFen === heldFen) return [];
  return [{ type: overpaidFen > heldFen ? 'OverpaymentHeld' : 'OverpaymentReleased', data: { heldFen: overpaidFen } }];
}
