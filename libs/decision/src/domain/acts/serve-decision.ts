import { uuid5 } from '@fajiao/kernel';
import { ageRule } from '@fajiao/rulebook';
import type { Act } from '../act';
import type { CaseState, DecidedPenalty, Filing } from '../case-state';
import type { ActContext, LawContext } from '../context';
import type { CaseEvent, Service } from '../events';
import { ageAtAct } from '../law';
import { actorIsCertified } from '../requirements/officers';
import { decided, notEnded, notServed, numbered } from '../requirements/phase';
import { servable, serviceOf, type Serve } from '../requirements/serving';

/** The decision goes to the party; its money goes to the collecting side and its content to the public in the same append. */
export const serveDecision: Act<Serve> = {
  name: 'serve-decision',
  form: '送达回证',
  requires: [
    notEnded,
    decided,
    numbered,
    notServed,
    actorIsCertified,
    ...servable(({ decision }) => decision?.decidedOn),
  ],
  makes: (serve, state, act) => {
    const service = serviceOf(serve, act);
    return [{ type: 'DecisionServed', data: service }, ...published(state, service, act)];
  },
};

function published({ filing, decision, number }: CaseState, service: Service, act: ActContext): CaseEvent[] {
  if (!filing || decision?.outcome !== 'penalty' || !number) return [];
  const told = {
    caseId: act.caseId,
    documentNumber: number.documentNumber,
    party: filing.party,
    decidedOn: decision.decidedOn,
    servedOn: service.servedOn,
  };
  return [...handedOver(decision, told, act), forPublic(decision, filing, told, act)];
}

type Told = Pick<
  Extract<CaseEvent, { type: 'FineHandedOver' }>['data'],
  'caseId' | 'documentNumber' | 'party' | 'decidedOn' | 'servedOn'
>;

function handedOver({ payment, revision }: DecidedPenalty, told: Told, { caseId }: ActContext): CaseEvent[] {
  if (!payment) return [];
  const { fineFen, confiscatedGainsFen, surcharge } = payment;
  // One fine a decision: a case that is decided anew gets another.
  const fineId = uuid5('fine', `${caseId}/${revision}`);
  return [
    {
      type: 'FineHandedOver',
      data: { ...told, fineId, fineFen, confiscatedGainsFen, surchargeStated: surcharge !== null },
    },
  ];
}

function forPublic(decision: DecidedPenalty, filing: Filing, told: Told, law: LawContext): CaseEvent {
  const { name, unifiedSocialCreditCode } = law.rulebook.profile.authority;
  return {
    type: 'DecisionForPublic',
    data: {
      ...told,
      minor: isMinor(filing, law),
      offence: filing.offence,
      facts: decision.facts,
      penalties: decision.penalties,
      procedure: 'ordinary',
      authority: { name, code: unifiedSocialCreditCode },
    },
  };
}

function isMinor(filing: Filing, { rulebook }: LawContext): boolean {
  const age = ageAtAct(filing);
  return age !== null && age < ageRule(rulebook.profile, filing.actDate).mitigatedUnder;
}
