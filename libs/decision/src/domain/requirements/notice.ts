import type { Clock } from '@fajiao/rulebook';
import {
  allHolding,
  holdingRequest,
  latestHolding,
  standingProposal,
  withdrawnRequest,
  type CaseState,
  type Notice,
} from '../case-state';
import type { LawContext } from '../context';
import { byWhetherPassed, clockFrom, hearingRight } from '../law';
import { met, metIf, missing, notRequired, ofCase, type Finding } from '../requirement';

/** Prior notice and the party's statement (APL-44, 45, 62). The notice is always due. */

/** The notice that holds for the version that stands. */
export function holdingNotice(state: CaseState): Notice | null {
  return latestHolding(state.notices, state, 'noticeFrom');
}

/** The one among those that hold that told the right to a hearing: it is told once, and its term is not opened again. */
export function hearingNotice(state: CaseState): Notice | null {
  return allHolding(state.notices, state, 'noticeFrom').find(({ hearingRight }) => hearingRight) ?? null;
}

/** How long the party may make its statement: as long as it may ask for a hearing (readings: statement-window). */
export function rightsWindow(notice: Notice, law: LawContext): Clock {
  return clockFrom(law, 'statement-window', notice.servedOn);
}

export const noticeServed = ofCase('notice.missing', 'APL-62', (state) => {
  const notice = holdingNotice(state);
  return notice ? met(notice.revision) : missing({ proposal: standingProposal(state)?.version ?? null });
});

/** One notice for a version is enough. */
export const noticeNotServed = ofCase('notice.already-served', 'APL-44', (state) => {
  const version = standingProposal(state)?.version;
  return metIf(!state.notices.some(({ proposal }) => proposal === version), { proposal: version ?? null });
});

/** The party may make its statement no more: the window has ended, or it waived. */
function statementWindowEnded(state: CaseState, law: LawContext): Finding {
  const notice = holdingNotice(state);
  if (!notice) return notRequired;
  const waiver = latestHolding(state.waivers, state, 'noticeFrom');
  if (waiver && waiver.revision > notice.revision) return met(waiver.revision);
  const window = rightsWindow(notice, law);
  return byWhetherPassed(window, law.today, { passed: met(notice.revision), open: missing({ until: window.due }) });
}

/** Nor ask for a hearing, which a waiver of the statement does not end; taking its request back does. */
function hearingTermEnded(state: CaseState, law: LawContext): Finding {
  const notice = hearingNotice(state);
  if (!notice || holdingRequest(state)) return notRequired;
  const withdrawn = withdrawnRequest(state);
  if (withdrawn) return met(withdrawn.revision);
  const term = clockFrom(law, 'hearing-request', notice.servedOn);
  return byWhetherPassed(term, law.today, {
    passed: met(notice.revision),
    open: missing({ until: term.due }, { source: 'APL-64' }),
  });
}

export const windowEnded = ofCase('notice.window-open', 'APL-45', (state, law) => {
  const statement = statementWindowEnded(state, law);
  return statement.is === 'missing' ? statement : both(statement, hearingTermEnded(state, law));
});

function both(statement: Finding, hearing: Finding): Finding {
  if (statement.is !== 'met' || hearing.is !== 'met') return hearing.is === 'not-required' ? statement : hearing;
  return met(...statement.by, ...hearing.by);
}

/** Every right that the version gives was told: one that came to be heavier needs another notice. */
export const rightsTold = ofCase('notice.rights-not-told', 'APL-44', (state, law) => {
  if (!holdingNotice(state) || hearingRight(state, law).length === 0) return notRequired;
  const notice = hearingNotice(state);
  return notice ? met(notice.revision) : missing({ right: 'hearing' });
});

export const notWaived = ofCase('rights.already-waived', 'APL-45', (state) =>
  metIf(latestHolding(state.waivers, state, 'noticeFrom') === null),
);

/** Every statement is heard and checked again (APL-45). */
export const statementsReviewed = ofCase('statement.not-reviewed', 'APL-45', ({ statements }) => {
  const open = statements.filter(({ reviewed }) => reviewed === null);
  if (open.length > 0) return missing({ statements: open.map(({ statement }) => statement).join(', ') });
  return statements.length === 0 ? notRequired : met(...statements.map(({ reviewed }) => reviewed?.revision));
});

/** What the party said and the review found right is adopted: a revision, or what the heads reduced, takes it up (APL-45). */
export const adoptedTakenUp = ofCase('statement.adopted-not-taken-up', 'APL-45', ({ statements, proposals }) => {
  const adopted = statements.flatMap(({ statement, reviewed }) => (reviewed?.adopted ? [{ statement, reviewed }] : []));
  if (adopted.length === 0) return notRequired;
  const latest = proposals.at(-1)?.revision ?? -1;
  const open = adopted.filter(({ reviewed }) => reviewed.revision > latest);
  if (open.length > 0) return missing({ statements: open.map(({ statement }) => statement).join(', ') });
  return met(latest);
});

export const statementToReview = ofCase('statement.none-to-review', 'APL-45', ({ statements }) => {
  const open = statements.filter(({ reviewed }) => reviewed === null);
  return open.length > 0 ? met(...open.map(({ revision }) => revision)) : missing();
});
