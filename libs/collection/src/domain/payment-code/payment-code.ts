import type { Aggregate } from '@fajiao/event-store';
import { type Decision, type DomainEvent, type Fact, hmacHex } from '@fajiao/kernel';
import {
  paymentCode,
  paymentCodeDraws,
  type PaymentCodeFormat,
  paymentCodeLength,
  isPaymentCode,
} from '@fajiao/rulebook';
import type { CodeFault } from '../suspense/suspense.events';

// paymentCode-<code>: a code (缴款码) belongs to the fine that first put its name there.

/** Which code of a fine: one for the whole and one for each instalment, and a further attempt where one was taken already. */
export interface CodeOfFine {
  readonly fineId: string;
  /** 0: the whole fine; else the plan of that number. */
  readonly plan: number;
  /** From 1. */
  readonly instalment: number;
  /** From 0. */
  readonly attempt: number;
}

/**
 * The code of a fine. The draw is an HMAC, so that a policy that is asked again after a crash comes to the same code, and
 * nobody without the key comes to it.
 */
export function derivePaymentCode(format: PaymentCodeFormat, key: Uint8Array, year: number, of: CodeOfFine): string {
  const part = of.plan === 0 ? [of.instalment] : [of.plan, of.instalment];
  const digest = hmacHex(key, JSON.stringify([of.fineId, ...part, of.attempt]));
  return paymentCode(format, year, Number(BigInt(`0x${digest}`) % BigInt(paymentCodeDraws(format))));
}

/** What is wrong with a code that leads to no fine. */
export function codeFaultOf(format: PaymentCodeFormat, code: string | null): CodeFault {
  if (code === null) return 'missing';
  if (isPaymentCode(format, code)) return 'not-issued';
  const formed = /^\d+$/.test(code) && code.length === paymentCodeLength(format) && code.startsWith(format.division);
  return formed ? 'check-digit' : 'form';
}

export type CodeReserved = DomainEvent<'CodeReserved', { readonly code: string } & CodeOfFine>;

/** The fine that a code belongs to; null: none. */
export type PaymentCodeState = CodeReserved['data'] | null;

export const paymentCodes: Aggregate<PaymentCodeState, CodeReserved> = {
  category: 'paymentCode',
  initial: null,
  evolve: (_state: PaymentCodeState, { data }: Fact<CodeReserved>): PaymentCodeState => data,
  schemas: { CodeReserved: { version: 2, upcasters: { 1: (data) => ({ ...data, plan: 0 }) } } },
};

export function reserveCode(state: PaymentCodeState, code: string, of: CodeOfFine): Decision<CodeReserved> {
  return { events: state ? [] : [{ type: 'CodeReserved', data: { code, ...of } }] };
}
