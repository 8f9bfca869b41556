import type { Penalty } from '@fajiao/contracts';
import type { DomainEvent, Fen } from '@fajiao/kernel';
import type { NamedOfficer } from './filing';

/** The eight kinds of evidence of APL-46. */
export const EVIDENCE_KINDS = [
  'documentary',
  'physical',
  'audio-visual',
  'electronic',
  'witness-testimony',
  'party-statement',
  'expert-opinion',
  'inspection-record',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A piece of evidence (现场检查笔录, 询问笔录, …). `evidence` counts from 1 within the case. */
export type EvidenceCollected = DomainEvent<
  'EvidenceCollected',
  {
    readonly evidence: number;
    readonly kind: EvidenceKind;
    readonly officers: readonly NamedOfficer[];
    /** Always true: without the showing recorded the act is refused (APL-55). */
    readonly certificatesShown: true;
    readonly title: string;
    /** SHA-256 (hex) of the file. */
    readonly sha256: string;
  }
>;

/** Evidence checked before use (APL-46). */
export type EvidenceVerified = DomainEvent<'EvidenceVerified', { readonly evidence: number; readonly result: string }>;

/** Evidence kept out, e.g. because it was unlawfully taken (APL-46). */
export type EvidenceExcluded = DomainEvent<'EvidenceExcluded', { readonly evidence: number; readonly reason: string }>;

/** A ground that must mitigate (APL-30, 32) and why it is taken to be there. */
export interface Mitigation {
  readonly ground: string;
  readonly reason: string;
}

/** What the officers propose. Review, notice, hearing and deliberation hold for the version that they saw. */
export interface ProposedPenalty {
  /** From 1; each revision is the next. */
  readonly version: number;
  readonly penalties: readonly Penalty[];
  /** Tier of the discretion benchmark (裁量档次, APL-34). */
  readonly tier: string;
  /** Why the amount lies outside its tier. */
  readonly reasons?: string;
  readonly mitigation?: Mitigation;
}

/** What was found, as far as the offence's article asks for it. */
export interface Findings {
  readonly findings: string;
  /** Facts that the article makes a condition, e.g. `refused-to-correct`. */
  readonly conditions: readonly string[];
  readonly gainsFen: Fen;
  readonly goods: readonly string[];
}

/** 调查终结报告: the findings and the first version of the proposal. */
export type InvestigationConcluded = DomainEvent<
  'InvestigationConcluded',
  Findings & { readonly proposal: ProposedPenalty }
>;

/** The proposal is made anew (readings: revised-proposal). */
export type ProposalRevised = DomainEvent<
  'ProposalRevised',
  Findings & {
    readonly newFacts: boolean;
    /** Only lowers or drops penalties on the same facts and basis: notice, statement and hearing keep holding. */
    readonly onlyLowers: boolean;
    readonly proposal: ProposedPenalty;
  }
>;

export type InvestigationEvent =
  EvidenceCollected | EvidenceVerified | EvidenceExcluded | InvestigationConcluded | ProposalRevised;
