import type { Penalty } from '@fajiao/contracts';
import type { NoPenaltyGround } from './no-penalty-grounds';
import type { CivilDate, DomainEvent, Fen } from '@fajiao/kernel';

/** A ground that must mitigate (APL-30, 32) and why it is taken to be there. */
export interface Mitigation {
  readonly ground: string;
  readonly reason: string;
}

/** A version of the catalogue other than that of the day of the act, and why it governs: it is milder (APL-37). */
export interface GoverningVersion {
  /** Its first day. */
  readonly version: CivilDate;
  readonly reason: string;
}

/** What was found calls for no penalty (APL-30 to 33, 57). */
export interface ProposedNoPenalty {
  readonly ground: NoPenaltyGround;
  readonly reasons: string;
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
  /** Left out where the version of the day of the act governs. */
  readonly governing?: GoverningVersion;
  /** Instead of penalties, of which there are none then. */
  readonly noPenalty?: ProposedNoPenalty;
}

/** What was found, as far as the offence's article asks for it. */
export interface Findings {
  readonly findings: string;
  /** Facts that the article makes a condition, e.g. `refused-to-correct`. */
  readonly conditions: readonly string[];
  readonly gainsFen: Fen;
  /** Of the gains, what is or will be given back to those whom it was taken from (退赔, APL-28). */
  readonly repaidFen?: Fen;
  /** 违法经营额, where the article counts by it. */
  readonly turnoverFen?: Fen;
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

export type InvestigationEvent = InvestigationConcluded | ProposalRevised;
