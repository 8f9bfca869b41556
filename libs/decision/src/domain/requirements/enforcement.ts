import { sumFen, type CivilDate } from '@fajiao/kernel';
import { clockRule, closedGround, deadline, passed, type Clock, type GroundList } from '@fajiao/rulebook';
import { holdingPause, turnedAway, type Demand } from '../after-service';
import type { CaseState } from '../case-state';
import type { LawContext } from '../context';
import type { Instalment } from '../events';
import { byWhetherPassed, clockFrom } from '../law';
import { lastDayOf, paymentTerm } from '../payment-term';
import { met, metIf, missing, notRequired, ofAct, ofCase, type OfAct } from '../requirement';
import { remediesEnd } from './remedies';
import { paidOnTheSpot } from '../spot-state';

/** Easier terms, demand, court, and the end of enforcement (APL-66, ACL-39, 40, 53 to 58). */

/** There is money to pay: handed over, and not changed away. */
export const fineHandedOver = ofCase('fine.none', 'APL-67', ({ service, decision }) =>
  service && service.fineId !== null && decision?.outcome === 'penalty' && decision.payment
    ? met(service.revision)
    : missing(),
);

/** Neither at the bank nor on the spot, and not written off. */
export const fineUnpaid = ofCase('fine.paid', 'APL-66', (state) => {
  const { writtenOff } = state;
  if (writtenOff) return missing({ on: writtenOff.on }, { code: 'fine.written-off', source: writtenOff.source });
  const paidOn = state.payment?.paidOn ?? paidOnTheSpot(state);
  return paidOn ? missing({ paidOn }) : met();
});

/** Later than today and than the present end. */
function laterThanTerm<Data>(lastDay: (data: Data) => CivilDate | null): OfAct<Data> {
  return ofAct<Data>('term.not-later', 'APL-66', (data, state, law) => {
    const until = lastDay(data);
    const term = paymentTerm(state, law);
    const due = term && (term.due ?? term.notBefore);
    return metIf(until === null || (until > law.today && (!due || until > due)), { until, due });
  });
}

export interface ApproveDeferral {
  readonly until: CivilDate;
  readonly ground: string;
}

export interface ApproveInstalments {
  readonly instalments: readonly Instalment[];
  readonly ground: string;
  /** The plan says that all falls due when a part is missed (readings: missed-instalment). */
  readonly missedMakesAllDue?: boolean;
}

export const deferredFurther = laterThanTerm<ApproveDeferral>(({ until }) => until);

export const spreadFurther = laterThanTerm<ApproveInstalments>(({ instalments }) => instalments.at(-1)?.due ?? null);

/** Together they are the fine; confiscated gains keep their term. */
export const instalmentsMakeTheFine = ofAct<ApproveInstalments>(
  'instalments.not-the-fine',
  'APL-66',
  ({ instalments }, { decision }) => {
    const fineFen = decision?.outcome === 'penalty' ? (decision.payment?.fineFen ?? 0) : 0;
    const sumOfAll = sumFen(...instalments.map(({ fen }) => fen));
    return metIf(sumOfAll === fineFen, { sumFen: sumOfAll, fineFen });
  },
);

export const instalmentsInOrder = ofAct<ApproveInstalments>(
  'instalments.out-of-order',
  'APL-66',
  ({ instalments }, _state, { today }) => {
    const days = [today, ...instalments.map(({ due }) => due)];
    return metIf(instalments.length >= 2 && days.every((day, i) => i === 0 || day > (days[i - 1] ?? day)));
  },
);

/** The term of payment lies behind. */
export const paymentOverdue = ofCase('payment.term-open', 'ACL-54, APL-72', (state, law) => {
  const term = paymentTerm(state, law);
  if (!term) return notRequired;
  return byWhetherPassed(term, law.today, { passed: met(state.service?.revision), open: missing({ due: term.due }) });
});

export const notSuspendedFromEnforcement = ofCase('enforcement.suspended', 'ACL-39', (state) => {
  const pause = holdingPause(state);
  return pause ? missing({ from: pause.from }) : met();
});

export const suspendedFromEnforcement = ofCase('enforcement.not-suspended', 'ACL-39', (state) => {
  const pause = holdingPause(state);
  return pause ? met(pause.revision) : missing();
});

export const enforcementNotEnded = ofCase('enforcement.ended', 'ACL-40', ({ enforcementEnd }) =>
  enforcementEnd ? missing({ on: enforcementEnd.on }) : met(),
);

export const demanded = ofCase('demand.missing', 'ACL-54', ({ demands }) => {
  const last = demands.at(-1);
  return last ? met(last.revision) : missing();
});

/** The term of a demand for performance. */
export function demandTerm({ servedOn }: Demand, law: LawContext): Clock {
  return clockFrom(law, 'demand', servedOn);
}

export const demandTermOver = ofCase('demand.term-open', 'ACL-54', ({ demands }, law) => {
  const last = demands.at(-1);
  if (!last) return notRequired;
  const term = demandTerm(last, law);
  return byWhetherPassed(term, law.today, { passed: met(last.revision), open: missing({ until: term.due }) });
});

/** Once, unless the court did not take it up. */
export const courtNotSought = ofCase('court.already-sought', 'ACL-53', (state) => {
  const { courtApplication } = state;
  return courtApplication && !turnedAway(state) ? missing({ on: courtApplication.on }) : met();
});

/** What reconsideration changed is enforced by the organ that changed it. */
export const oursToEnforce = ofCase('court.not-ours', 'ARL-78', ({ changedBy }) =>
  metIf(changedBy !== 'reconsideration'),
);

/** The court is applied to when the terms of the remedies are over (ACL-53). */
export const remediesOver = ofCase('court.remedy-open', 'ACL-53', (state, law) => {
  const until = remediesEnd(state, law);
  return metIf(until !== null && law.today > until, { until });
});

/** Three months from the last of the terms (readings: court-application-start). null: they have not ended, or it is not known. */
export function courtTerm(state: CaseState, law: LawContext): Clock | null {
  const remedies = remediesEnd(state, law);
  if (remedies === null) return null;
  const easier = state.easierTerms.map(lastDayOf).at(-1);
  const from = easier !== undefined && easier > remedies ? easier : remedies;
  return deadline(clockRule(law.rulebook.profile, 'court-application', from), from, law.calendar);
}

export const withinCourtTerm = ofCase('court.term-expired', 'ACL-53', (state, law) => {
  const term = courtTerm(state, law);
  if (!term) return notRequired;
  return byWhetherPassed(term, law.today, { passed: missing({ until: term.due }), open: met() });
});

export interface SeekCourtEnforcement {
  /** The state of what is to be enforced upon (执行标的情况). */
  readonly objectState: string;
  /** What the party said; what it said after the demand unless told. */
  readonly partyOpinion?: string;
}

export const opinionOnFile = ofAct<SeekCourtEnforcement>(
  'court.opinion-missing',
  'ACL-55',
  ({ partyOpinion }, { demands }) => {
    const heard = demands.flatMap(({ statements }) => statements);
    return partyOpinion === undefined && heard.length === 0 ? missing() : met(...heard.map(({ revision }) => revision));
  },
);

export interface OnGround {
  /** Id or title of an entry of the closed list. */
  readonly ground: string;
  /** What the open last item is here. */
  readonly reason?: string;
}

/** The ground is on the list of the law; its open last item needs a reason. */
export function onListedGround(list: GroundList, source: string): readonly OfAct<OnGround>[] {
  const entry = ({ ground }: OnGround, { rulebook, today }: LawContext) =>
    closedGround(rulebook.profile, list, ground, today);
  return [
    ofAct<OnGround>('enforcement.unknown-ground', source, (act, _state, law) =>
      metIf(entry(act, law) !== undefined, { ground: act.ground }),
    ),
    ofAct<OnGround>('enforcement.reason-missing', source, (act, _state, law) =>
      metIf(entry(act, law)?.open !== true || act.reason !== undefined),
    ),
  ];
}

/** Where three years of suspension are the ground, they are over. */
export const suspendedLongEnough = ofAct<OnGround>(
  'enforcement.suspension-too-short',
  'ACL-39',
  ({ ground }, state, law) => {
    if (groundId('enforcement-termination', ground, law) !== 'suspended-three-years') return notRequired;
    const pause = holdingPause(state);
    if (!pause) return missing({ until: null });
    const term = suspensionTerm(pause.from, law);
    return passed(term, law.today) === true ? met(pause.revision) : missing({ until: term.due });
  },
);

/** Where the fall of the decision is the ground, it has fallen. */
export const revokedWhereTold = ofAct<OnGround>(
  'enforcement.decision-not-revoked',
  'ACL-40',
  ({ ground }, { fall }, law) => {
    if (groundId('enforcement-termination', ground, law) !== 'decision-revoked') return notRequired;
    return fall ? met(fall.revision) : missing();
  },
);

export function suspensionTerm(from: CivilDate, law: LawContext): Clock {
  return clockFrom(law, 'enforcement-suspended', from);
}

export function groundId(list: GroundList, ground: string, { rulebook, today }: LawContext): string {
  return closedGround(rulebook.profile, list, ground, today)?.id ?? ground;
}
