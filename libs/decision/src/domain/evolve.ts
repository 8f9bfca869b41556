import type { Aggregate } from '@fajiao/event-store';
import { civilDateOf, type Fact } from '@fajiao/kernel';
import { noCase, type CaseState, type IssuedOnCase } from './case-state';
import { caseSchemas, type CaseEvent, type NamedOfficer } from './events';
import { afterServiceChanged } from './evolve-after-service';
import { defenceChanged } from './evolve-defence';
import { measuresAfter } from './evolve-measures';
import { recusalChanged } from './evolve-recusal';
import { spotChanged } from './evolve-spot';
import { transferChanged } from './evolve-transfer';
import { joined } from './joined';
import { resumed } from './resumed';
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
  const status = statusAfter(fact, state.status, state.transfers.at(-1)?.handedOver?.status);
  const documents = [...state.documents, ...issuedBy(fact)];
  return { ...state, ...changed(state, fact), status, documents, log: [...state.log, entry] };
}

function issuedBy({ data, meta, revision }: Fact<CaseEvent>): IssuedOnCase[] {
  const document = 'document' in data ? data.document : undefined;
  return document ? [{ ...document, on: civilDateOf(meta.occurredAt), revision }] : [];
}

function changed(state: CaseState, fact: Fact<CaseEvent>): Partial<CaseState> {
  const { revision } = fact;
  const by = fact.meta.actor.id;
  const on = civilDateOf(fact.meta.occurredAt);
  switch (fact.type) {
    case 'CaseFiled': {
      const {
        officers,
        actEndDate = null,
        place = null,
        harm = null,
        overlaps = [],
        beside = null,
        power = null,
        ...told
      } = fact.data;
      return {
        filing: { ...told, actEndDate, place, harm, overlaps, beside, power, filedOn: on, filedBy: by, revision },
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
    case 'RecusalRequested':
    case 'RecusalDecided':
      return recusalChanged(state, fact);
    case 'EvidenceCollected':
    case 'EvidenceSampled':
    case 'EvidencePreserved':
    case 'SeizureMade':
    case 'CorrectionInspected': {
      const officers = fact.data.officers.map(({ id }) => id);
      return { ...measuresAfter(state, fact), investigators: joined(state.investigators, [...officers, by]) };
    }
    case 'EvidenceHandedOver':
    case 'EvidenceVerified':
    case 'EvidenceExcluded':
    case 'PreservationResolved':
    case 'SeizureApproved':
    case 'SeizureConfirmed':
    case 'SeizureExtended':
    case 'SeizureTestingBegun':
    case 'SeizureTestingEnded':
    case 'SeizureLifted':
    case 'SeizedDisposed':
    case 'CorrectionOrdered':
      return measuresAfter(state, fact);
    case 'InvestigationConcluded':
    case 'ProposalRevised':
    case 'PriorNoticeServed':
    case 'RightsWaived':
    case 'StatementMade':
    case 'StatementReviewed':
    case 'HearingRequested':
    case 'HearingRequestWithdrawn':
    case 'HearingNoticed':
    case 'HearingHeld':
    case 'HearingMissed':
    case 'LegalReviewPassed':
    case 'LegalReviewReturned':
    case 'DeliberationHeld':
      return defenceChanged(state, fact);
    case 'CaseSuspended':
      return {
        pauses: [
          ...state.pauses,
          { cause: 'suspension', from: on, resumedOn: null, ground: fact.data.ground, revision },
        ],
      };
    case 'CaseResumed':
      return { pauses: resumed(state.pauses, on) };
    case 'DecisionTermExtended':
      return { extension: { ...fact.data, revision } };
    case 'PenaltyDecided': {
      const {
        decidedOn,
        proposal,
        facts,
        penalties,
        correction,
        payment,
        authority,
        major,
        pastTerm = null,
      } = fact.data;
      const document = { decidedOn, proposal, facts, penalties, correction, payment, authority, major, pastTerm };
      return { decision: { outcome: 'penalty', procedure: 'ordinary', ...document, by, revision } };
    }
    case 'NoPenaltyDecided': {
      const { decidedOn, facts, ground, reasons = null, found = [], education = null, pastTerm = null } = fact.data;
      const document = { decidedOn, facts, ground, reasons, found, education, pastTerm };
      return { decision: { outcome: 'no-penalty', ...document, by, revision } };
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
    case 'OpeningAbandoned':
    case 'SpotPenaltyDecided':
    case 'SpotDecisionReported':
    case 'SpotMoneyTaken':
    case 'SpotMoneyLanded':
    case 'SpotMoneyHandedIn':
      return spotChanged(state, fact);
    case 'TransferProposed':
    case 'TransferApproved':
    case 'TransferRefused':
    case 'CaseHandedOver':
    case 'CaseReturned':
    case 'TransferDeclined':
    case 'TransferReviewRequested':
    case 'TransferReviewConcluded':
    case 'CriminalJudgmentRecorded':
      return transferChanged(state, fact);
    case 'DecisionFell':
    case 'RemedySought':
    case 'RemedyReplied':
    case 'JudgmentGiven':
    case 'AppealFiled':
    case 'RemedyConcluded':
    case 'DecisionChanged':
    case 'DecisionRevoked':
    case 'RedoOrdered':
    case 'EnforcementStayed':
    case 'StayLifted':
    case 'DeferralApproved':
    case 'InstalmentsApproved':
    case 'DemandIssued':
    case 'DemandStatementHeard':
    case 'CourtEnforcementSought':
    case 'CourtEnforcementAnswered':
    case 'CourtReviewRequested':
    case 'CourtReviewConcluded':
    case 'EnforcementSuspended':
    case 'EnforcementResumed':
    case 'EnforcementTerminated':
    case 'CaseArchived':
      return afterServiceChanged(state, fact);
    case 'DecisionForPublic':
    case 'FineChanged':
    case 'FineCancelled':
    case 'TermChanged':
    case 'RemedyPending':
    case 'RemedyEnded':
    case 'FineDemanded':
    case 'FineTakenToCourt':
    case 'FineTurnedAwayByCourt':
      return {};
    case 'ClericalErrorCorrected':
      return { corrections: [...state.corrections, { ...fact.data, revision }] };
    case 'OtherPenaltyExecuted':
      return { executed: joined(state.executed, [fact.data.penalty]) };
    case 'PaymentCompleted':
      return { payment: { paidOn: fact.data.paidOn, paidFen: fact.data.paidFen, revision } };
    case 'PaymentReopened':
      return { payment: null, ending: null };
    case 'PaymentWrittenOff': {
      const { writtenOffFen: fen, writtenOffOn, ground, source } = fact.data;
      return { writtenOff: { fen, on: writtenOffOn, ground, source, revision } };
    }
    case 'CaseClosed':
      return { ending: { how: 'closed', on, revision } };
    case 'RecordedLate':
      return { recordedLate: [...state.recordedLate, { ...fact.data, revision }] };
  }
}

function assigned(
  state: CaseState,
  named: readonly NamedOfficer[],
  revision: number,
  ...acting: readonly string[]
): Pick<CaseState, 'officers' | 'officersRevision' | 'investigators'> {
  const officers = named.map(({ id }) => id);
  const investigators = joined(state.investigators, [...officers, ...acting]);
  return { officers, officersRevision: revision, investigators };
}
