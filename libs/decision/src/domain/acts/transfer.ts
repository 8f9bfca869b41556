import type { Act } from '../act';
import type { CaseState } from '../case-state';
import type { TransferKind } from '../events';
import { asRequired } from '../requirement';
import { notArchived } from '../requirements/archiving';
import { approverIsNotInvestigator } from '../requirements/duties';
import { actorIsCertified } from '../requirements/officers';
import { filed, notEnded, notEndedUnlessClosed } from '../requirements/phase';
import { afterLastPause } from '../requirements/time';
import {
  decidedGoesToJustice,
  declined,
  handedOver,
  judgmentInEffect,
  judgmentNotRecorded,
  noTransferPending,
  notAway,
  reviewNotRequested,
  reviewRequested,
  setOffWithinFines,
  transferApproved,
  transferProposed,
  type RecordCriminalJudgment,
} from '../requirements/transfer';

export interface ProposeTransfer {
  readonly to: string;
  readonly ground: string;
  /** To the justice organs unless told. */
  readonly kind?: TransferKind;
}

/** Also of a decided or closed case, which is then open again: a penalty takes no transfer's place (APL-27, D310-11). */
export const proposeTransfer: Act<ProposeTransfer> = {
  name: 'propose-transfer',
  form: '案件移送审批表',
  requires: [filed, notEndedUnlessClosed, decidedGoesToJustice, notAway, noTransferPending, actorIsCertified],
  makes: ({ to, ground, kind = 'justice' }, { transfers }) => [
    { type: 'TransferProposed', data: { transfer: transfers.length + 1, kind, to, ground } },
  ],
};

const answerable = [notEnded, transferProposed, approverIsNotInvestigator] as const;

/** By the principal alone (正职负责人, D310). */
export const approveTransfer: Act<object> = {
  name: 'approve-transfer',
  form: '案件移送审批表',
  requires: answerable,
  makes: (_told, state) => [{ type: 'TransferApproved', data: { transfer: latest(state) } }],
};

export interface RefuseTransfer {
  readonly reasons: string;
}

export const refuseTransfer: Act<RefuseTransfer> = {
  name: 'refuse-transfer',
  form: '案件移送审批表（不予移送）',
  requires: answerable,
  makes: ({ reasons }, state) => [{ type: 'TransferRefused', data: { transfer: latest(state), reasons } }],
};

export interface HandOver {
  readonly receipt: string;
}

export const handOver: Act<HandOver> = {
  name: 'hand-over',
  form: '案件移送函、移送回执',
  requires: [notEnded, transferApproved, afterLastPause, actorIsCertified],
  makes: ({ receipt }, { transfers }) => {
    const { transfer, kind, to } = asRequired(transfers.at(-1));
    return [{ type: 'CaseHandedOver', data: { transfer, kind, to, receipt } }];
  },
};

export interface TransferBack {
  readonly reason: string;
}

/** Only a penalty is due: the case comes back. */
export const returnTransfer: Act<TransferBack> = {
  name: 'transfer-returned',
  form: '案件退回材料',
  requires: [notEndedUnlessClosed, notArchived, handedOver, actorIsCertified],
  makes: ({ reason }, state) => [{ type: 'CaseReturned', data: { transfer: latest(state), reason } }],
};

/** The police open no case of theirs and give the file back (D310). */
export const declineTransfer: Act<TransferBack> = {
  name: 'transfer-declined',
  form: '不予立案通知书',
  requires: [notEndedUnlessClosed, notArchived, handedOver, actorIsCertified],
  makes: ({ reason }, state) => [{ type: 'TransferDeclined', data: { transfer: latest(state), reason } }],
};

export interface RequestTransferReview {
  /** Who is asked. */
  readonly to: string;
  readonly ground: string;
}

/** Late it can still be asked for; the clock shows it. */
export const requestTransferReview: Act<RequestTransferReview> = {
  name: 'request-transfer-review',
  form: '提请复议书',
  requires: [notEndedUnlessClosed, notArchived, declined, reviewNotRequested, actorIsCertified],
  makes: ({ to, ground }, state) => [
    { type: 'TransferReviewRequested', data: { transfer: latest(state), to, ground } },
  ],
};

export interface ConcludeTransferReview {
  /** The justice organs take the case after all. */
  readonly accepted: boolean;
  readonly reason: string;
}

export const concludeTransferReview: Act<ConcludeTransferReview> = {
  name: 'conclude-transfer-review',
  form: '复议决定书',
  requires: [notEndedUnlessClosed, notArchived, reviewRequested, afterLastPause, actorIsCertified],
  makes: ({ accepted, reason }, state) => [
    { type: 'TransferReviewConcluded', data: { transfer: latest(state), accepted, reason } },
  ],
};

/** The fine imposed before is set off; whom the court fined is fined no more (APL-35). Collecting goes on as decided. */
export const recordCriminalJudgment: Act<RecordCriminalJudgment> = {
  name: 'record-criminal-judgment',
  form: '刑事判决书副本（罚款折抵罚金）',
  requires: [notArchived, handedOver, judgmentNotRecorded, judgmentInEffect, setOffWithinFines, actorIsCertified],
  makes: ({ court, judgment, effectiveOn, criminalFineFen, setOffFen }, state) => [
    {
      type: 'CriminalJudgmentRecorded',
      data: { transfer: latest(state), court, judgment, effectiveOn, criminalFineFen, setOffFen },
    },
  ],
};

function latest({ transfers }: CaseState): number {
  return transfers.length;
}
