import type { CaseState } from '../case-state';
import type { LawContext } from '../context';
import { circumstancesOf, standingWeighed, type Weighed } from '../discretion';
import type { GoverningVersion } from '../events';
import { laterVersion } from '../governing-law';
import { offenceOf } from '../law';
import { met, metIf, missing, notRequired, ofAct, ofCase, type Finding, type OfAct } from '../requirement';

/** The version of the catalogue that a proposal stands on (APL-37). */

interface ProposesUnder {
  readonly proposal: { readonly governing?: GoverningVersion; readonly noPenalty?: object };
}

/** A version is named only where it is that of today, a later one than that of the act, and not heavier. */
const versionMayGovern = ofAct<ProposesUnder>('catalogue.version-not-governing', 'APL-37', (told, state, law) => {
  const { governing } = told.proposal;
  if (!governing) return notRequired;
  const later = comparedWithToday(state, law);
  const fits = later?.version === governing.version && ['milder', 'mixed'].includes(later.compared);
  return metIf(fits, { version: governing.version });
});

/** What is proposed stands on the milder version of today, where there is one. */
export function rightVersion<Data extends ProposesUnder>(
  weigh: (data: Data, state: CaseState, law: LawContext) => Weighed | null,
): readonly OfAct<Data>[] {
  return [
    versionMayGovern,
    ofAct<Data>('catalogue.milder-version', 'APL-37', (told, state, law) =>
      told.proposal.noPenalty
        ? notRequired
        : milderGoverns(state, law, told.proposal.governing, weigh(told, state, law)),
    ),
  ];
}

/** The same when the decision is made: the catalogue may have changed since the proposal. */
export const stillRightVersion = ofCase('catalogue.milder-version', 'APL-37', (state, law) =>
  milderGoverns(state, law, state.proposals.at(-1)?.governing, standingWeighed(state, law)),
);

function milderGoverns(
  state: CaseState,
  law: LawContext,
  governing: GoverningVersion | null | undefined,
  weighed: Weighed | null,
): Finding {
  const later = comparedWithToday(state, law, weighed);
  if (!later || (later.compared !== 'milder' && later.compared !== 'abolished')) return notRequired;
  return governing?.version === later.version ? met() : missing({ version: later.version, compared: later.compared });
}

/** In the circumstances of the proposal; where it cannot be weighed, in those of the party alone. */
function comparedWithToday({ filing }: CaseState, law: LawContext, weighed: Weighed | null = null) {
  const item = filing && offenceOf(filing, law);
  if (!item) return null;
  const { kind: party } = filing.party;
  const responsiblePerson = filing.beside !== null;
  const circumstances = weighed ? circumstancesOf(weighed) : { party, serious: false, responsiblePerson };
  return laterVersion(filing, circumstances, law);
}
