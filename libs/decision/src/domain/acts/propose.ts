import type { Penalty } from '@fajiao/contracts';
import { fen, sumFen, type Fen } from '@fajiao/kernel';
import type { Act } from '../act';
import { standingProposal, type CaseState } from '../case-state';
import type { LawContext } from '../context';
import type { Weighed } from '../discretion';
import type { Findings, GoverningVersion, Mitigation, ProposedNoPenalty, ProposedPenalty } from '../events';
import { governingItem } from '../governing-law';
import { ifAny } from '../if-any';
import { goodsOf, moneyOf, onlyLowers } from '../penalties';
import { asRequired, met, missing, ofAct } from '../requirement';
import { lawfulPenalties } from '../requirements/discretion';
import { rightVersion } from '../requirements/governing-law';
import { mitigationKnown } from '../requirements/grounds';
import { actorIsCertified, twoOfficersRemain } from '../requirements/officers';
import { firstTimeTier } from '../requirements/repeated';
import { evidenceUsable, notConcluded, underInvestigation, underProposal } from '../requirements/phase';

export interface Proposes {
  readonly findings: string;
  readonly proposal: {
    readonly penalties: readonly Penalty[];
    readonly tier: string;
    /** Why the fine lies outside its tier. */
    readonly reasons?: string;
    readonly mitigation?: Mitigation;
    /** A later version of the catalogue governs because it is milder. */
    readonly governing?: GoverningVersion;
    /** Instead of penalties, of which there are none then. */
    readonly noPenalty?: ProposedNoPenalty;
  };
  /** Facts that the offence's article makes a condition. */
  readonly conditions?: readonly string[];
  /** What the party gained unlawfully; what the proposal confiscates unless told. */
  readonly gainsFen?: Fen;
  /** Of it, what is or will be given back (退赔). */
  readonly repaidFen?: Fen;
  /** 违法经营额, where the article counts by it. */
  readonly turnoverFen?: Fen;
}

const dayOfAct = (_told: Proposes, { filing }: CaseState) => asRequired(filing).actDate;

export interface ConcludeInvestigation extends Proposes {
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
    ...rightVersion(weighed(foundFirst)),
    mitigationKnown,
    ...lawfulPenalties(weighed(foundFirst)),
    firstTimeTier(weighed(foundFirst), dayOfAct),
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
    ...rightVersion(weighed(foundAgain)),
    mitigationKnown,
    ...lawfulPenalties(weighed(foundAgain)),
    firstTimeTier(weighed(foundAgain), dayOfAct),
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

function foundFirst(told: ConcludeInvestigation): Findings {
  const { findings, conditions = [], gainsFen, repaidFen, turnoverFen, goods, proposal } = told;
  const { confiscatedGainsFen } = moneyOf(proposal.penalties);
  return {
    findings,
    conditions,
    gainsFen: gainsFen ?? sumFen(confiscatedGainsFen, repaidFen ?? fen(0)),
    ...ifAny({ repaidFen, turnoverFen }),
    goods: goods ?? goodsOf(proposal.penalties),
  };
}

/** A revision leaves gains and goods as they were found, unless it says otherwise or its facts confiscate more. */
function foundAgain(told: ReviseProposal, { conclusions }: CaseState): Findings {
  const { findings, conditions, proposal } = told;
  const repaidFen = told.repaidFen ?? conclusions?.repaidFen ?? fen(0);
  const turnoverFen = told.turnoverFen ?? conclusions?.turnoverFen ?? undefined;
  const confiscated = sumFen(moneyOf(proposal.penalties).confiscatedGainsFen, repaidFen);
  const before = conclusions?.gainsFen ?? confiscated;
  return {
    findings,
    conditions: conditions ?? conclusions?.conditions ?? [],
    gainsFen: told.gainsFen ?? fen(Math.max(confiscated, before)),
    ...(repaidFen > 0 && { repaidFen }),
    ...ifAny({ turnoverFen }),
    goods: [...new Set([...(conclusions?.goods ?? []), ...goodsOf(proposal.penalties)])],
  };
}

/** Only lowers or drops penalties on the same facts and basis (readings: revised-proposal). */
function keepsNotice({ newFacts, proposal, conditions }: ReviseProposal, state: CaseState): boolean {
  const standing = standingProposal(state);
  if (newFacts || !standing) return false;
  const known = asRequired(state.conclusions).conditions;
  const sameConditions = conditions === undefined || [...conditions].sort().join() === [...known].sort().join();
  return sameConditions && onlyLowers(standing.penalties, proposal.penalties);
}

function versionOf({ proposal }: Proposes, state: CaseState): ProposedPenalty {
  const { penalties, tier, reasons, mitigation, governing, noPenalty } = proposal;
  return {
    version: state.proposals.length + 1,
    penalties,
    tier,
    ...ifAny({ reasons, mitigation, governing, noPenalty }),
  };
}

function weighed<Told extends Proposes>(found: (told: Told, state: CaseState) => Findings) {
  return (told: Told, state: CaseState, law: LawContext): Weighed | null => {
    const { filing } = state;
    const item = filing && governingItem(filing, told.proposal.governing, law);
    if (!item || told.proposal.noPenalty) return null;
    const { conditions, gainsFen, repaidFen, turnoverFen, goods } = found(told, state);
    const responsiblePerson = filing.beside !== null;
    const facts = { conditions, gainsFen, repaidFen, turnoverFen, goods };
    return { item, party: filing.party.kind, ...told.proposal, responsiblePerson, ...facts };
  };
}
