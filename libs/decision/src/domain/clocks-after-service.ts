import { passed } from '@fajiao/rulebook';
import { appealsOf, holdingPause, turnedAway } from './after-service';
import { ours, theirs, type CaseClock } from './case-clock';
import type { CaseState, ServedDecision } from './case-state';
import type { LawContext } from './context';
import { clockFrom } from './law';
import { paymentTerm } from './payment-term';
import { appealTerm } from './requirements/appeal';
import { courtReviewTerm } from './requirements/court';
import { courtTerm, demandTerm, suspensionTerm } from './requirements/enforcement';
import { litigationTerm, reconsiderationTerm } from './requirements/remedies';
import { paidOnTheSpot } from './spot-state';

/** Clocks that the service of a decision, a remedy, its fall or its enforcement start. */
export function clocksAfterService(state: CaseState, law: LawContext): CaseClock[] {
  const { service } = state;
  return [
    ...(service ? [...paymentClocks(state, law), ...remedyClocks(state, service, law)] : []),
    ...replyClocks(state, law),
    ...appealClocks(state, law),
    ...enforcementClocks(state, law),
    ...(state.fellOn ? [theirs('withdrawBy', clockFrom(law, 'withdrawal', state.fellOn), law)] : []),
  ];
}

function paymentClocks(state: CaseState, law: LawContext): CaseClock[] {
  const term = state.fall || state.enforcementEnd || state.writtenOff ? null : paymentTerm(state, law);
  if (!term) return [];
  // The party owes nothing any more once its money was taken on the spot.
  const paidOn = state.payment?.paidOn ?? paidOnTheSpot(state);
  const easier = state.easierTerms.at(-1);
  const parts = easier?.kind === 'instalments' ? easier.instalments : [];
  return [
    ours('paymentDue', term, law, paidOn),
    ...parts.map(({ due }, i) => ({
      ...theirs('instalmentDue', { ...term, due, previousDue: [] }, law, paidOn),
      subject: i + 1,
    })),
  ];
}

function remedyClocks(state: CaseState, { servedOn }: ServedDecision, law: LawContext): CaseClock[] {
  const soughtOn = (kind: 'reconsideration' | 'litigation') =>
    state.remedies.find((remedy) => remedy.kind === kind)?.soughtOn;
  const suit = litigationTerm(state, law);
  return [
    theirs('reconsiderationBy', reconsiderationTerm(servedOn, false, law), law, soughtOn('reconsideration')),
    ...(suit ? [theirs('litigationBy', suit, law, soughtOn('litigation'))] : []),
  ];
}

/** The bureau's own reply, to the latest remedy; it is not due any more where the remedy has ended without it. */
function replyClocks({ remedies }: CaseState, law: LawContext): CaseClock[] {
  const last = remedies.at(-1);
  if (!last || (last.concluded && !last.repliedOn)) return [];
  const simple = last.procedure === 'simple' ? 'reconsideration-reply-simple' : 'reconsideration-reply';
  const inCourt = last.appeals.some(({ by }) => by === 'party') ? 'appeal-reply' : 'litigation-reply';
  const rule = last.kind === 'litigation' ? inCourt : simple;
  return [ours('replyBy', clockFrom(law, rule, last.receivedOn), law, last.repliedOn ?? undefined)];
}

/** Either side may appeal from the judgment of the first instance. */
function appealClocks({ remedies }: CaseState, law: LawContext): CaseClock[] {
  const last = remedies.at(-1);
  const term = last && appealTerm(last, law);
  if (!term) return [];
  const [first] = appealsOf(last)
    .map(({ appealedOn }) => appealedOn)
    .sort();
  return [theirs('appealBy', term, law, first)];
}

function enforcementClocks(state: CaseState, law: LawContext): CaseClock[] {
  const demand = state.demands.at(-1);
  const pause = holdingPause(state);
  return [
    ...(demand ? [theirs('demandTermEnds', demandTerm(demand, law), law)] : []),
    ...(isUnpaid(state, law) ? [...courtClocks(state, law), ...courtReviewClocks(state, law)] : []),
    ...(pause ? [theirs('enforcementSuspendedUntil', suspensionTerm(pause.from, law), law)] : []),
  ];
}

function courtClocks(state: CaseState, law: LawContext): CaseClock[] {
  const term = courtTerm(state, law);
  const appliedOn = turnedAway(state) ? undefined : state.courtApplication?.on;
  return term ? [ours('courtApplyBy', term, law, appliedOn)] : [];
}

function courtReviewClocks(state: CaseState, law: LawContext): CaseClock[] {
  const term = courtReviewTerm(state, law);
  return term ? [ours('courtReviewBy', term, law, state.courtApplication?.review?.on)] : [];
}

/** Overdue and neither paid, fallen, written off nor given up. */
function isUnpaid(state: CaseState, law: LawContext): boolean {
  const term = paymentTerm(state, law);
  const settled = state.payment ?? state.writtenOff ?? paidOnTheSpot(state);
  const open = !settled && !state.fall && !state.enforcementEnd;
  return open && term !== null && passed(term, law.today) === true;
}
