import { civilDateOf, type Fact } from '@fajiao/kernel';
import type { CaseState } from './case-state';
import type { TransferEvent } from './events';
import { resumed } from './resumed';
import type { OnTransfer, Transfer } from './transfer-state';

/** What the history says of transfers. */
export function transferChanged(state: CaseState, fact: Fact<TransferEvent>): Partial<CaseState> {
  const { occurredAt: at, actor } = fact.meta;
  const done: OnTransfer = { at, on: civilDateOf(at), by: actor.id, revision: fact.revision };
  switch (fact.type) {
    case 'TransferProposed': {
      const answered = { approved: null, refused: null, handedOver: null };
      const nothingYet = { ...answered, returned: null, review: null, judgment: null };
      const transfers = [...state.transfers, { ...fact.data, proposed: done, ...nothingYet }];
      return { transfers, ending: null };
    }
    case 'TransferApproved':
      return latest(state, () => ({ approved: done }));
    case 'TransferRefused':
      return latest(state, () => ({ refused: { ...done, reasons: fact.data.reasons } }));
    case 'CaseHandedOver': {
      const { kind, receipt } = fact.data;
      const left = latest(state, () => ({ handedOver: { ...done, receipt, status: state.status } }));
      if (kind === 'authority')
        return { ...left, ending: { how: 'transferred', on: done.on, revision: done.revision } };
      return { ...left, pauses: paused(state, done, fact.data.to) };
    }
    case 'CaseReturned':
    case 'TransferDeclined': {
      const declined = fact.type === 'TransferDeclined';
      const returned = { ...done, reason: fact.data.reason, declined };
      // A new refusal may be reviewed anew.
      const noted = latest(state, ({ review }) => ({ returned, review: declined ? null : review }));
      return { ...noted, pauses: resumed(state.pauses, done.on) };
    }
    case 'TransferReviewRequested': {
      const { to, ground } = fact.data;
      return latest(state, () => ({ review: { to, ground, requested: done, concluded: null } }));
    }
    case 'TransferReviewConcluded': {
      const { accepted, reason } = fact.data;
      const concluded = { ...done, accepted, reason };
      const noted = latest(state, ({ review, returned }) => ({
        review: review && { ...review, concluded },
        returned: accepted ? null : returned,
      }));
      const to = state.transfers.at(-1)?.to ?? '';
      return accepted ? { ...noted, pauses: paused(state, done, to) } : noted;
    }
    case 'CriminalJudgmentRecorded': {
      const { transfer: _transfer, ...judged } = fact.data;
      return latest(state, () => ({ judgment: { ...judged, revision: done.revision } }));
    }
  }
}

function latest({ transfers }: CaseState, change: (last: Transfer) => Partial<Transfer>): Pick<CaseState, 'transfers'> {
  const last = transfers.at(-1);
  return { transfers: last ? [...transfers.slice(0, -1), { ...last, ...change(last) }] : transfers };
}

/** The term stands still; a suspension that still ran ends with it, so that no day is left out twice. */
function paused({ pauses }: CaseState, { on, revision }: OnTransfer, to: string): CaseState['pauses'] {
  return [...resumed(pauses, on), { cause: 'transfer', from: on, resumedOn: null, ground: `移送${to}`, revision }];
}
