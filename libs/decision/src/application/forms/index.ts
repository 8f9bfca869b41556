import type { CaseEvent, IssuingEvent } from '../../domain/events';
import { approvalForm } from './approval.forms';
import type { Fill } from './case-file';
import { decisionCorrection, noPenaltyDecision, penaltyDecision } from './decision.forms';
import { hearingNotice, hearingOpinion, hearingRecord, priorNotice, statementReview } from './defence.forms';
import { evidenceList, inspectionRecord, questioningRecord, samplingReceipt } from './evidence.forms';
import { closingReport, courtApplication, demand } from './execution.forms';
import { filingApproval, leadSlip } from './filing.forms';
import { investigationConclusion } from './investigation.forms';
import {
  correctionOrder,
  preservationNotice,
  preservationOutcome,
  seizureDecision,
  seizureExtension,
  seizureLifting,
} from './measures.forms';
import { deliberationRecord, legalReview } from './review.forms';
import { proofOfService } from './service.forms';
import { spotDecision } from './spot.forms';
import { transferApproval, transferLetter } from './transfer.forms';

/** A form of the official set. */
export interface FormKind {
  readonly fill: Fill;
  /** The act that makes it whole: before it, the form is a draft. */
  readonly madeBy: readonly CaseEvent['type'][];
  /** It goes out with that act: the event carries the digest of its files. The others are filled from the record when asked for. */
  readonly issued: boolean;
}

const record = (fill: Fill, ...madeBy: readonly CaseEvent['type'][]): FormKind => ({ fill, madeBy, issued: false });
const issued = (fill: Fill, ...madeBy: readonly IssuingEvent['type'][]): FormKind => ({ fill, madeBy, issued: true });

/** The official set (文化市场综合行政执法文书), in the order of the procedure. */
export const forms = {
  'lead-slip': record(leadSlip, 'FilingApproved', 'FilingRefused'),
  'filing-approval': record(filingApproval, 'FilingApproved', 'FilingRefused'),
  'inspection-record': record(inspectionRecord, 'EvidenceCollected'),
  'questioning-record': record(questioningRecord, 'EvidenceCollected'),
  'sampling-receipt': record(samplingReceipt, 'EvidenceSampled'),
  'evidence-list': record(evidenceList, 'EvidenceCollected'),
  'preservation-notice': issued(preservationNotice, 'EvidencePreserved'),
  'preservation-outcome': issued(preservationOutcome, 'PreservationResolved'),
  'seizure-decision': issued(seizureDecision, 'SeizureMade'),
  'seizure-extension': issued(seizureExtension, 'SeizureExtended'),
  'seizure-lifting': issued(seizureLifting, 'SeizureLifted'),
  'correction-order': issued(correctionOrder, 'CorrectionOrdered'),
  'approval-form': record(
    approvalForm,
    'OfficersReplaced',
    'RecusalDecided',
    'CaseSuspended',
    'DecisionTermExtended',
    'CaseDropped',
    'DeferralApproved',
    'InstalmentsApproved',
  ),
  'investigation-conclusion': record(investigationConclusion, 'InvestigationConcluded'),
  'legal-review': record(legalReview, 'LegalReviewPassed', 'LegalReviewReturned'),
  'prior-notice': issued(priorNotice, 'PriorNoticeServed'),
  'statement-review': record(statementReview, 'StatementReviewed'),
  'hearing-notice': issued(hearingNotice, 'HearingNoticed'),
  'hearing-record': record(hearingRecord, 'HearingHeld', 'HearingMissed'),
  'hearing-opinion': record(hearingOpinion, 'HearingHeld'),
  'deliberation-record': record(deliberationRecord, 'DeliberationHeld'),
  'transfer-approval': record(transferApproval, 'TransferApproved', 'TransferRefused'),
  'transfer-letter': issued(transferLetter, 'CaseHandedOver'),
  'penalty-decision': issued(penaltyDecision, 'DecisionServed'),
  'no-penalty-decision': issued(noPenaltyDecision, 'DecisionServed'),
  'spot-decision': issued(spotDecision, 'DecisionNumbered'),
  'proof-of-service': record(proofOfService, 'PriorNoticeServed', 'DecisionServed', 'DemandIssued'),
  'decision-correction': issued(decisionCorrection, 'ClericalErrorCorrected'),
  demand: issued(demand, 'DemandIssued'),
  'court-application': issued(courtApplication, 'CourtEnforcementSought'),
  'closing-report': issued(closingReport, 'CaseClosed'),
} as const satisfies Readonly<Record<string, FormKind>>;

export type FormId = keyof typeof forms;

export const FORM_IDS = Object.keys(forms) as readonly FormId[];
