import type { CivilDate } from '@fajiao/kernel';
import type { Act } from '../act';
import { ifAny } from '../if-any';
import { met, metIf, missing, ofAct, ofCase } from '../requirement';
import { measuresEnded } from '../requirements/closing';
import { decisionTerm } from '../requirements/deciding';
import { groundAllowed, notTooLong } from '../requirements/term';
import { filed, filingApproved, notDecided, notEnded, notSuspended } from '../requirements/phase';
import { afterLastPause } from '../requirements/time';
import { notAway } from '../requirements/transfer';

export interface DropCase {
  readonly ground: string;
}

export const dropCase: Act<DropCase> = {
  name: 'drop',
  form: '撤销立案审批表',
  requires: [filed, notEnded, notDecided, measuresEnded],
  makes: ({ ground }) => [{ type: 'CaseDropped', data: { ground } }],
};

export interface SuspendCase {
  readonly ground: string;
  /** The law, regulation or ministry rule that leaves the time out. */
  readonly basis: string;
}

const running = [filed, notEnded, filingApproved, notDecided, notSuspended, notAway] as const;

export const suspendCase: Act<SuspendCase> = {
  name: 'suspend',
  form: '案件中止调查审批表',
  requires: [...running, afterLastPause, groundAllowed('suspension')],
  makes: ({ ground, basis }) => [{ type: 'CaseSuspended', data: { ground, basis } }],
};

const suspended = ofCase('case.not-suspended', 'APL-60', ({ pauses }) => {
  const open = pauses.find(({ cause, resumedOn }) => cause === 'suspension' && resumedOn === null);
  return open ? met(open.revision) : missing();
});

export const resumeCase: Act<object> = {
  name: 'resume',
  form: '案件恢复调查审批表',
  requires: [notEnded, notDecided, suspended],
  makes: () => [{ type: 'CaseResumed', data: {} }],
};

export interface ExtendTerm {
  readonly until: CivilDate;
  /** Id or title of the profile's list; may be left out where the basis has only one. */
  readonly ground?: string;
  /** The law, regulation or ministry rule that allows a longer term. */
  readonly basis: string;
}

const later = ofAct<ExtendTerm>('decision.term-not-later', 'APL-60', ({ until }, state, law) => {
  const term = decisionTerm(state, law);
  const due = term && (term.due ?? term.notBefore);
  return metIf(!due || until > due, { decideBy: due, until });
});

/** The term has not run out yet: what is past is not extended. */
const stillRunning = ofCase('decision.term-expired', 'APL-60', (state, law) => {
  const term = decisionTerm(state, law);
  return term?.due && law.today > term.due ? missing({ decideBy: term.due }) : met();
});

export const extendTerm: Act<ExtendTerm> = {
  name: 'extend-term',
  form: '延长办案期限审批表',
  requires: [...running, stillRunning, later, groundAllowed('extension'), notTooLong],
  makes: ({ until, ground, basis }) => [{ type: 'DecisionTermExtended', data: { until, ...ifAny({ ground }), basis } }],
};
