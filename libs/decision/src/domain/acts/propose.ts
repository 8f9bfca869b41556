import type { Penalty } from '@fajiao/contracts';
import type { Fen } from '@fajiao/kernel';
import type { Act } from '../act';
import { standingProposal, type CaseState } from '../case-state';
import type { LawContext } from '../context';
import type { Weighed } from '../discretion';
import type { Findings, Mitigation, ProposedPenalty } from '../events';
import { offenceOf } from '../law';
import { goodsOf, moneyOf, onlyLowers } from '../penalties';
import { met, missing, ofAct } from '../requirement';
import { lawfulPenalties } from '../requirements/discretion';
import { actorIsCertified, twoOfficersRemain } from '../requirements/officers';
import { evidenceUsable, notConcluded, underInvestigation, underProposal } from '../requirements/phase';

export interface Proposes {
  readonly findings: string;
  readonly proposal: {
    readonly penalties: readonly Penalty[];
    readonly tier: string;
    /** Why the fine lies outside its tier. */
    readonly reasons?: string;
    readonly mitigation?: Mitigation;
  };
  /** Facts that the offence's article makes a condition. */
  readonly conditions?: readonly string[];
}

export interface ConcludeInvestigation extends Proposes {
  /** What the party gained unlawfully; what the proposal confiscates unless told. */
  readonly gainsFen?: Fen;
  /** Unlawful goods; what the proposal confiscates unless told. */
  readonly goods?: readonly string[];
}

export const concludeInvestigation: Act<ConcludeInvestigation> = {
  name: 'conclude-investigation',
  form: '调查终结报告',
  requires: [
    ...underInvestigation,
    notConcluded,
    evidenceUsable,
    twoOfficersRemain,
    actorIsCertified,
    ...lawfulPenalties(weighed(foundFirst)),
  ],
  makes: (told, state) => [
    { type: 'InvestigationConcluded', data: { ...foundFirst(told), proposal: versionOf(told, state) } },
  ],
};

export interface ReviseProposal extends Proposes {
  readonly newFacts: boolean;
}

/** No heavier penalty because the party defended itself: after a statement or a hearing only on new facts (APL-45). */
const notAggravated = ofAct<ReviseProposal>('defence.aggravated', 'APL-45', ({ newFacts, proposal }, state) => {
  const standing = standingProposal(state);
  const defended = state.statements.length > 0 || state.hearing.requested !== null;
  if (newFacts || !standing || !defended || onlyLowers(standing.penalties, proposal.penalties)) return met();
  return missing({ proposal: standing.version });
});

export const reviseProposal: Act<ReviseProposal> = {
  name: 'revise-proposal',
  form: '处罚意见修改审批表',
  requires: [
    ...underProposal,
    notAggravated,
    twoOfficersRemain,
    actorIsCertified,
    ...lawfulPenalties(weighed(foundAgain)),
  ],
  makes: (told, state) => [
    {
      type: 'ProposalRevised',
      data: {
        ...foundAgain(told, state),
        newFacts: told.newFacts,
        onlyLowers: keepsNotice(told, state),
        proposal: versionOf(told, state),
      },
    },
  ],
};

function foundFirst({ findings, conditions = [], gainsFen, goods, proposal }: ConcludeInvestigation): Findings {
  const { confiscatedGainsFen } = moneyOf(proposal.penalties);
  return {
    findings,
    conditions,
    gainsFen: gainsFen ?? confiscatedGainsFen,
    goods: goods ?? goodsOf(proposal.penalties),
  };
}

/** A revision leaves gains and goods as they were found, unless its new facts confiscate more. */
function foundAgain({ findings, conditions, proposal }: ReviseProposal, { conclusions }: CaseState): Findings {
  const { confiscatedGainsFen } = moneyOf(proposal.penalties);
  const before = conclusions?.gainsFen ?? confiscatedGainsFen;
  return {
    findings,
    conditions: conditions ?? conclusions?.conditions ?? [],
    gainsFen: confiscatedGainsFen > before ? confiscatedGainsFen : before,
    goods: [...new Set([...(conclusions?.goods ?? []), ...goodsOf(proposal.penalties)])],
  };
}

/** Only lowers or drops penalties on the same facts and basis (readings: revised-proposal). */
function keepsNotice({ newFacts, proposal, conditions }: ReviseProposal, state: CaseState): boolean {
  const standing = standingProposal(state);
  if (newFacts || !standing) return false;
  const known = state.conclusions?.conditions ?? [];
  const sameConditions = conditions === undefined || [...conditions].sort().join() === [...known].sort().join();
  return sameConditions && onlyLowers(standing.penalties, proposal.penalties);
}

function versionOf({ proposal }: Proposes, state: CaseState): ProposedPenalty {
  const { penalties, tier, reasons, mitigation } = proposal;
  return {
    version: state.proposals.length + 1,
    penalties,
    tier,
    ...(reasons !== undefined && { reasons }),
    ...(mitigation !== undefined && { mitigation }),
  };
}

function weighed<Told extends Proposes>(found: (told: Told, state: CaseState) => Findings) {
  return (told: Told, state: CaseState, law: LawContext): Weighed | null => {
    const item = state.filing && offenceOf(state.filing, law);
    if (!item) return null;
    const { conditions, gainsFen, goods } = found(told, state);
    return { item, party: state.filing.party.kind, ...told.proposal, conditions, gainsFen, goods };
  };
}
