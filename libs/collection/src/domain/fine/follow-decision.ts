import type {
  FineChanged,
  FineDemanded,
  FineTakenToCourt,
  FineTurnedAwayByCourt,
  RemedyEnded,
  RemedyPending,
  SpotMoneyHandedIn,
  TermChanged,
} from '@fajiao/contracts';
import { type CivilDate, type Decision, fen, sumFen } from '@fajiao/kernel';
import { withConsequences } from './fine-consequences';
import type { FineRules } from './fine-terms';
import type { FineEvent, PaymentCodeIssued } from './fine.events';
import { amountsOf, type FineState } from './fine.state';

// What the deciding side tells changes the fine, whenever it comes: before the money, after it, or again.

/** The decision was changed (变更): other amounts are owed, and what was paid beyond them is held. */
export function changeFine(state: FineState, changed: FineChanged['data'], rules: FineRules): Decision<FineEvent> {
  const { fineFen, confiscatedGainsFen, changedOn, by } = changed;
  if (state.cancelledOn !== null) return { events: [] };
  const now = amountsOf(state);
  if (now.fineFen === fineFen && now.confiscatedGainsFen === confiscatedGainsFen) return { events: [] };
  const reduced: FineEvent = { type: 'FineReduced', data: { fineFen, confiscatedGainsFen, changedOn, by } };
  return { events: withConsequences(state, [reduced], rules) };
}

/** The decision fell (撤销, 确认无效). */
export function cancelFine(
  state: FineState,
  cancelled: { readonly reason: string; readonly cancelledOn: CivilDate },
  rules: FineRules,
): Decision<FineEvent> {
  if (state.cancelledOn !== null) return { events: [] };
  return { events: withConsequences(state, [{ type: 'FineCancelled', data: cancelled }], rules) };
}

/** 延期、分期 (APL-66). What the parts of a plan leave out of the fine was due before it. */
export function moveTerm(
  state: FineState,
  { approvedOn, term }: Pick<TermChanged['data'], 'approvedOn' | 'term'>,
  rules: FineRules,
): Decision<FineEvent> {
  if (term.kind === 'deferral')
    return {
      events: withConsequences(state, [{ type: 'DeferralGranted', data: { approvedOn, until: term.until } }], rules),
    };
  const plan = state.terms.filter(({ kind }) => kind === 'instalments').length + 1;
  const instalments = [...term.instalments].sort((a, b) => (a.due < b.due ? -1 : 1));
  const planned = sumFen(...instalments.map((part) => part.fen));
  const beforeFen = fen(Math.max(0, amountsOf(state).fineFen - planned));
  const data = { plan, approvedOn, beforeFen, instalments, missedMakesAllDue: term.missedMakesAllDue };
  return { events: withConsequences(state, [{ type: 'InstalmentPlanSet', data }], rules) };
}

/** Codes of a plan's parts; one that has its code keeps it. */
export function issueCodes(state: FineState, codes: readonly PaymentCodeIssued['data'][]): Decision<FineEvent> {
  const issued = codes.filter(
    ({ plan, instalment }) => !state.codes.some((code) => code.plan === plan && code.instalment === instalment),
  );
  return { events: issued.map((data) => ({ type: 'PaymentCodeIssued' as const, data })) };
}

/** 申请复议、提起诉讼: no surcharge while it is pending (APL-73). */
export function pauseSurcharge(
  state: FineState,
  { remedy, kind, soughtOn }: Pick<RemedyPending['data'], 'remedy' | 'kind' | 'soughtOn'>,
  rules: FineRules,
): Decision<FineEvent> {
  if (state.pauses.some((pause) => pause.remedy === remedy)) return { events: [] };
  return {
    events: withConsequences(state, [{ type: 'SurchargePaused', data: { remedy, kind, from: soughtOn } }], rules),
  };
}

/** The remedy ended; one that was never accepted has paused nothing. */
export function resumeSurcharge(
  state: FineState,
  { remedy, endedOn, accepted }: Pick<RemedyEnded['data'], 'remedy' | 'endedOn' | 'accepted'>,
  rules: FineRules,
): Decision<FineEvent> {
  const pause = state.pauses.find((one) => one.remedy === remedy);
  if (!pause || pause.through !== null) return { events: [] };
  const resumed: FineEvent = { type: 'SurchargeResumed', data: { remedy, through: endedOn, counted: accepted } };
  return { events: withConsequences(state, [resumed], rules) };
}

/** 催告 (ACL-54): what is owed stays as it is. */
export function noteDemand(
  state: FineState,
  { demand, servedOn }: Pick<FineDemanded['data'], 'demand' | 'servedOn'>,
): Decision<FineEvent> {
  if (state.demand && state.demand.demand >= demand) return { events: [] };
  return { events: [{ type: 'PerformanceDemanded', data: { demand, servedOn } }] };
}

/** 申请强制执行 (ACL-53). */
export function noteCourtApplication(
  state: FineState,
  { appliedOn }: Pick<FineTakenToCourt['data'], 'appliedOn'>,
): Decision<FineEvent> {
  if (state.atCourtSince === appliedOn) return { events: [] };
  return { events: [{ type: 'CourtEnforcementAwaited', data: { appliedOn } }] };
}

/** 不予受理、不予执行 (ACL-56, 58). */
export function noteCourtRefusal(
  state: FineState,
  { on }: Pick<FineTurnedAwayByCourt['data'], 'on'>,
): Decision<FineEvent> {
  if (state.atCourtSince === null) return { events: [] };
  return { events: [{ type: 'CourtEnforcementEnded', data: { on } }] };
}

/** Cash is in the bureau's custody; the party owes no more for it (APL-71). */
export function announceSpotMoney(
  state: FineState,
  { fen: amount, receiptNumber, takenAt, handedInOn }: SpotMoneyHandedIn['data'],
  rules: FineRules,
): Decision<FineEvent> {
  if (state.spotMoney.some((money) => money.receiptNumber === receiptNumber)) return { events: [] };
  const announced: FineEvent = {
    type: 'SpotMoneyAnnounced',
    data: { fen: amount, receiptNumber, takenAt, handedInOn },
  };
  return { events: withConsequences(state, [announced], rules) };
}
