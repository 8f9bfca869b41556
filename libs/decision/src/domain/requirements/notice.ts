import type { Clock } from '@fajiao/rulebook';
import { latestHolding, standingProposal, type CaseState, type Notice } from '../case-state';
import type { LawContext } from '../context';
import { byWhetherPassed, clockFrom, hearingRight } from '../law';
import { met, metIf, missing, notRequired, ofCase } from '../requirement';

/** Prior notice and the party's statement (APL-44, 45, 62). The notice is always due. */

/** The notice that holds for the version that stands. */
export function holdingNotice(state: CaseState): Notice | null {
  return latestHolding(state.notices, state, 'noticeFrom');
}

/** How long the party may make its statement: as long as it may ask for a hearing (Readings: "statement window"). */
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

/**
 * The window has ended, or the party waived. A waiver ends only the right to a statement: the right to ask for a hearing
 * lasts as long as it would have.
 */
export const windowEnded = ofCase('notice.window-open', 'APL-45', (state, law) => {
  const notice = holdingNotice(state);
  if (!notice) return notRequired;
  const waiver = latestHolding(state.waivers, state, 'noticeFrom');
  const waived = waiver !== null && waiver.revision > notice.revision;
  if (waived && (!notice.hearingRight || state.hearing.ended)) return met(waiver.revision);
  const window = rightsWindow(notice, law);
  return byWhetherPassed(window, law.today, {
    passed: met(notice.revision),
    open: missing({ until: window.due }, waived ? { source: 'APL-64' } : {}),
  });
});

/** The notice told every right that the version gives: one that came to be major needs another notice. */
export const rightsTold = ofCase('notice.rights-not-told', 'APL-44', (state, law) => {
  const notice = holdingNotice(state);
  if (!notice || hearingRight(state, law).length === 0) return notRequired;
  return metIf(notice.hearingRight, { right: 'hearing' });
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

export const statementToReview = ofCase('statement.none-to-review', 'APL-45', ({ statements }) => {
  const open = statements.filter(({ reviewed }) => reviewed === null);
  return open.length > 0 ? met(...open.map(({ revision }) => revision)) : missing();
});
