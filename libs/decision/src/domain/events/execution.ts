import type { CivilDate, DomainEvent, Fen } from '@fajiao/kernel';
import type { Service } from './defence';
import type { Issues } from './document';

/** 送达回证 of the decision (APL-61). Its day starts the term of payment and the terms of the remedies. */
export type DecisionServed = DomainEvent<'DecisionServed', Issues & Service>;

/** 补正决定书 (APL-75): a clerical error, with both texts. */
export type ClericalErrorCorrected = DomainEvent<
  'ClericalErrorCorrected',
  Issues & { readonly field: string; readonly was: string; readonly is: string }
>;

/** A penalty other than money has been carried out. `penalty` is its kind. */
export type OtherPenaltyExecuted = DomainEvent<
  'OtherPenaltyExecuted',
  { readonly penalty: string; readonly how: string }
>;

/** The collecting side reports the fine paid and proved (FineClosable). */
export type PaymentCompleted = DomainEvent<
  'PaymentCompleted',
  { readonly fineId: string; readonly paidFen: Fen; readonly surchargeFen: Fen; readonly paidOn: CivilDate }
>;

/** The collecting side reports that the fine is open again (FineReopened); null: no payment was taken back, more is owed. */
export type PaymentReopened = DomainEvent<
  'PaymentReopened',
  { readonly fineId: string; readonly reversedReference: string | null; readonly reversedFen: Fen }
>;

/** The collecting side has written off what was unpaid (FineWrittenOff, ACL-39, 40): it is demanded no more. */
export type PaymentWrittenOff = DomainEvent<
  'PaymentWrittenOff',
  {
    readonly fineId: string;
    /** Unpaid at the end of that day, surcharge included. */
    readonly writtenOffFen: Fen;
    readonly writtenOffOn: CivilDate;
    /** Id in the profile's list `write-off`, and its source. */
    readonly ground: string;
    readonly source: string;
  }
>;

/** 结案报告. */
export type CaseClosed = DomainEvent<'CaseClosed', Issues>;

export type ExecutionEvent =
  | DecisionServed
  | ClericalErrorCorrected
  | OtherPenaltyExecuted
  | PaymentCompleted
  | PaymentReopened
  | PaymentWrittenOff
  | CaseClosed;
