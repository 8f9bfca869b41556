import type { ChangedBy, Penalty } from '@fajiao/contracts';
import type { CivilDate } from '@fajiao/kernel';
import { penaltyOf, type CaseState } from './case-state';
import type { CaseEvent, PaymentInstruction } from './events';
import { ifAny } from './if-any';
import { hasMoney, moneyOf } from './penalties';
import { asRequired } from './requirement';

/** What follows when a decision is changed or falls: on the case, for the collecting side and for the public. */
export interface Falling {
  readonly caseId: string;
  readonly by: ChangedBy;
  readonly on: CivilDate;
  readonly reason?: string | undefined;
}

/** The decision holds on with other penalties; the fine is another one, and what is public comes down. */
export function changed(state: CaseState, penalties: readonly Penalty[], falling: Falling): CaseEvent[] {
  const { caseId, by, on, reason } = falling;
  const payment = paymentUnder(asRequired(penaltyOf(state)).payment, penalties);
  return [
    {
      type: 'DecisionChanged',
      data: { by, changedOn: on, penalties, payment, ...ifAny({ reason }) },
    },
    ...ofFine(state, ({ fineId }) => ({
      type: 'FineChanged',
      data: { fineId, caseId, ...moneyOf(penalties), changedOn: on, by },
    })),
    ...fell(state, 'changed', penalties, falling),
  ];
}

/** The decision does not hold any more: nothing is owed under it, and what is public comes down. */
export function revoked(state: CaseState, how: 'revoked' | 'void' | 'redo', falling: Falling): CaseEvent[] {
  const { caseId, by, on, reason } = falling;
  return [
    { type: 'DecisionRevoked', data: { by, how, revokedOn: on, ...ifAny({ reason }) } },
    ...ofFine(state, ({ fineId }) => ({
      type: 'FineCancelled',
      data: { fineId, caseId, reason: how, cancelledOn: on, by },
    })),
    ...fell(state, how, null, falling),
  ];
}

/** The collecting side hears of it where it has a fine of this decision. */
export function ofFine({ service }: CaseState, make: (fine: { readonly fineId: string }) => CaseEvent): CaseEvent[] {
  return service?.fineId ? [make({ fineId: service.fineId })] : [];
}

/** A decision that was published comes down (APL-48): a penalty that was served. */
export function fell(
  state: CaseState,
  how: 'changed' | 'revoked' | 'redo' | 'unlawful' | 'void',
  penalties: readonly Penalty[] | null,
  { caseId, by, on }: Falling,
): CaseEvent[] {
  const { service, number } = state;
  if (!penaltyOf(state) || !service || !number) return [];
  const { documentNumber } = number;
  return [{ type: 'DecisionFell', data: { caseId, documentNumber, how, by, fellOn: on, penalties } }];
}

function paymentUnder(before: PaymentInstruction | null, penalties: readonly Penalty[]): PaymentInstruction | null {
  if (!before || !hasMoney(penalties)) return null;
  const money = moneyOf(penalties);
  return { ...before, ...money, surcharge: money.fineFen > 0 ? before.surcharge : null };
}
