import type { DecisionFell } from '@fajiao/contracts';
import type { CivilDate, Decision } from '@fajiao/kernel';
import {
  type Disclosure,
  type DisclosureCode,
  type DisclosureEvent,
  reasonOf,
  type WithdrawalDue,
  withdrawn,
} from './disclosure';
import { withoutNumbersOfPersons } from './masking';
import { penaltiesInstead } from './public-entry';

/** A decision that was published and then fell comes down, with the reason published (APL-48). */

type Result = Decision<DisclosureEvent, DisclosureCode>;

const refused = (code: DisclosureCode): Result => ({ refused: [{ code, source: 'APL-48' }] });

/** The deciding side says that a decision fell. What was never public has nothing to come down. */
export function noteFall(fell: DecisionFell['data'], state: Disclosure): Result {
  if (state.status !== 'published' && state.status !== 'withdrawn') return { events: [] };
  if (state.entry.documentNumber !== fell.documentNumber) return { events: [] };
  const { caseId, documentNumber, how, by, fellOn } = fell;
  const penalties = fell.penalties && penaltiesInstead(state.entry, fell.penalties);
  const due: WithdrawalDue = {
    type: 'WithdrawalDue',
    data: { caseId, documentNumber, how, by, fellOn, penalties },
  };
  return { events: [due] };
}

export interface Withdraw {
  /** As it will be published; the words of the rule unless told. */
  readonly reason?: string;
}

export function withdraw({ reason }: Withdraw, state: Disclosure, today: CivilDate): Result {
  if (state.status === 'withdrawn') return refused('disclosure.already-withdrawn');
  if (state.status !== 'published') return refused('disclosure.not-public');
  if (!state.due) return refused('disclosure.not-fallen');
  const told = reason === undefined ? reasonOf(state.due) : withoutNumbersOfPersons(reason);
  return { events: [withdrawn(state.due, told, today)] };
}

/** What holds instead is published: the decision comes down first, where it is still up. */
export function withdrawAndAmend(told: Withdraw, state: Disclosure, today: CivilDate): Result {
  const down = state.status === 'withdrawn' ? { events: [] } : withdraw(told, state, today);
  if ('refused' in down) return down;
  const fallen = state.status === 'withdrawn' ? state.fallen : state.status === 'published' ? state.due : null;
  if (!fallen?.penalties || (state.status !== 'published' && state.status !== 'withdrawn'))
    return refused('disclosure.nothing-to-amend');
  const entry = { ...state.entry, penalties: fallen.penalties };
  return { events: [...down.events, { type: 'Amended', data: { entry, amendedOn: today, reason: reasonOf(fallen) } }] };
}
