import { civilDateOf, fen, type CivilDate, type Fact } from '@fajiao/kernel';
import { standingProposal, type CaseState, type OnProposal, type Proposal } from './case-state';
import type { DefenceEvent, Findings, InvestigationEvent, ProposedPenalty } from './events';
import { verifiedWith } from './evolve-measures';
import { joined } from './joined';

/** What the conclusion, the proposal and everything done on it change: notice, defence, review, deliberation. */
export function defenceChanged(state: CaseState, fact: Fact<InvestigationEvent | DefenceEvent>): Partial<CaseState> {
  const { revision } = fact;
  const by = fact.meta.actor.id;
  const on = civilDateOf(fact.meta.occurredAt);
  switch (fact.type) {
    case 'InvestigationConcluded':
      return {
        conclusions: concluded(fact.data, revision),
        proposals: [proposed(fact.data.proposal, null, on, revision)],
        evidence: verifiedWith(state.evidence, { by, on, revision }),
        investigators: joined(state.investigators, [by]),
      };
    case 'ProposalRevised': {
      const kept = fact.data.onlyLowers ? standingProposal(state) : null;
      return {
        conclusions: concluded(fact.data, state.conclusions?.revision ?? revision),
        proposals: [...state.proposals, proposed(fact.data.proposal, kept, on, revision)],
        evidence: verifiedWith(state.evidence, { by, on, revision }),
        investigators: joined(state.investigators, [by]),
      };
    }
    case 'PriorNoticeServed': {
      const { proposal, servedOn, rights } = fact.data;
      const notice = { proposal, servedOn, hearingRight: rights.includes('hearing'), on, by, revision };
      return { notices: [...state.notices, notice] };
    }
    case 'RightsWaived':
      return { waivers: [...state.waivers, { proposal: fact.data.proposal, on, by, revision }] };
    case 'StatementMade':
      return { statements: [...state.statements, { ...fact.data, on, by, revision, reviewed: null }] };
    case 'StatementReviewed': {
      const { statements, adopted, reasons } = fact.data;
      return {
        statements: state.statements.map((made) =>
          statements.includes(made.statement) ? { ...made, reviewed: { adopted, reasons, revision } } : made,
        ),
      };
    }
    case 'HearingRequested':
      return { hearing: { requested: onProposal(fact.data.proposal), withdrawn: null, noticed: null, ended: null } };
    case 'HearingRequestWithdrawn':
      return { hearing: { ...state.hearing, withdrawn: onProposal(fact.data.proposal), noticed: null } };
    case 'HearingNoticed': {
      const { proposal, hearingAt, place = null } = fact.data;
      return {
        hearing: { ...state.hearing, noticed: { ...onProposal(proposal), hearingAt, place } },
        chairs: chairs(),
      };
    }
    case 'HearingHeld': {
      const { proposal, chair, representatives, closedBecause = null, minutes = null } = fact.data;
      const ended = { ...onProposal(proposal), held: true, chair, representatives, closedBecause, minutes };
      return { hearing: { ...state.hearing, ended }, chairs: chairs(chair) };
    }
    case 'HearingMissed': {
      const nobody = { chair: by, representatives: 0, closedBecause: null, minutes: null };
      const ended = { ...onProposal(fact.data.proposal), held: false, ...nobody };
      return { hearing: { ...state.hearing, ended }, chairs: chairs() };
    }
    case 'LegalReviewPassed':
    case 'LegalReviewReturned': {
      const passed = fact.type === 'LegalReviewPassed';
      return { reviews: [...state.reviews, { ...onProposal(fact.data.proposal), passed }] };
    }
    case 'DeliberationHeld': {
      const { proposal, present, chair = null, attending = [], conclusion, penalties } = fact.data;
      const opinions = fact.data.opinions.map(({ vote = null, ...said }) => ({
        ...said,
        vote,
        dissents: vote !== null && vote !== conclusion,
      }));
      const held = { ...onProposal(proposal), present, chair, attending, opinions, conclusion };
      const reduced = penalties ? reducedBy(state, penalties, on, revision) : [];
      return { deliberations: [...state.deliberations, held], proposals: [...state.proposals, ...reduced] };
    }
  }

  function chairs(...named: readonly string[]): readonly string[] {
    return joined(state.chairs, [by, ...named]);
  }

  function onProposal(proposal: number): OnProposal {
    return { proposal, on, by, revision };
  }
}

function concluded(found: Findings, revision: number): CaseState['conclusions'] {
  const { findings, conditions, gainsFen, repaidFen = fen(0), turnoverFen = null, goods } = found;
  return { findings, conditions, gainsFen, repaidFen, turnoverFen, goods, revision };
}

/** `kept`: the version whose notice, waiver and hearing go on holding. */
function proposed(given: ProposedPenalty, kept: Proposal | null, on: CivilDate, revision: number): Proposal {
  const { version, penalties, tier, reasons = null, mitigation = null, governing = null, noPenalty = null } = given;
  const holds = { noticeFrom: kept?.noticeFrom ?? version, reviewFrom: version, deliberationFrom: version };
  const proposal = { version, penalties, tier, reasons, mitigation, governing, noPenalty };
  return { ...proposal, ...holds, madeBy: 'officers', on, revision };
}

/** A deliberation that reduces is itself the revision: all that was done before goes on holding, this deliberation too. */
function reducedBy(
  state: CaseState,
  penalties: Proposal['penalties'],
  on: CivilDate,
  revision: number,
): readonly Proposal[] {
  const standing = standingProposal(state);
  if (!standing) return [];
  const { version } = standing;
  const reduced = { version: version + 1, penalties, deliberationFrom: version, madeBy: 'deliberation' as const };
  return [{ ...standing, ...reduced, on, revision }];
}
