import type { CivilDate, Fen } from '@fajiao/kernel';
import { standingProposal } from '../case-state';
import { fineOf } from '../discretion';
import type { TransferKind } from '../events';
import { met, metIf, missing, notRequired, ofAct, ofCase } from '../requirement';
import { awayBy, criminallyFined, pendingTransfer } from '../transfer-state';

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

/** The file waits for nothing that the justice organs may still say: they returned the case, or a court has judged it. */
export const noAnswerAwaited = ofCase('case.transferred', 'APL-27', ({ transfers }) => {
  const last = transfers.at(-1);
  if (last?.kind !== 'justice' || !last.handedOver || last.judgment) return met();
  const asked = last.review?.concluded === null ? last.review.requested : null;
  const since = last.returned ? asked : last.handedOver;
  return since ? missing({ to: last.to, since: since.on }) : met();
});

/** What is decided is not another authority's any more; the justice organs are told of a crime also then (APL-27, D310-11). */
export const decidedGoesToJustice = ofAct<{ readonly kind?: TransferKind }>(
  'case.already-decided',
  'APL-57',
  ({ kind = 'justice' }, { decision }) =>
    decision && kind !== 'justice' ? missing({ outcome: decision.outcome, on: decision.decidedOn }) : met(),
);

export const transferProposed = ofCase('transfer.none-proposed', 'D310-5', (state) => {
  const pending = pendingTransfer(state);
  return pending && !pending.approved ? met(pending.proposed.revision) : missing();
});

export const transferApproved = ofCase('transfer.not-approved', 'D310-5', (state) => {
  const approved = pendingTransfer(state)?.approved;
  return approved ? met(approved.revision) : missing();
});

/** The case is away since its hand-over, or anew since the review that had it taken up after all. */
export const handedOver = ofCase('transfer.not-handed-over', 'APL-27', (state) => {
  const away = awayBy(state);
  if (!away?.handedOver || away.kind !== 'justice') return missing();
  const back = away.review?.concluded;
  return met((back ?? away.handedOver).revision);
});

export const declined = ofCase('transfer.not-declined', 'D310-9', ({ transfers }) => {
  const returned = transfers.at(-1)?.returned;
  return returned?.declined ? met(returned.revision) : missing();
});

export const reviewNotRequested = ofCase('transfer.review-already-requested', 'D310-9', ({ transfers }) =>
  transfers.at(-1)?.review ? missing() : met(),
);

export const reviewRequested = ofCase('transfer.review-not-requested', 'D310-9', (state) => {
  const review = state.transfers.at(-1)?.review;
  return review && !review.concluded ? met(review.requested.revision) : missing();
});

export interface RecordCriminalJudgment {
  readonly court: string;
  /** Its number. */
  readonly judgment: string;
  readonly effectiveOn: CivilDate;
  /** 罚金; 0 where the court imposed none. */
  readonly criminalFineFen: Fen;
  /** Of the fine already imposed, what the court set off against it (折抵). */
  readonly setOffFen: Fen;
}

export const judgmentNotRecorded = ofCase('criminal-judgment.already-recorded', 'APL-35', (state) => {
  const judgment = awayBy(state)?.judgment;
  return judgment ? missing({ judgment: judgment.judgment }) : met();
});

/** It follows the hand-over, and is in effect. */
export const judgmentInEffect = ofAct<RecordCriminalJudgment>(
  'criminal-judgment.day-impossible',
  'APL-35',
  ({ effectiveOn }, state, { today }) => {
    const notBefore = awayBy(state)?.handedOver?.on ?? effectiveOn;
    return metIf(notBefore <= effectiveOn && effectiveOn <= today, { effectiveOn, notBefore, notAfter: today });
  },
);

/** No more than either fine. */
export const setOffWithinFines = ofAct<RecordCriminalJudgment>(
  'criminal-judgment.set-off-above-fine',
  'APL-35',
  ({ criminalFineFen, setOffFen }, { decision }) => {
    const fine = decision?.outcome === 'penalty' ? (fineOf(decision) ?? 0) : 0;
    const mostFen = Math.min(fine, criminalFineFen);
    return metIf(setOffFen <= mostFen, { setOffFen, mostFen });
  },
);

/** Whom a court fined for the crime is not fined for the act any more (APL-35). */
export const notFinedByCourt = ofCase('fine.after-criminal-fine', 'APL-35', (state) => {
  const fined = criminallyFined(state);
  if (!fined) return notRequired;
  const standing = standingProposal(state);
  return standing && fineOf(standing) !== undefined ? missing({ judgment: fined.judgment }) : met(fined.revision);
});
