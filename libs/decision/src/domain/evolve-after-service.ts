import type { DecisionFell } from '@fajiao/contracts';
import { civilDateOf, type CivilDate, type Fact } from '@fajiao/kernel';
import type { CourtApplication, Remedy } from './after-service';
import { penaltyOf, type CaseState } from './case-state';
import type { CaseArchived, DecisionRevoked, EnforcementEvent, RemedyEvent } from './events';
import { resumed } from './resumed';

type AfterServiceEvent = RemedyEvent | EnforcementEvent | CaseArchived | DecisionFell;

/** What happened to a decision after its service. */
export function afterServiceChanged(state: CaseState, fact: Fact<AfterServiceEvent>): Partial<CaseState> {
  const { revision } = fact;
  const by = fact.meta.actor.id;
  const on = civilDateOf(fact.meta.occurredAt);
  switch (fact.type) {
    case 'RemedySought':
      return {
        ...reopened(state),
        remedies: [...state.remedies, { ...fact.data, ...untouched, revision }],
      };
    case 'RemedyReplied':
      return { remedies: withRemedy(state, fact.data.remedy, { repliedOn: on }) };
    case 'JudgmentGiven': {
      const { remedy, ...given } = fact.data;
      return { remedies: withRemedy(state, remedy, { judgment: { ...given, revision } }) };
    }
    case 'AppealFiled': {
      const { remedy, ...filed } = fact.data;
      // The party's appeal is replied to like its complaint.
      const toReply = filed.by === 'party' ? { receivedOn: on, repliedOn: null } : {};
      const appeals = state.remedies.find((one) => one.remedy === remedy)?.appeals ?? [];
      return { remedies: withRemedy(state, remedy, { appeals: [...appeals, { ...filed, revision }], ...toReply }) };
    }
    case 'RemedyConcluded': {
      const { remedy, outcome, endedOn, accepted } = fact.data;
      return {
        remedies: withRemedy(state, remedy, { concluded: { outcome, endedOn, accepted, revision } }),
        ...(outcome === 'unlawful' && { heldUnlawfulOn: endedOn }),
      };
    }
    case 'DecisionChanged': {
      const { penalties, payment } = fact.data;
      const decision = penaltyOf(state);
      return {
        ...reopened(state),
        decision: decision && { ...decision, penalties, payment },
        changedBy: fact.data.by,
      };
    }
    case 'DecisionRevoked':
      return { ...reopened(state), ...revoked(state, fact) };
    case 'DecisionFell':
      return { fellOn: fact.data.fellOn };
    case 'RedoOrdered': {
      const { orderedOn, until = null, procedural } = fact.data;
      return { redo: { on: orderedOn, until, procedural, revision } };
    }
    case 'EnforcementStayed':
      return { stays: [...state.stays, { ...fact.data, from: on, liftedOn: null, revision }] };
    case 'StayLifted':
      return { stays: state.stays.map((stay) => (stay.liftedOn ? stay : { ...stay, liftedOn: on })) };
    case 'DeferralApproved':
      return { easierTerms: [...state.easierTerms, { kind: 'deferral', ...fact.data, on, revision }] };
    case 'InstalmentsApproved':
      return { easierTerms: [...state.easierTerms, { kind: 'instalments', ...fact.data, on, revision }] };
    case 'DemandIssued': {
      const { demand, service, owed } = fact.data;
      const issued = { demand, servedOn: service.servedOn, owed, statements: [], revision };
      return { demands: [...state.demands, issued] };
    }
    case 'DemandStatementHeard': {
      const { demand, ...heard } = fact.data;
      return {
        demands: state.demands.map((one) =>
          one.demand === demand ? { ...one, statements: [...one.statements, { ...heard, revision }] } : one,
        ),
      };
    }
    case 'CourtEnforcementSought': {
      const { demand, court } = fact.data;
      return { courtApplication: { demand, court, on, by, answer: null, review: null, revision } };
    }
    case 'CourtEnforcementAnswered': {
      const { answer, ground = null, reasons = null } = fact.data;
      return withApplication(state, { answer: { answer, ground, reasons, on, revision }, review: null });
    }
    case 'CourtReviewRequested':
      return withApplication(state, { review: { ...fact.data, on, upheldOn: null, revision } });
    case 'CourtReviewConcluded':
      return courtReviewed(state, fact.data.upheld, on, revision);
    case 'EnforcementSuspended': {
      const pause = { from: on, resumedOn: null, ground: fact.data.ground, revision };
      return { enforcementPauses: [...state.enforcementPauses, pause] };
    }
    case 'EnforcementResumed':
      return { enforcementPauses: resumed(state.enforcementPauses, on) };
    case 'EnforcementTerminated':
      return {
        enforcementPauses: resumed(state.enforcementPauses, on),
        enforcementEnd: { on, ground: fact.data.ground, revision },
      };
    case 'CaseArchived': {
      const { archive, manifestSha256, retention } = fact.data;
      return { archives: [...state.archives, { archive, on, manifestSha256, keptUntil: retention.until, revision }] };
    }
  }
}

const untouched = { repliedOn: null, judgment: null, appeals: [], concluded: null } as const;

/** A file that was closed is open again. */
function reopened({ ending }: CaseState): Partial<CaseState> {
  return ending?.how === 'closed' ? { ending: null } : {};
}

/** Revoked, the decision stays on file as it is; to be made anew, the case stands before it again. */
function revoked(state: CaseState, { data, revision }: Fact<DecisionRevoked>): Partial<CaseState> {
  const { how, by, revokedOn: on } = data;
  if (how !== 'redo') return { fall: { how, by, on, revision } };
  const { decision, number, service, conclusions } = state;
  if (!decision) return {};
  const documentNumber = number?.documentNumber ?? null;
  return {
    fallenDecisions: [...state.fallenDecisions, { decision, documentNumber, service, conclusions, by, on, revision }],
    decision: null,
    number: null,
    service: null,
    payment: null,
    writtenOff: null,
    executed: [],
    easierTerms: [],
    demands: [],
    courtApplication: null,
    enforcementPauses: [],
    enforcementEnd: null,
    heldUnlawfulOn: null,
    changedBy: null,
  };
}

function withApplication(
  { courtApplication }: CaseState,
  change: Partial<CourtApplication>,
): Pick<CaseState, 'courtApplication'> {
  return { courtApplication: courtApplication && { ...courtApplication, ...change } };
}

/** What was not accepted is open again; what was refused is granted. */
function courtReviewed(state: CaseState, upheld: boolean, on: CivilDate, revision: number): Partial<CaseState> {
  const { answer = null, review = null } = state.courtApplication ?? {};
  if (upheld) return withApplication(state, { review: review && { ...review, upheldOn: on } });
  if (answer?.answer !== 'refused') return withApplication(state, { answer: null, review: null });
  const granted = { answer: 'granted', ground: null, reasons: null, on, revision } as const;
  return withApplication(state, { answer: granted, review: null });
}

function withRemedy({ remedies }: CaseState, remedy: number, change: Partial<Remedy>): readonly Remedy[] {
  return remedies.map((one) => (one.remedy === remedy ? { ...one, ...change } : one));
}
