import type { Instant } from '@fajiao/kernel';
import type { FineRules } from '../domain/fine/fine-terms';
import { digestedFine } from '../domain/fine/fine-view';
import { fines, type FineState } from '../domain/fine/fine.state';
import { paymentCodes } from '../domain/payment-code/payment-code';
import { payments } from '../domain/payment/payment.state';
import { receiptNumbers } from '../domain/receipt-number/receipt-number';
import { refusals } from '../domain/refusal/refusal';
import { statements } from '../domain/statement/statement';
import { suspense } from '../domain/suspense/suspense';

const asItIs = (state: object | null): object => state ?? {};

/** For auditors: how the histories of the collecting side are folded, and how their states are described at an instant. */
export const collectionReplays = (rules: FineRules) =>
  [
    { ...fines, describe: (state: FineState, at: Instant): object => digestedFine(state, at, rules) },
    { ...payments, describe: asItIs },
    { ...paymentCodes, describe: asItIs },
    { ...receiptNumbers, describe: asItIs },
    { ...statements, describe: asItIs },
    { ...suspense, describe: asItIs },
    { ...refusals, describe: asItIs },
  ] as const;
