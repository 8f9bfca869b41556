import { clockRule, remedyRule } from '@fajiao/rulebook';
import type { Act } from '../act';
import { penaltyOf, type CaseState } from '../case-state';
import type { ActContext } from '../context';
import type { CourtPaper, Demanded } from '../events';
import { ifAny } from '../if-any';
import { asRequired } from '../requirement';
import {
  courtNotSought,
  demanded,
  demandTermOver,
  enforcementNotEnded,
  fineHandedOver,
  fineUnpaid,
  groundId,
  notSuspendedFromEnforcement,
  onListedGround,
  opinionOnFile,
  oursToEnforce,
  paymentOverdue,
  remediesOver,
  revokedWhereTold,
  suspendedFromEnforcement,
  suspendedLongEnough,
  withinCourtTerm,
  type OnGround,
  type SeekCourtEnforcement,
} from '../requirements/enforcement';
import { actorIsCertified } from '../requirements/officers';
import { decided, notEnded, served } from '../requirements/phase';
import { decisionStands, executionNotStayed, noRemedyPending } from '../requirements/remedies';
import { servable, serviceOf, type Serve } from '../requirements/serving';
import { surchargeIfUnpaid } from '../payment-term';

/** A fine that is overdue, and that nothing holds up. */
const enforceable = [
  notEnded,
  decided,
  served,
  decisionStands,
  fineHandedOver,
  fineUnpaid,
  paymentOverdue,
  executionNotStayed,
  notSuspendedFromEnforcement,
  enforcementNotEnded,
] as const;

export interface IssueDemand extends Serve {
  /** What the collecting side says is owed today; the whole of the decision, and the surcharge on it, unless told. */
  readonly owed?: Demanded;
}

export const issueDemand: Act<IssueDemand> = {
  name: 'issue-demand',
  form: '催告书',
  requires: [...enforceable, actorIsCertified, ...servable(({ service }) => service?.servedOn)],
  makes: ({ owed, ...serve }, state, act) => {
    const { length, unit } = clockRule(act.rulebook.profile, 'demand', act.today);
    const demand = state.demands.length + 1;
    const service = serviceOf(serve, act);
    return [
      {
        type: 'DemandIssued',
        data: {
          demand,
          service,
          documentNumber: asRequired(state.number).documentNumber,
          owed: owed ?? owedInFull(state, act),
          within: { length, unit },
          how: 'any-bank-or-electronic',
          rights: ['statement', 'defence'],
        },
      },
      {
        type: 'FineDemanded',
        data: { fineId: fineIdOf(state), caseId: act.caseId, demand, servedOn: service.servedOn },
      },
    ];
  },
};

/** Both acts require that the fine was handed over. */
const fineIdOf = ({ service }: CaseState): string => asRequired(service?.fineId);

function owedInFull(state: CaseState, act: ActContext): Demanded {
  const { fineFen, confiscatedGainsFen } = asRequired(penaltyOf(state)?.payment);
  return { fineFen, confiscatedGainsFen, surchargeFen: surchargeIfUnpaid(state, act) };
}

export interface HearOnDemand {
  readonly text: string;
  readonly adopted: boolean;
  readonly reasons: string;
}

/** The party is heard after a demand, and what it says is checked (ACL-36, 54). */
export const hearOnDemand: Act<HearOnDemand> = {
  name: 'hear-on-demand',
  form: '陈述申辩笔录',
  requires: [notEnded, demanded, courtNotSought, actorIsCertified],
  makes: (heard, { demands }) => [{ type: 'DemandStatementHeard', data: { demand: demands.length, ...heard } }],
};

/** Signed by the head (ACL-55): the head acts. */
export const seekCourtEnforcement: Act<SeekCourtEnforcement> = {
  name: 'seek-court-enforcement',
  form: '强制执行申请书',
  requires: [
    ...enforceable,
    noRemedyPending,
    oursToEnforce,
    demanded,
    demandTermOver,
    remediesOver,
    courtNotSought,
    withinCourtTerm,
    opinionOnFile,
  ],
  makes: (told, state, { caseId, rulebook, today }) => [
    {
      type: 'CourtEnforcementSought',
      data: {
        demand: state.demands.length,
        court: remedyRule(rulebook.profile, today).court,
        papers: papersOf(told, state),
      },
    },
    { type: 'FineTakenToCourt', data: { fineId: fineIdOf(state), caseId, appliedOn: today } },
  ],
};

function papersOf({ objectState, partyOpinion }: SeekCourtEnforcement, state: CaseState): readonly CourtPaper[] {
  const heard = state.demands.flatMap(({ statements }) => statements.map(({ text }) => text));
  return [
    { paper: 'decision', content: asRequired(state.number).documentNumber },
    { paper: 'party-opinion', content: partyOpinion ?? heard.join('；') },
    { paper: 'demand', content: `催告书第${state.demands.length}号` },
    { paper: 'state-of-object', content: objectState },
  ];
}

const running = [notEnded, decided, served, decisionStands, enforcementNotEnded] as const;

/** The head approves (ACL-39). */
export const suspendEnforcement: Act<OnGround> = {
  name: 'suspend-enforcement',
  form: '中止执行决定书',
  requires: [...running, notSuspendedFromEnforcement, ...onListedGround('enforcement-suspension', 'ACL-39')],
  makes: ({ ground, reason }, _state, law) => [
    {
      type: 'EnforcementSuspended',
      data: { ground: groundId('enforcement-suspension', ground, law), ...ifAny({ reason }) },
    },
  ],
};

export const resumeEnforcement: Act<object> = {
  name: 'resume-enforcement',
  form: '恢复执行通知书',
  requires: [...running, suspendedFromEnforcement],
  makes: () => [{ type: 'EnforcementResumed', data: {} }],
};

/** The head approves (ACL-40; after three years of suspension ACL-39). A decision that has fallen is the ground itself. */
export const terminateEnforcement: Act<OnGround> = {
  name: 'terminate-enforcement',
  form: '终结执行决定书',
  requires: [
    notEnded,
    decided,
    served,
    enforcementNotEnded,
    ...onListedGround('enforcement-termination', 'ACL-40'),
    suspendedLongEnough,
    revokedWhereTold,
  ],
  makes: ({ ground, reason }, _state, law) => [
    {
      type: 'EnforcementTerminated',
      data: { ground: groundId('enforcement-termination', ground, law), ...ifAny({ reason }) },
    },
  ],
};
