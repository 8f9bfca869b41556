import { civilDateOf, type Instant } from '@fajiao/kernel';
import { reached, type Clock } from '@fajiao/rulebook';
import { holdingRequest, withdrawnRequest, type CaseState, type Notice } from '../case-state';
import type { LawContext } from '../context';
import { byWhetherPassed, clockFrom, yearUnknown } from '../law';
import { met, metIf, missing, notRequired, ofAct, ofCase, type Finding } from '../requirement';
import { hearingNotice } from './notice';

/** Hearing (APL-63, 64). */

export function hearingRequestTerm(notice: Pick<Notice, 'servedOn'>, law: LawContext): Clock {
  return clockFrom(law, 'hearing-request', notice.servedOn);
}

/** A hearing asked for in time was held, or the party stayed away. */
export const hearingDone = ofCase('hearing.missing', 'APL-63', (state) => {
  const requested = holdingRequest(state);
  if (!requested) return notRequired;
  const { ended } = state.hearing;
  return ended ? met(requested.revision, ended.revision) : missing({ requestedOn: requested.on });
});

/**
 * After a hearing the decision is made on its record (APL-65): evidence that the party could not speak to there is no ground of it,
 * unless new facts were proposed and noticed again.
 */
export const onItsRecord = ofCase('hearing.evidence-not-heard', 'APL-65', (state) => {
  const { ended } = state.hearing;
  if (!holdingRequest(state) || !ended?.held) return notRequired;
  const later = state.evidence.filter(({ status, revision }) => status !== 'excluded' && revision > ended.revision);
  if (later.length > 0) return missing({ evidence: later.map(({ evidence }) => evidence).join(', ') });
  return met(ended.revision);
});

export const rightToHearing = ofCase('hearing.no-right', 'APL-63', (state) => {
  const notice = hearingNotice(state);
  return notice ? met(notice.revision) : missing();
});

export const notRequested = ofCase('hearing.already-requested', 'APL-64', (state) =>
  metIf(holdingRequest(state) === null),
);

/** A request that was taken back is not made again on the same version: the right has ended like one that is waived. */
export const notWithdrawn = ofCase('hearing.request-withdrawn', 'APL-64', (state) => {
  const withdrawn = withdrawnRequest(state);
  return withdrawn ? missing({ on: withdrawn.on }) : met();
});

export const requestedInTime = ofCase('hearing.request-late', 'APL-64', (state, law) => {
  const notice = hearingNotice(state);
  if (!notice) return notRequired;
  const term = hearingRequestTerm(notice, law);
  return byWhetherPassed(term, law.today, { passed: missing({ until: term.due }), open: met() });
});

export const requested = ofCase('hearing.not-requested', 'APL-64', (state) => {
  const request = holdingRequest(state);
  return request ? met(request.revision) : missing();
});

export const notYetEnded = ofCase('hearing.already-ended', 'APL-64', ({ hearing }) =>
  hearing.ended ? missing({ on: hearing.ended.on }) : met(),
);

/** Time and place are told seven working days before, the day of the notice not counted (readings: hearing-notice). */
export const noticedInTime = ofAct<{ readonly hearingAt: Instant }>(
  'hearing.notice-too-short',
  'APL-64',
  ({ hearingAt }, _state, law) => {
    const earliest = clockFrom(law, 'hearing-notice', law.today);
    const enough = reached(earliest, civilDateOf(hearingAt));
    if (enough === 'unknown') return yearUnknown(earliest);
    return metIf(enough, { notBefore: earliest.due });
  },
);

/** It takes place when it was told for, not before. */
export const atTheTimeTold = ofCase('hearing.not-noticed', 'APL-64', ({ hearing }, law) => {
  const { noticed } = hearing;
  if (!noticed) return missing();
  const day = civilDateOf(noticed.hearingAt);
  return law.today >= day ? met(noticed.revision) : missing({ hearingOn: day });
});

/** Who keeps the record of a hearing did not investigate, nor did the chair that it names. */
export const chairIsNotInvestigator = ofAct('hearing.chair-is-investigator', 'APL-64', (_data, state, { actor }) =>
  outsider(actor.id, state),
);

export const namedChairIsNotInvestigator = ofAct<{ readonly chair: string }>(
  'hearing.chair-is-investigator',
  'APL-64',
  ({ chair }, state) => outsider(chair, state),
);

function outsider(person: string, { investigators }: CaseState): Finding {
  return metIf(!investigators.includes(person), { person });
}

/** A challenge of the chair that the head found right excludes the chair (APL-64). */
export const namedChairNotRecused = ofAct<{ readonly chair: string }>(
  'officers.recused',
  'APL-64',
  ({ chair }, { recused }) => metIf(!recused.includes(chair), { people: chair }),
);

/** The party comes in person, or one or two represent it. */
export const twoRepresentativesAtMost = ofAct<{ readonly representatives: number }>(
  'hearing.too-many-representatives',
  'APL-64',
  ({ representatives }) => metIf(representatives <= 2, { representatives }),
);

/** Minutes that somebody would not sign carry the chair's note of it. */
export const minutesSigned = ofAct<{ readonly minutes?: { readonly signed: boolean; readonly note?: string } }>(
  'hearing.minutes-not-signed',
  'APL-64',
  ({ minutes }) => {
    if (minutes === undefined) return notRequired;
    return metIf(minutes.signed || minutes.note !== undefined);
  },
);
