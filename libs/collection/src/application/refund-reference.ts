import type { Command } from '@fajiao/event-store';
import type { Decision, DomainEvent } from '@fajiao/kernel';
import { paymentId } from '../domain/bank-reference';
import { payments } from '../domain/payment/payment.state';
import { type RefundReferenceCode, reportRefund, type ReportRefund } from '../domain/payment/report-refund';
import type { CollectionDeps } from './collection-deps';

/**
 * The decision, if the reference is free for this refund. The reference comes first: its stream is what makes sure that one
 * payment of the treasury closes one refund, and a crash before the refund is closed leaves only what the bank sends again.
 */
export async function underReference<E extends DomainEvent, C extends string>(
  { handler }: CollectionDeps,
  step: Command,
  told: ReportRefund,
  decision: Decision<E, C>,
): Promise<Decision<E, C | RefundReferenceCode>> {
  if ('refused' in decision) return decision;
  const decide = (known: Parameters<typeof reportRefund>[0]) => reportRefund(known, told);
  const outcome = await handler.execute(payments, paymentId(told), step, decide, { opening: true });
  if (outcome.done) return decision;
  const { bank, reference } = told;
  return { refused: [{ code: 'refund.reference-known', source: 'APL-74', detail: { bank, reference } }] };
}
