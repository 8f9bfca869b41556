import type { Aggregate } from '@fajiao/event-store';
import type { Fact, Fen } from '@fajiao/kernel';
import type { BankReference } from '../bank-reference';
import { evolveFine } from './fine.evolve';
import { type FineEvent, fineSchemas } from './fine.events';
import type { Duty, FineState, Payment, Said } from './fine.shape';

export type {
  ApprovedTerm,
  Duty,
  FineState,
  Payment,
  Refund,
  Relief,
  RemedyPause,
  Said,
  SpotMoney,
  WrittenOff,
} from './fine.shape';

const NOTHING_SAID: Said = { paid: null, settled: false, closable: false };

const initial: FineState = {
  imposed: null,
  reduced: null,
  codes: [],
  terms: [],
  pauses: [],
  demand: null,
  atCourtSince: null,
  payments: [],
  spotMoney: [],
  refunds: [],
  reliefs: [],
  waivers: [],
  writtenOff: null,
  cancelledOn: null,
  said: NOTHING_SAID,
  heldFen: 0 as Fen,
  duties: [],
  recordedAt: null,
};

export const fines: Aggregate<FineState, FineEvent> = {
  category: 'fine',
  initial,
  evolve: (state: FineState, fact: Fact<FineEvent>): FineState => ({
    ...evolveFine(state, fact),
    duties: withDuty(state.duties, fact),
    recordedAt: fact.meta.recordedAt,
  }),
  schemas: fineSchemas,
};

/** The payment of that reference, when this fine has it. */
export function paymentOf(state: FineState, { bank, reference }: BankReference): Payment | undefined {
  return state.payments.find((payment) => payment.bank === bank && payment.reference === reference);
}

/** What is owed under the decision as it stands; nothing once it has fallen. */
export function amountsOf(state: FineState): { readonly fineFen: Fen; readonly confiscatedGainsFen: Fen } {
  const { imposed, reduced, cancelledOn } = state;
  const nothing = { fineFen: 0 as Fen, confiscatedGainsFen: 0 as Fen };
  return cancelledOn === null ? (reduced ?? imposed ?? nothing) : nothing;
}

function withDuty(duties: readonly Duty[], { type, data, meta: { actor } }: Fact<FineEvent>): readonly Duty[] {
  if (actor.id.startsWith('policy:') || actor.id.startsWith('bank:')) return duties;
  const of = 'refundId' in data ? data.refundId : 'reliefId' in data ? data.reliefId : null;
  return [...duties, { act: type, by: actor.id, of }];
}
