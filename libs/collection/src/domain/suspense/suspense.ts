import type { Aggregate, EventSchemas } from '@fajiao/event-store';
import { type Decision, type DomainEvent, type Fact, type Fen, type Instant, uuid5 } from '@fajiao/kernel';
import type { BankReference } from '../bank-reference';
import type { SuspenseReason } from '../payment/payment.events';

// suspense-<id>: money that no fine takes (暂收款), one stream for each payment.

/** One payment has one place in suspense. */
export const suspenseIdOf = ({ bank, reference }: BankReference): string =>
  uuid5('suspense', JSON.stringify([bank, reference]));

// Events: their shapes are a storage contract.

export type MoneyHeld = DomainEvent<
  'MoneyHeld',
  {
    readonly bank: string;
    readonly reference: string;
    readonly code: string | null;
    readonly fen: Fen;
    readonly paidAt: Instant;
    readonly reason: SuspenseReason;
    /** What is wrong with an unknown code. */
    readonly codeFault: CodeFault | null;
    /** The fine that was cancelled. */
    readonly fineId: string | null;
  }
>;

/** `missing`: none was given. `form`: not of the form of our codes. `check-digit`: its last digit does not fit. */
export type CodeFault = 'missing' | 'form' | 'check-digit' | 'not-issued';

/** It is known now which fine the money belongs to. */
export type MoneyApplied = DomainEvent<
  'MoneyApplied',
  { readonly bank: string; readonly reference: string; readonly fineId: string }
>;

/** The money has gone back: the bank took it back (冲正). */
export type MoneyReturned = DomainEvent<'MoneyReturned', { readonly fen: Fen; readonly reversedBy: string }>;

export type SuspenseEvent = MoneyHeld | MoneyApplied | MoneyReturned;

// Fold

export interface SuspenseState {
  readonly held: MoneyHeld['data'] | null;
  readonly appliedTo: string | null;
  readonly returnedBy: string | null;
}

export const suspense: Aggregate<SuspenseState, SuspenseEvent> = {
  category: 'suspense',
  initial: { held: null, appliedTo: null, returnedBy: null },
  evolve,
  schemas: {
    MoneyHeld: { version: 1 },
    MoneyApplied: { version: 1 },
    MoneyReturned: { version: 1 },
  } satisfies EventSchemas<SuspenseEvent>,
};

function evolve(state: SuspenseState, { type, data }: Fact<SuspenseEvent>): SuspenseState {
  switch (type) {
    case 'MoneyHeld':
      return { ...state, held: data };
    case 'MoneyApplied':
      return { ...state, appliedTo: data.fineId };
    case 'MoneyReturned':
      return { ...state, returnedBy: data.reversedBy };
  }
}

// Decisions

/** Brings the stream to what is known of the payment; `takenBackBy`: the reversal's reference. */
export function holdMoney(
  state: SuspenseState,
  held: MoneyHeld['data'],
  takenBackBy: string | null,
): Decision<SuspenseEvent> {
  const hold: SuspenseEvent[] = state.held ? [] : [{ type: 'MoneyHeld', data: held }];
  // Once a fine has the money, its reversal is the fine's.
  const isReturned = takenBackBy !== null && state.returnedBy === null && state.appliedTo === null;
  const back: SuspenseEvent[] = isReturned
    ? [{ type: 'MoneyReturned', data: { fen: held.fen, reversedBy: takenBackBy } }]
    : [];
  return { events: [...hold, ...back] };
}

export function applyMoney(state: SuspenseState, fineId: string): Decision<SuspenseEvent> {
  if (!state.held || state.appliedTo !== null || state.returnedBy !== null) return { events: [] };
  const { bank, reference } = state.held;
  return { events: [{ type: 'MoneyApplied', data: { bank, reference, fineId } }] };
}
