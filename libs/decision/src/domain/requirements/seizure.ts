import { addDays } from '@fajiao/kernel';
import { closedGround, clockRule, deadlineAt, leftOutOfTerm, type Clock, type GroundList } from '@fajiao/rulebook';
import type { CaseState } from '../case-state';
import type { LawContext } from '../context';
import { byWhetherPassed, clockFrom } from '../law';
import type { Seizure } from '../measures-state';
import { met, metIf, missing, ofAct, type Finding, type OfAct } from '../requirement';
import type { NamesOfficers } from './officers';

/** 查封、扣押 (ACL-18 to 28). */

export interface NamesSeizure {
  readonly seizure: number;
}

export function seizureOf({ seizure }: NamesSeizure, { seizures }: CaseState): Seizure | undefined {
  return seizures.find((known) => known.seizure === seizure);
}

/** Thirty days, thirty more where extended; days of testing are left out (ACL-25). null: it was not carried out. */
export function seizureTerm({ made, extended, testing }: Seizure, law: LawContext): Clock | null {
  if (!made) return null;
  const pauses = testing.map(({ from, endedOn }) => leftOutOfTerm(from, endedOn, 'SeizureTestingBegun'));
  const first = clockFrom(law, 'seizure', made.on, { pauses });
  if (!extended || first.due === null) return first;
  const { due: end } = first;
  const second = clockFrom(law, 'seizure-extension', end, { on: extended.on, pauses });
  return { ...second, previousDue: [...new Set([...first.previousDue, end, ...second.previousDue])] };
}

/** Until when a head has to be told of an urgent one (ACL-19). null: its approval came first. */
export function seizureReportTerm({ made }: Seizure, { rulebook }: LawContext): Clock | null {
  if (made === null || made.urgent === null) return null;
  return deadlineAt(clockRule(rulebook.profile, 'seizure-report', made.on), made.at);
}

/** The basis is one that the profile names: only laws and administrative regulations allow a seizure (ACL-10). */
export const basisKnown = ofAct<{ readonly basis?: string; readonly urgent?: string }>(
  'seizure.basis-unknown',
  'ACL-10',
  ({ basis, urgent }, _state, { rulebook, today }) => {
    if (basis === undefined && urgent === undefined) return met();
    const named = basis ?? '';
    return metIf(closedGround(rulebook.profile, 'seizure-basis', named, today) !== undefined, { basis: named });
  },
);

export interface Seize extends NamesOfficers {
  /** The one that was approved; left out of an urgent one. */
  readonly seizure?: number;
  readonly certificatesShown: boolean;
  readonly items: readonly string[];
  readonly place: string;
  /** Why it could not wait for its approval (ACL-19). */
  readonly urgent?: string;
  /** With `urgent`: id of the law that allows it. */
  readonly basis?: string;
  /** Decision and list were handed over on the spot. */
  readonly papersHandedOver: boolean;
  readonly partyPresent: boolean;
  readonly witness?: string;
  /** What was looked at before (ACL-23). */
  readonly related: boolean;
  readonly dailyNecessities: boolean;
  readonly seizedBefore?: boolean;
}

/** The approval that is carried out. */
function approvalOf({ seizure }: Seize, { seizures }: CaseState): Seizure | undefined {
  return seizures.find((known) => known.seizure === seizure && known.approved && !known.made && !known.ended);
}

const approvedFirst = ofAct<Seize>('seizure.not-approved', 'ACL-18', (told, state) => {
  if (told.urgent !== undefined) return met();
  const approval = approvalOf(told, state);
  return approval ? met(approval.approved?.revision) : missing();
});

const withinApproval = ofAct<Seize>('seizure.beyond-approval', 'ACL-18', (told, state) => {
  const approved = approvalOf(told, state)?.items;
  const more = approved ? told.items.filter((item) => !approved.includes(item)) : [];
  return metIf(more.length === 0, { items: more.join(', ') });
});

/** Seizing is not entrusted, nor done by officers whom another unit sent (ACL-17). */
const ownOfficers = ofAct<Seize>('seizure.not-own-officers', 'ACL-17', ({ officers }, _state, { staff, actor }) => {
  const others = [...officers, actor.id].filter((id) => (staff.find(id)?.unit?.kind ?? 'bureau') !== 'bureau');
  return metIf(others.length === 0, { people: [...new Set(others)].join(', ') });
});

const papersHandedOver = ofAct<Seize>('seizure.papers-not-handed-over', 'ACL-24', (told) =>
  metIf(told.papersHandedOver),
);

const witnessed = ofAct<Seize>('seizure.witness-missing', 'ACL-18', ({ partyPresent, witness }) =>
  metIf(partyPresent || witness !== undefined),
);

const related = ofAct<Seize>('seizure.unrelated', 'ACL-23', (told) => metIf(told.related));

const noDailyNecessities = ofAct<Seize>('seizure.daily-necessities', 'ACL-23', (told) => metIf(!told.dailyNecessities));

const notSeizedBefore = ofAct<Seize>('seizure.seized-before', 'ACL-23', (told) => metIf(told.seizedBefore !== true));

export const lawfulSeizure: readonly OfAct<Seize>[] = [
  basisKnown,
  approvedFirst,
  withinApproval,
  ownOfficers,
  papersHandedOver,
  witnessed,
  related,
  noDailyNecessities,
  notSeizedBefore,
];

/** It was carried out and has not ended. */
export const seizureOpen = ofAct<NamesSeizure>('seizure.none-open', 'ACL-25', (told, state) => {
  const seizure = seizureOf(told, state);
  return seizure?.made && !seizure.ended ? met(seizure.made.revision) : missing();
});

/** An urgent one that no head has answered yet. */
export const toConfirm = ofAct<NamesSeizure>('seizure.nothing-to-confirm', 'ACL-19', (told, state) => {
  const seizure = seizureOf(told, state);
  const open = typeof seizure?.made?.urgent === 'string' && !seizure.approved && !seizure.notApproved && !seizure.ended;
  return open ? met(seizure.made?.revision) : missing();
});

/** One that the head did not approve is only lifted. */
export const notDisapproved = ofAct<NamesSeizure>('seizure.to-be-lifted', 'ACL-19', (told, state) =>
  metIf(!seizureOf(told, state)?.notApproved),
);

/** Its term has not passed: after that it is only lifted (ACL-25, 28). */
export const seizureNotLapsed = ofAct<NamesSeizure>('seizure.lapsed', 'ACL-25', (told, state, law): Finding => {
  const seizure = seizureOf(told, state);
  const term = seizure && seizureTerm(seizure, law);
  if (!term) return met();
  return byWhetherPassed(term, law.today, { passed: missing({ until: term.due }), open: met() });
});

export const notExtendedBefore = ofAct<NamesSeizure>('seizure.already-extended', 'ACL-25', (told, state) =>
  metIf(!seizureOf(told, state)?.extended),
);

export const noTestingOpen = ofAct<NamesSeizure>('seizure.testing-open', 'ACL-25', (told, state) =>
  metIf(!isTesting(seizureOf(told, state))),
);

export const testingOpen = ofAct<NamesSeizure>('seizure.not-testing', 'ACL-25', (told, state) =>
  metIf(isTesting(seizureOf(told, state))),
);

function isTesting(seizure: Seizure | undefined): boolean {
  return seizure?.testing.some(({ endedOn }) => endedOn === null) === true;
}

export function groundKnown<Data>(list: GroundList, groundOf: (told: Data) => string): OfAct<Data> {
  return ofAct<Data>('seizure.ground-unknown', 'ACL-28', (told, _state, { rulebook, today }) => {
    const ground = groundOf(told);
    return metIf(closedGround(rulebook.profile, list, ground, today) !== undefined, { ground });
  });
}

/** Goods are confiscated by a decision that was served, not by their seizure (ACL-27). */
export const confiscatedByDecision = ofAct<{ readonly how: string }>(
  'seizure.not-confiscated',
  'ACL-27',
  ({ how }, { decision, service }, { rulebook, today }) => {
    if (closedGround(rulebook.profile, 'seizure-disposal', how, today)?.id !== 'confiscated') return met();
    const confiscates =
      decision?.outcome === 'penalty' && decision.penalties.some(({ kind }) => kind === 'confiscation-of-goods');
    return confiscates && service ? met(decision.revision, service.revision) : missing();
  },
);

/** The day from which a seizure that nobody lifted no longer holds; null: it still does, or has ended. */
export function lapsedSince(seizure: Seizure, law: LawContext) {
  const due = seizure.ended ? null : (seizureTerm(seizure, law)?.due ?? null);
  return due !== null && law.today > due ? addDays(due, 1) : null;
}
