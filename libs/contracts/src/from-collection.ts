import type { EventSchemas } from '@fajiao/event-store';
import type { CivilDate, DomainEvent, Fen } from '@fajiao/kernel';

/** Everything due is paid and proved three times over: callback, statement line, treasury credit (D235-10). */
export type FineClosable = DomainEvent<
  'FineClosable',
  {
    readonly fineId: string;
    readonly caseId: string;
    /** All that was received and counted, surcharge included. */
    readonly paidFen: Fen;
    readonly surchargeFen: Fen;
    /** The day of the payment that extinguished the debt. */
    readonly paidOn: CivilDate;
  }
>;

/** A bank took a payment back (冲正): the fine is open again. */
export type FineReopened = DomainEvent<
  'FineReopened',
  {
    readonly fineId: string;
    readonly caseId: string;
    readonly reversedReference: string;
    readonly reversedFen: Fen;
  }
>;

export type PublishedByCollection = FineClosable | FineReopened;

export const publishedByCollection: EventSchemas<PublishedByCollection> = {
  FineClosable: { version: 1 },
  FineReopened: { version: 1 },
};
