import type { Act } from '../act';
import { pendingRemedy, type Remedy } from '../after-service';
import { procedureOf, type CaseState } from '../case-state';
import type { ActContext } from '../context';
import type { CaseEvent } from '../events';
import { ifAny } from '../if-any';
import { asRequired } from '../requirement';
import { concludedAsJudged, effectiveByLaw, endOf, judgmentInEffect } from '../requirements/appeal';
import { actorIsCertified } from '../requirements/officers';
import { decided, served } from '../requirements/phase';
import {
  acceptancePossible,
  changeTold,
  changesSomething,
  decisionStands,
  endedOnPossible,
  isInTime,
  neverWorse,
  noRemedyPending,
  notReplied,
  notStayed,
  notUsedBefore,
  outcomePossible,
  reconsideredFirst,
  remedyPending,
  soughtOnPossible,
  stayed,
  type ConcludeRemedy,
  type SeekRemedy,
} from '../requirements/remedies';
import { changed, fell, ofFine, revoked } from '../what-falls';

/** Also of a closed or archived case: it is open again. */
export const seekRemedy: Act<SeekRemedy> = {
  name: 'remedy-sought',
  form: '行政复议申请书副本、行政起诉状副本',
  requires: [
    decided,
    served,
    decisionStands,
    noRemedyPending,
    notUsedBefore,
    reconsideredFirst,
    soughtOnPossible,
    actorIsCertified,
  ],
  makes: (told, state, act) => {
    const { kind, soughtOn = act.today } = told;
    const remedy = state.remedies.length + 1;
    const procedure = told.procedure ?? (kind === 'reconsideration' ? procedureOf(state) : 'ordinary');
    const sought = { remedy, kind, soughtOn, receivedOn: act.today, procedure, inTime: isInTime(told, state, act) };
    return [
      { type: 'RemedySought', data: sought },
      ...ofFine(state, ({ fineId }) => ({
        type: 'RemedyPending',
        data: { fineId, caseId: act.caseId, remedy, kind, soughtOn },
      })),
    ];
  },
};

export interface ReplyToRemedy {
  readonly summary: string;
}

export const replyToRemedy: Act<ReplyToRemedy> = {
  name: 'reply-to-remedy',
  form: '行政复议答复书、行政答辩状',
  requires: [remedyPending, notReplied, actorIsCertified],
  makes: ({ summary }, state) =>
    ofPending(state, ({ remedy }) => [{ type: 'RemedyReplied', data: { remedy, summary } }]),
};

export const concludeRemedy: Act<ConcludeRemedy> = {
  name: 'remedy-concluded',
  form: '行政复议决定书、行政判决书',
  requires: [
    remedyPending,
    outcomePossible,
    acceptancePossible,
    endedOnPossible,
    judgmentInEffect,
    effectiveByLaw,
    concludedAsJudged,
    changeTold,
    changesSomething,
    neverWorse,
    actorIsCertified,
  ],
  makes: (told, state, act) => ofPending(state, (pending) => concluded(told, pending, state, act)),
};

function concluded(told: ConcludeRemedy, { remedy, kind }: Remedy, state: CaseState, act: ActContext): CaseEvent[] {
  const { outcome, penalties, procedural = false } = told;
  const endedOn = endOf(told, state, act);
  const accepted = outcome !== 'not-accepted' && told.accepted !== false;
  const falling = { caseId: act.caseId, by: kind, on: endedOn };
  return [
    {
      type: 'RemedyConcluded',
      data: { remedy, outcome, endedOn, accepted, procedural, ...ifAny({ penalties }) },
    },
    ...ofFine(state, ({ fineId }) => ({
      type: 'RemedyEnded',
      data: { fineId, caseId: act.caseId, remedy, endedOn, accepted },
    })),
    ...effects(),
  ];

  function effects(): CaseEvent[] {
    if (penalties) return changed(state, penalties, falling);
    switch (outcome) {
      case 'revoked':
      case 'void':
        return revoked(state, outcome, falling);
      case 'redo': {
        const { redoBy: until } = told;
        const order = { remedy, orderedOn: endedOn, procedural, ...ifAny({ until }) };
        return [...revoked(state, 'redo', falling), { type: 'RedoOrdered', data: order }];
      }
      case 'unlawful':
        return fell(state, 'unlawful', null, falling);
      default:
        return [];
    }
  }
}

export interface OrderStay {
  /** Who ordered it: the authority, the reconsideration organ, the court. */
  readonly by: string;
}

/** A remedy does not stay execution by itself (APL-73); this does. */
export const orderStay: Act<OrderStay> = {
  name: 'stay-ordered',
  form: '停止执行通知书',
  requires: [decisionStands, remedyPending, notStayed, actorIsCertified],
  makes: ({ by }, state) => ofPending(state, ({ remedy }) => [{ type: 'EnforcementStayed', data: { remedy, by } }]),
};

export const liftStay: Act<object> = {
  name: 'stay-lifted',
  form: '恢复执行通知书',
  requires: [stayed, actorIsCertified],
  makes: (_told, state) => ofPending(state, ({ remedy }) => [{ type: 'StayLifted', data: { remedy } }]),
};

function ofPending(state: CaseState, make: (pending: Remedy) => CaseEvent[]): CaseEvent[] {
  return make(asRequired(pendingRemedy(state)));
}
