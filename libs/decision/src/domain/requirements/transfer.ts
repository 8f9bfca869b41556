import { met, missing, ofCase } from '../requirement';
import { awayBy, pendingTransfer } from '../transfer-state';

/** Transfers to the justice organs or another authority (APL-22, 25, 27; D310). */

/** No penalty in place of a transfer: while one is on its way nothing is decided (APL-27). */
export const noTransferPending = ofCase('transfer.pending', 'APL-27', (state) => {
  const pending = pendingTransfer(state);
  return pending ? missing({ to: pending.to }) : met();
});

export const notAway = ofCase('case.transferred', 'APL-27', (state) => {
  const away = awayBy(state);
  return away?.handedOver ? missing({ to: away.to, since: away.handedOver.on }) : met();
});

export const transferProposed = ofCase('transfer.none-proposed', 'D310-5', (state) => {
  const pending = pendingTransfer(state);
  return pending && !pending.approved ? met(pending.proposed.revision) : missing();
});

export const transferApproved = ofCase('transfer.not-approved', 'D310-5', (state) => {
  const approved = pendingTransfer(state)?.approved;
  return approved ? met(approved.revision) : missing();
});

export const handedOver = ofCase('transfer.not-handed-over', 'APL-27', (state) => {
  const away = awayBy(state);
  return away?.handedOver && away.kind === 'justice' ? met(away.handedOver.revision) : missing();
});

export const declined = ofCase('transfer.not-declined', 'D310-9', ({ transfers }) => {
  const returned = transfers.at(-1)?.returned;
  return returned?.declined ? met(returned.revision) : missing();
});

export const reviewNotRequested = ofCase('transfer.review-already-requested', 'D310-9', ({ transfers }) =>
  transfers.at(-1)?.review ? missing() : met(),
);

export const reviewRequested = ofCase('transfer.review-not-requested', 'D310-9', ({ transfers }) => {
  const review = transfers.at(-1)?.review;
  return review && !review.concluded ? met(review.requested.revision) : missing();
});
