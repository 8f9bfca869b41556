import type { DelegatedPower } from '@fajiao/contracts';
import type { CaseState } from '../case-state';
import type { LawContext, Staff, Unit } from '../context';
import type { PowerUsed } from '../events';
import { ifAny } from '../if-any';
import { met, missing, notRequired, ofAct, ofCase, type Finding } from '../requirement';
import type { FiledAct } from './filing';

/**
 * Townships and entrusted organisations act within their power only: its matter, its place, its term (APL-20, 24). The
 * bureau's own officers need none.
 */

/** What a power is held against. */
interface Matter {
  readonly offence: string;
  readonly statute: string | undefined;
  readonly place: string | null;
}

export interface FiledInPlace extends FiledAct {
  readonly place?: string;
  readonly officers: readonly string[];
}

/** Of a filing, or of a decision on the spot: of the officers that it names and of who makes it. */
export const filedWithinPower = ofAct<FiledInPlace>('delegation.not-covering', 'APL-20', (told, _state, act) =>
  within(unitsOf([...told.officers, act.actor.id], act.staff), matterTold(told, act), act),
);

/** Of an act on a case that is filed. */
export const namedWithinPower = ofAct<{ readonly officers: readonly string[] }>(
  'delegation.not-covering',
  'APL-20',
  ({ officers }, state, { staff, ...law }) => {
    const matter = matterOf(state);
    return matter ? within(unitsOf(officers, staff), matter, { ...law, staff }) : notRequired;
  },
);

/** Of a decision: on what its officers investigated, the power still covers. */
export const decidedWithinPower = ofCase('delegation.not-covering', 'APL-20', (state, law) => {
  const matter = matterOf(state);
  return matter ? within(unitsOf(state.officers, law.staff), matter, law, state.officersRevision) : notRequired;
});

/** The power under which these people act; undefined: the bureau's own. */
export function powerOf(people: readonly string[], matter: Matter | null, staff: Staff): PowerUsed | undefined {
  const units = matter ? unitsOf(people, staff) : [];
  const [power] = units.flatMap((unit) => staff.powers(unit.id).filter((one) => matter && covers(one, matter)));
  if (!power) return undefined;
  const { delegation, unit, name, code, basis } = power;
  return { delegation, unit, name, ...ifAny({ code }), basis };
}

export function matterOf({ filing }: Pick<CaseState, 'filing'>): Matter | null {
  return filing && { offence: filing.offence.code, statute: filing.offence.statute, place: filing.place };
}

export function matterTold(
  { offence, actDate, place }: Pick<FiledInPlace, 'offence' | 'actDate' | 'place'>,
  { rulebook }: Pick<LawContext, 'rulebook'>,
): Matter {
  return { offence, statute: rulebook.catalogue.find(offence, actDate)?.statute, place: place ?? null };
}

function within(
  units: readonly Unit[],
  matter: Matter,
  { staff }: Pick<LawContext, 'staff'>,
  revision: number | null = null,
): Finding {
  if (units.length === 0) return notRequired;
  const uncovered = units.find(({ id }) => !staff.powers(id).some((power) => covers(power, matter)));
  if (!uncovered) return met(revision);
  const source = uncovered.kind === 'township' ? 'APL-24' : 'APL-20';
  return missing({ unit: uncovered.id, offence: matter.offence }, { source });
}

function covers({ offences, statutes, area }: DelegatedPower, { offence, statute, place }: Matter): boolean {
  const isNamed = offences.includes(offence) || (statute !== undefined && statutes.includes(statute));
  return isNamed && place !== null && area.some((name) => place.includes(name));
}

/** Units other than the bureau in which they serve, each once. */
function unitsOf(people: readonly string[], staff: Staff): readonly Unit[] {
  const units = people.flatMap((id) => staff.find(id)?.unit ?? []).filter(({ kind }) => kind !== 'bureau');
  return [...new Map(units.map((unit) => [unit.id, unit])).values()];
}
