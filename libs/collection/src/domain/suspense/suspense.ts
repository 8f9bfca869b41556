import type { Aggregate } from '@fajiao/event-store';
import { type Decision, type Fact, uuid5 } from '@fajiao/kernel';
import type { BankReference } from '../bank-reference';
import {
  type MoneyHeld,
  type MoneyPaidBack,
  type ResolutionRequested,
  type SuspenseEvent,
  type SuspenseKept,
  suspenseSchemas,
} from './suspense.events';

// suspense-<id>: money that no fine takes (暂收款), one stream for each payment.

/** One payment has one place in suspense. */
export const suspenseIdOf = ({ bank, reference }: BankReference): string =>
  uuid5('suspense', JSON.stringify([bank, reference]));

// Fold

export interface SuspenseState {
  readonly held: MoneyHeld['data'] | null;
  readonly appliedTo: string | null;
  readonly returnedBy: string | null;
  readonly paidBack: MoneyPaidBack['data'] | null;
  readonly resolutions: readonly Resolution[];
  readonly owner: string | null;
  readonly kept: SuspenseKept['data'] | null;
}

export type Resolution = ResolutionRequested['data'] & {
  readonly requestedBy: string;
  readonly state: 'requested' | 'authorised' | 'cancelled';
  readonly approvalNumber: string | null;
};

export const suspense: Aggregate<SuspenseState, SuspenseEvent> = {
  category: 'suspense',
  initial: {
    ...{ held: null, appliedTo: null, returnedBy: null, paidBack: null },
    ...{ resolutions: [], owner: null, kept: null },
  },
  evolve,
  schemas: suspenseSchemas,
};

function evolve(state: SuspenseState, { type, data, meta }: Fact<SuspenseEvent>): SuspenseState {
  switch (type) {
    case 'MoneyHeld':
      return { ...state, held: data };
    case 'MoneyApplied':
      return { ...state, appliedTo: data.fineId };
    case 'MoneyReturned':
      return { ...state, returnedBy: data.reversedBy };
    case 'MoneyPaidBack':
      return { ...state, paidBack: data };
    case 'ResolutionRequested': {
      const resolution = { ...data, requestedBy: meta.actor.id, state: 'requested' as const, approvalNumber: null };
      return { ...state, resolutions: [...state.resolutions, resolution] };
    }
    case 'ResolutionAuthorised':
      return changed(state, data.resolutionId, { state: 'authorised', approvalNumber: data.approvalNumber });
    case 'ResolutionCancelled':
      return changed(state, data.resolutionId, { state: 'cancelled' });
    case 'SuspenseAssigned':
      return { ...state, owner: data.owner };
    case 'SuspenseKept':
      return { ...state, kept: data };
  }
}

function changed(state: SuspenseState, resolutionId: string, change: Partial<Resolution>): SuspenseState {
  const resolutions = state.resolutions.map((one) => (one.resolutionId === resolutionId ? { ...one, ...change } : one));
  return { ...state, resolutions };
}

/** Where the money is; only held money can be moved. */
export type SuspenseStage = 'held' | 'applied' | 'returned' | 'paid-back';

export function stageOf({ appliedTo, returnedBy, paidBack }: SuspenseState): SuspenseStage {
  if (appliedTo !== null) return 'applied';
  if (paidBack) return 'paid-back';
  return returnedBy === null ? 'held' : 'returned';
}

/** The return that a second person has agreed to, and that is not made yet. */
export const returnUnderWay = ({ resolutions, paidBack }: SuspenseState): Resolution | undefined =>
  paidBack ? undefined : resolutions.find(({ kind, state }) => kind === 'return' && state === 'authorised');

// Decisions of policies

/** Brings the stream to what is known of the payment; `takenBackBy`: the reversal's reference. */
export function holdMoney(
  state: SuspenseState,
  held: MoneyHeld['data'],
  takenBackBy: string | null,
): Decision<SuspenseEvent> {
  const hold: SuspenseEvent[] = state.held ? [] : [{ type: 'MoneyHeld', data: held }];
  // Once a fine has the money, or the treasury has paid it back, its reversal is theirs.
  const isReturned = takenBackBy !== null && stageOf(state) === 'held';
  const back: SuspenseEvent[] = isReturned
    ? [{ type: 'MoneyReturned', data: { fen: held.fen, reversedBy: takenBackBy } }]
    : [];
  return { events: [...hold, ...back] };
}

/** What the bank tells late does not undo what two persons have agreed to. */
export function applyMoney(state: SuspenseState, fineId: string): Decision<SuspenseEvent> {
  if (!state.held || stageOf(state) !== 'held' || returnUnderWay(state)) return { events: [] };
  const { bank, reference } = state.held;
  return { events: [{ type: 'MoneyApplied', data: { bank, reference, fineId } }] };
}
