import type { Party } from '@fajiao/contracts';
import type { CivilDate } from '@fajiao/kernel';
import { canCommit, citationOf, type Clock } from '@fajiao/rulebook';
import type { LawContext } from '../context';
import type { Harm, LeadSource } from '../events';
import { byWhetherPassed, clockFrom } from '../law';
import { met, metIf, missing, notRequired, ofAct, ofCase } from '../requirement';

/** What a filing says of the act. */
export interface FiledAct {
  readonly party: Party;
  /** Code of the catalogue. */
  readonly offence: string;
  readonly actDate: CivilDate;
  /** The last day of a continuing act. */
  readonly actEndDate?: CivilDate;
  readonly source: LeadSource;
  readonly harm?: Harm;
  /** The case of the organisation beside which this person is responsible. */
  readonly beside?: string;
}

export const notYetFiled = ofCase('case.already-filed', 'APL-54', ({ filing }) => metIf(filing === null));

/** The day the act came to light (readings: discovery). */
export function discoveredOn({ source }: Pick<FiledAct, 'source'>, filedOn: CivilDate): CivilDate {
  return source.receivedOn ?? filedOn;
}

/** Two years from the act, or from its end; five where life, health or financial safety is harmed (APL-36). */
export function limitation(
  { actDate, actEndDate, harm }: Pick<FiledAct, 'actDate' | 'actEndDate' | 'harm'>,
  law: LawContext,
): Clock {
  return clockFrom(law, harm ? 'limitation-harm' : 'limitation', actEndDate ?? actDate, { on: law.today });
}

export const withinLimitation = ofAct<FiledAct>('limitation.expired', 'APL-36', (act, _state, law) => {
  const clock = limitation(act, law);
  const discovered = discoveredOn(act, law.today);
  return byWhetherPassed(clock, discovered, {
    passed: missing({ lastDay: clock.due, discoveredOn: discovered }),
    open: met(),
  });
});

/** The act ends after it began, and both it and the lead lie before the filing. */
export const datesInOrder = ofAct<FiledAct>('filing.dates-out-of-order', 'APL-54', (act, _state, { today }) => {
  const { actDate, actEndDate = actDate, source } = act;
  const inOrder = actDate <= actEndDate && actEndDate <= today && (source.receivedOn ?? today) <= today;
  return metIf(inOrder, { actDate, actEndDate, filedOn: today });
});

export const inCatalogue = ofAct<FiledAct>('catalogue.no-version', 'APL-37', (act, _state, { rulebook }) =>
  metIf(rulebook.catalogue.find(act.offence, act.actDate) !== undefined, {
    offence: act.offence,
    actDate: act.actDate,
  }),
);

export const subjectCovered = ofAct<FiledAct>('offence.subject-not-covered', 'catalogue', (act, _state, law) => {
  const item = law.rulebook.catalogue.find(act.offence, act.actDate);
  if (!item) return met();
  return metIf(
    canCommit(item, act.party.kind, act.beside !== undefined),
    { party: act.party.kind },
    { source: citationOf(item).article },
  );
});

/** Who is punished as a person responsible is so beside an organisation, for the same act. */
export const organisationsCaseKnown = ofAct<FiledAct>(
  'filing.organisation-case-unknown',
  'catalogue',
  ({ beside, offence, actDate }, _state, { besideCase }) => {
    if (beside === undefined) return notRequired;
    const fits = besideCase?.offence === offence && besideCase.actDate === actDate && besideCase.party !== 'citizen';
    return metIf(fits, { case: beside });
  },
);
