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

/** A bank took a payment back (冲正), or more is owed than was known when it was paid: the fine is open again. */
export type FineReopened = DomainEvent<
  'FineReopened',
  {
    readonly fineId: string;
    readonly caseId: string;
    /** The payment that was taken back; null: none was, and `reversedFen` is 0. */
    readonly reversedReference: string | null;
    readonly reversedFen: Fen;
  }
>;

/** Enforcement has ended on a ground of the law (终结执行, ACL-39, 40): what is still unpaid is demanded no more. */
export type FineWrittenOff = DomainEvent<
  'FineWrittenOff',
  {
    readonly fineId: string;
    readonly caseId: string;
    /** What is unpaid at the end of that day, surcharge included. */
    readonly writtenOffFen: Fen;
    readonly writtenOffOn: CivilDate;
    /** Id in the profile's closed list, and its source. */
    readonly ground: string;
    readonly source: string;
  }
>;

export type PublishedByCollection = FineClosable | FineReopened | FineWrittenOff;

export const publishedByCollection: EventSchemas<PublishedByCollection> = {
  FineClosable: { version: 1 },
  FineReopened: { version: 1 },
  FineWrittenOff: { version: 1 },
};
