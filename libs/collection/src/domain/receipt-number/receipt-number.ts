import type { Aggregate } from '@fajiao/event-store';
import { type Decision, type DomainEvent, type Fact, uuid5 } from '@fajiao/kernel';
import type { ReceiptSeries } from '@fajiao/rulebook';

// receiptNumber-<uuid5>: a number of the finance authority's receipts (财政票据, APL-70) belongs to whoever used it first.

export const receiptNumberId = (receiptNumber: string): string => uuid5('receiptNumber', receiptNumber);

/** The receipt was given for this payment; `bank` and `reference` null: for cash, before it was at a bank. */
export type ReceiptNumberUsed = DomainEvent<
  'ReceiptNumberUsed',
  {
    readonly receiptNumber: string;
    readonly fineId: string;
    readonly bank: string | null;
    readonly reference: string | null;
  }
>;

/** What the number was used for; null: it was not. */
export type ReceiptNumberState = ReceiptNumberUsed['data'] | null;

export const receiptNumbers: Aggregate<ReceiptNumberState, ReceiptNumberUsed> = {
  category: 'receiptNumber',
  initial: null,
  evolve: (_state: ReceiptNumberState, { data }: Fact<ReceiptNumberUsed>): ReceiptNumberState => data,
  schemas: { ReceiptNumberUsed: { version: 1 } },
};

export function useReceiptNumber(
  state: ReceiptNumberState,
  use: ReceiptNumberUsed['data'],
): Decision<ReceiptNumberUsed> {
  return { events: state ? [] : [{ type: 'ReceiptNumberUsed', data: use }] };
}

/** Whether it is a number of one of the series that the finance authority gave out. */
export function isOfSeries(series: readonly ReceiptSeries[], receiptNumber: string): boolean {
  return series.some(({ prefix, digits }) => {
    const rest = receiptNumber.slice(prefix.length);
    return receiptNumber.startsWith(prefix) && rest.length === digits && /^\d+$/.test(rest);
  });
}
