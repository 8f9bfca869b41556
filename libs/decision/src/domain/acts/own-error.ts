import type { Penalty } from '@fajiao/contracts';
import type { Act } from '../act';
import { standingWeighed } from '../discretion';
import { onlyLowers, samePenalties } from '../penalties';
import { metIf, notRequired, missing, ofAct, ofCase } from '../requirement';
import { penaltyStands } from '../requirements/closing';
import { lawfulPenalties } from '../requirements/discretion';
import { deciderIsNotInvestigator } from '../requirements/duties';
import { decided } from '../requirements/phase';
import { decisionStands } from '../requirements/remedies';
import { changed, revoked } from '../what-falls';

/** The authority corrects its own errors (APL-75): also in a closed or archived case, which is then open again. */

export interface ChangeDecision {
  readonly penalties: readonly Penalty[];
  readonly reason: string;
}

/** What is heavier has to be told and heard first, so it is decided anew (APL-62). */
const notHeavier = ofAct<ChangeDecision>('change.heavier', 'APL-62', ({ penalties }, { decision }) =>
  metIf(decision?.outcome !== 'penalty' || onlyLowers(decision.penalties, penalties)),
);

const changesSomething = ofAct<ChangeDecision>('change.changes-nothing', 'APL-75', ({ penalties }, { decision }) =>
  metIf(decision?.outcome !== 'penalty' || !samePenalties(decision.penalties, penalties)),
);

/** The heads decided it together, so one of them alone does not change it (APL-57). */
const notMajor = ofCase('change.needs-deliberation', 'APL-57', ({ decision }) =>
  decision?.outcome === 'penalty' && decision.major ? missing() : notRequired,
);

const lawfulChange = lawfulPenalties<ChangeDecision>(({ penalties, reason }, state, law) => {
  const standing = standingWeighed(state, law);
  return standing && { ...standing, penalties, reasons: reason };
});

export const changeDecision: Act<ChangeDecision> = {
  name: 'change-decision',
  form: '变更行政处罚决定书',
  requires: [
    decided,
    penaltyStands,
    decisionStands,
    notMajor,
    notHeavier,
    changesSomething,
    ...lawfulChange,
    deciderIsNotInvestigator,
  ],
  makes: ({ penalties, reason }, state, { caseId, today }) =>
    changed(state, penalties, { caseId, by: 'own-authority', on: today, reason }),
};

export interface RevokeDecision {
  readonly reason: string;
  /** The case goes back to before the decision, within the term that it had (readings: redo-term). */
  readonly anew?: boolean;
}

export const revokeDecision: Act<RevokeDecision> = {
  name: 'revoke-decision',
  form: '撤销行政处罚决定书',
  requires: [decided, decisionStands, deciderIsNotInvestigator],
  makes: ({ reason, anew = false }, state, { caseId, today }) =>
    revoked(state, anew ? 'redo' : 'revoked', { caseId, by: 'own-authority', on: today, reason }),
};
