import type { Aggregate } from '@fajiao/event-store';
import { civilDateOf, type CivilDate, type Fact } from '@fajiao/kernel';
import { noCase, standingProposal, type CaseState, type OnProposal, type Proposal } from './case-state';
import { caseSchemas, type CaseEvent, type Findings, type NamedOfficer, type ProposedPenalty } from './events';
import { statusAfter } from './status';

/** Stream `case-<id>`. */
export const cases: Aggregate<CaseState, CaseEvent> = {
  category: 'case',
  initial: noCase,
  evolve,
  schemas: caseSchemas,
};

/** What the history says. It only notes down: what follows from it in law is asked by requirements, clocks and readings. */
export function evolve(state: CaseState, fact: Fact<CaseEvent>): CaseState {
  const { occurredAt: at, recordedAt, actor } = fact.meta;
  const entry = { revision: fact.revision, type: fact.type, at, recordedAt, by: actor.id };
  const status = statusAfter(fact, state.status);
  return { ...state, ...changed(state, fact), status, log: [...state.log, entry] };
}

function changed(state: CaseState, fact: Fact<CaseEvent>): Partial<CaseState> {
  const { revision } = fact;
  const by = fact.meta.actor.id;
  const on = civilDateOf(fact.meta.occurredAt);
  switch (fact.type) {
    case 'CaseFiled': {
      const { officers, actEndDate = null, place = null, harm = null, overlaps = [], ...told } = fact.data;
      return {
        filing: { ...told, actEndDate, place, harm, overlaps, filedOn: on, filedBy: by, revision },
        ...assigned(state, officers, revision, by),
      };
    }
    case 'FilingApproved':
      return { approval: { on, markedMajor: fact.data.markedMajor, revision } };
    case 'OfficersAssigned':
    case 'OfficersReplaced':
      return assigned(state, fact.data.officers, revision);
    case 'FilingRefused':
      return { ending: { how: 'filing-refused', on, revision } };
    case 'RecusalDecided': {
      const others = state.recused.filter((officer) => officer !== fact.data.officer);
      return { recused: fact.data.recused ? [...others, fact.data.officer] : others };
    }
    case 'EvidenceCollected': {
      const { evidence, kind, title, sha256 } = fact.data;
      const officers = fact.data.officers.map(({ id }) => id);
      const collectedAt = fact.meta.occurredAt;
      const item = { evidence, kind, title, sha256, officers, collectedAt, status: 'collected' as const, revision };
      return { evidence: [...state.evidence, item], investigators: joined(state.investigators, [...officers, by]) };
    }
    case 'EvidenceVerified':
      return { evidence: withStatus(state, fact.data.evidence, 'verified') };
    case 'EvidenceExcluded':
      return { evidence: withStatus(state, fact.data.evidence, 'excluded') };
    case 'InvestigationConcluded':
      return {
        conclusions: concluded(fact.data, revision),
        proposals: [proposed(fact.data.proposal, null, on, revision)],
        investigators: joined(state.investigators, [by]),
      };
    case 'ProposalRevised': {
      const kept = fact.data.onlyLowers ? standingProposal(state) : null;
      return {
        conclusions: concluded(fact.data, state.conclusions?.revision ?? revision),
        proposals: [...state.proposals, proposed(fact.data.proposal, kept, on, revision)],
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
      return { hearing: { requested: { ...onProposal(fact.data.proposal) }, noticed: null, ended: null } };
    case 'HearingNoticed': {
      const { proposal, hearingAt } = fact.data;
      return { hearing: { ...state.hearing, noticed: { ...onProposal(proposal), hearingAt } } };
    }
    case 'HearingHeld':
    case 'HearingMissed': {
      const held = fact.type === 'HearingHeld';
      const chair = fact.type === 'HearingHeld' ? fact.data.chair : by;
      return { hearing: { ...state.hearing, ended: { ...onProposal(fact.data.proposal), held, chair } } };
    }
    case 'LegalReviewPassed':
    case 'LegalReviewReturned': {
      const passed = fact.type === 'LegalReviewPassed';
      return { reviews: [...state.reviews, { ...onProposal(fact.data.proposal), passed }] };
    }
    case 'DeliberationHeld': {
      const { proposal, present, conclusion, penalties } = fact.data;
      const held = { ...onProposal(proposal), present, conclusion };
      const reduced = conclusion === 'reduce' && penalties ? reducedBy(state, penalties, on, revision) : [];
      return { deliberations: [...state.deliberations, held], proposals: [...state.proposals, ...reduced] };
    }
    case 'CaseSuspended':
      return { pauses: [...state.pauses, { from: on, resumedOn: null, ground: fact.data.ground, revision }] };
    case 'CaseResumed':
      return { pauses: state.pauses.map((pause) => (pause.resumedOn ? pause : { ...pause, resumedOn: on })) };
    case 'DecisionTermExtended':
      return { extension: { ...fact.data, revision } };
    case 'PenaltyDecided': {
      const { decidedOn, proposal, facts, penalties, correction, payment, major, pastTerm = null } = fact.data;
      const document = { decidedOn, proposal, facts, penalties, correction, payment, major, pastTerm };
      return { decision: { outcome: 'penalty', ...document, by, revision } };
    }
    case 'NoPenaltyDecided': {
      const { decidedOn, facts, ground, pastTerm = null } = fact.data;
      return { decision: { outcome: 'no-penalty', decidedOn, facts, ground, pastTerm, by, revision } };
    }
    case 'CaseDropped':
      return { ending: { how: 'dropped', on, revision } };
    case 'DecisionNumbered':
      return { number: { documentNumber: fact.data.documentNumber, kind: fact.data.kind, revision } };
    case 'DecisionServed': {
      const { mode, servedOn, publishedOn = null } = fact.data;
      return { service: { mode, servedOn, publishedOn, on, fineId: null, revision } };
    }
    case 'FineHandedOver':
      return { service: state.service && { ...state.service, fineId: fact.data.fineId } };
    case 'DecisionForPublic':
    case 'FineChanged':
    case 'FineCancelled':
    case 'TermChanged':
    case 'RemedyPending':
    case 'RemedyEnded':
    case 'SpotMoneyHandedIn':
    case 'DecisionFell':
      return {};
    case 'ClericalErrorCorrected':
      return { corrections: [...state.corrections, { ...fact.data, revision }] };
    case 'OtherPenaltyExecuted':
      return { executed: joined(state.executed, [fact.data.penalty]) };
    case 'PaymentCompleted':
      return { payment: { paidOn: fact.data.paidOn, paidFen: fact.data.paidFen, revision } };
    case 'PaymentReopened':
      return { payment: null, ending: null };
    case 'CaseClosed':
      return { ending: { how: 'closed', on, revision } };
    case 'RecordedLate':
      return { recordedLate: [...state.recordedLate, { ...fact.data, revision }] };
  }

  function onProposal(proposal: number): OnProposal {
    return { proposal, on, by, revision };
  }
}

function assigned(
  state: CaseState,
  named: readonly NamedOfficer[],
  revision: number,
  actor?: string,
): Pick<CaseState, 'officers' | 'officersRevision' | 'investigators'> {
  const officers = named.map(({ id }) => id);
  const investigators = joined(state.investigators, actor === undefined ? officers : [...officers, actor]);
  return { officers, officersRevision: revision, investigators };
}

function withStatus(state: CaseState, evidence: number, status: 'verified' | 'excluded'): CaseState['evidence'] {
  return state.evidence.map((item) => (item.evidence === evidence ? { ...item, status } : item));
}

function concluded({ findings, conditions, gainsFen, goods }: Findings, revision: number): CaseState['conclusions'] {
  return { findings, conditions, gainsFen, goods, revision };
}

/** `kept`: the version whose notice, waiver and hearing go on holding. */
function proposed(given: ProposedPenalty, kept: Proposal | null, on: CivilDate, revision: number): Proposal {
  const { version, penalties, tier, reasons = null, mitigation = null } = given;
  const holds = { noticeFrom: kept?.noticeFrom ?? version, reviewFrom: version, deliberationFrom: version };
  return { version, penalties, tier, reasons, mitigation, ...holds, madeBy: 'officers', on, revision };
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

function joined(known: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...known, ...more])];
}
