import { uuid5, type CivilDate } from '@fajiao/kernel';
import { ageRule, remedyRule, type Rulebook } from '@fajiao/rulebook';
import type { CaseState, DecidedPenalty, Filing } from './case-state';
import type { CaseEvent } from './events';
import { ageAtAct } from './law';

/** Whose decision is published, and under which rules. */
export interface Publishing {
  readonly caseId: string;
  readonly rulebook: Rulebook;
}

type Decided = Pick<CaseState, 'filing' | 'decision' | 'log' | 'investigators' | 'deliberations'> & {
  readonly number: { readonly documentNumber: string } | null;
};

/**
 * What goes out in the append that makes a penalty a served and numbered one: its money to the collecting side, its content
 * to the public side.
 */
export function published(state: Decided, servedOn: CivilDate, to: Publishing): CaseEvent[] {
  const { filing, decision, number } = state;
  if (!filing || decision?.outcome !== 'penalty' || !number) return [];
  const { documentNumber } = number;
  const { decidedOn } = decision;
  const told = { caseId: to.caseId, documentNumber, party: filing.party, decidedOn, servedOn };
  return [...handedOver(decision, told, decidingPersons(state), to), forPublic(decision, filing, told, to)];
}

type Told = Pick<
  Extract<CaseEvent, { type: 'FineHandedOver' }>['data'],
  'caseId' | 'documentNumber' | 'party' | 'decidedOn' | 'servedOn'
>;

function decidingPersons({ log, investigators, deliberations }: Decided): readonly string[] {
  const persons = [...log.map(({ by }) => by), ...investigators, ...deliberations.flatMap(({ present }) => present)];
  return [...new Set(persons)].filter((id) => !id.startsWith('policy:')).sort();
}

function handedOver(
  { payment, procedure, revision }: DecidedPenalty,
  told: Told,
  persons: readonly string[],
  { rulebook }: Publishing,
): CaseEvent[] {
  if (!payment) return [];
  const { reconsiderationFirst } = remedyRule(rulebook.profile, told.decidedOn);
  const { fineFen, confiscatedGainsFen, surcharge } = payment;
  // One fine a decision: a case that is decided anew gets another.
  const fineId = uuid5('fine', `${told.caseId}/${revision}`);
  return [
    {
      type: 'FineHandedOver',
      data: {
        ...told,
        fineId,
        fineFen,
        confiscatedGainsFen,
        surchargeStated: surcharge !== null,
        ...(reconsiderationFirst.includes(procedure) && { reconsiderationFirst: true }),
        decidingPersons: persons,
      },
    },
  ];
}

function forPublic(decision: DecidedPenalty, filing: Filing, told: Told, to: Publishing): CaseEvent {
  const { facts, penalties, procedure, authority } = decision;
  return {
    type: 'DecisionForPublic',
    data: {
      ...told,
      minor: isMinor(filing, to),
      offence: filing.offence,
      facts,
      penalties,
      procedure,
      authority,
    },
  };
}

function isMinor(filing: Filing, { rulebook }: Publishing): boolean {
  const age = ageAtAct(filing);
  return age !== null && age < ageRule(rulebook.profile, filing.actDate).mitigatedUnder;
}
