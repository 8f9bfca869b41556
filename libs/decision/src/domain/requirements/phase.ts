import { met, metIf, missing, ofCase } from '../requirement';

/** Where the case stands: what must have been done, and what must not have been done yet. */

export const notEnded = ofCase('case.ended', 'APL-57', ({ ending }) =>
  ending ? missing({ how: ending.how, on: ending.on }) : met(),
);

/** A closed case can still show a crime, and hear of it from the justice organs (APL-27). */
export const notEndedUnlessClosed = ofCase('case.ended', 'APL-57', ({ ending }) =>
  ending && ending.how !== 'closed' ? missing({ how: ending.how, on: ending.on }) : met(),
);

export const filed = ofCase('case.not-filed', 'APL-54', ({ filing }) => (filing ? met(filing.revision) : missing()));

export const filingOpen = ofCase('filing.already-decided', 'APL-54', ({ approval, ending }) =>
  metIf(approval === null && ending?.how !== 'filing-refused'),
);

export const filingApproved = ofCase('filing.not-approved', 'APL-54', ({ approval }) =>
  approval ? met(approval.revision) : missing(),
);

export const notDecided = ofCase('case.already-decided', 'APL-57', ({ decision }) =>
  decision ? missing({ outcome: decision.outcome, on: decision.decidedOn }) : met(),
);

export const notSuspended = ofCase('case.suspended', 'APL-60', ({ pauses }) => {
  const running = pauses.find(({ cause, resumedOn }) => cause === 'suspension' && resumedOn === null);
  return running ? missing({ since: running.from }) : met();
});

export const evidenceUsable = ofCase('evidence.missing', 'APL-46', ({ evidence }) => {
  const usable = evidence.filter(({ status }) => status !== 'excluded');
  return usable.length > 0 ? met(...usable.map(({ revision }) => revision)) : missing();
});

export const notConcluded = ofCase('investigation.already-concluded', 'APL-57', ({ conclusions }) =>
  metIf(conclusions === null),
);

export const concluded = ofCase('investigation.not-concluded', 'APL-57', ({ conclusions, proposals }) =>
  conclusions ? met(conclusions.revision, proposals.at(-1)?.revision) : missing(),
);

/** What stands proposes a penalty. */
export const penaltyProposed = ofCase('decision.no-penalty-proposed', 'APL-57', ({ proposals }) => {
  const standing = proposals.at(-1);
  return standing?.noPenalty ? missing() : met(standing?.revision);
});

export const decided = ofCase('decision.missing', 'APL-57', ({ decision }) =>
  decision ? met(decision.revision) : missing(),
);

export const numbered = ofCase('decision.not-numbered', 'profile', ({ number }) =>
  number ? met(number.revision) : missing(),
);

export const notServed = ofCase('decision.already-served', 'APL-61', ({ service }) =>
  service ? missing({ on: service.servedOn }) : met(),
);

/** A decision made on the spot is served before it is numbered; nothing follows until it is. */
export const served = ofCase('decision.not-served', 'APL-61', ({ service, number }) => {
  if (!service) return missing();
  return number ? met(service.revision) : missing(undefined, { code: numbered.code, source: numbered.source });
});

/** What every act of the investigation stands on. */
export const underInvestigation = [notEnded, notDecided, filingApproved] as const;

/** What every act on a proposal stands on. */
export const underProposal = [notEnded, notDecided, filingApproved, concluded] as const;
