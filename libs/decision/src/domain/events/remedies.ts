import type { ChangedBy, Penalty, RemedyKind } from '@fajiao/contracts';
import type { CivilDate, DomainEvent } from '@fajiao/kernel';
import type { PaymentInstruction } from './decision';

/** What became of a remedy. `not-accepted` (不予受理), `no-decision`: the term of the reconsideration passed without one (ALL-45). */
export const REMEDY_OUTCOMES = [
  'upheld',
  'changed',
  'revoked',
  'redo',
  'unlawful',
  'void',
  'rejected',
  'not-accepted',
  'withdrawn',
  'mediated',
  'no-decision',
] as const;
export type RemedyOutcome = (typeof REMEDY_OUTCOMES)[number];

/** 行政复议 or 行政诉讼 was begun. From `soughtOn` on no surcharge is counted (APL-73). */
export type RemedySought = DomainEvent<
  'RemedySought',
  {
    /** Tells several remedies of one case apart: 1 the first. */
    readonly remedy: number;
    readonly kind: RemedyKind;
    readonly soughtOn: CivilDate;
    /** The copy of the application or complaint reached the bureau: its own reply is due from here. */
    readonly receivedOn: CivilDate;
    /** 简易程序 of the reconsideration organ (ARL-53): a shorter reply. */
    readonly procedure: 'ordinary' | 'simple';
    /** Whether the term was kept; whether a late one is accepted is for the organ or the court. null: not known. */
    readonly inTime: boolean | null;
  }
>;

/** 行政复议答复书, 行政答辩状: the bureau's reply with its file (ARL-48, ALL-67). */
export type RemedyReplied = DomainEvent<'RemedyReplied', { readonly remedy: number; readonly summary: string }>;

/** 一审判决, 裁定, as it was served: in effect only when its term of appeal has passed without one (ALL-85). */
export type JudgmentGiven = DomainEvent<
  'JudgmentGiven',
  {
    readonly remedy: number;
    readonly outcome: RemedyOutcome;
    readonly form: 'judgment' | 'ruling';
    /** The last day of its service on either side. */
    readonly servedOn: CivilDate;
  }
>;

/** 上诉状: the second instance decides. `inTime`: null where it is not known. */
export type AppealFiled = DomainEvent<
  'AppealFiled',
  {
    readonly remedy: number;
    readonly by: 'party' | 'authority';
    readonly appealedOn: CivilDate;
    readonly inTime: boolean | null;
  }
>;

/** 行政复议决定书 or the judgment, as the bureau received it. */
export type RemedyConcluded = DomainEvent<
  'RemedyConcluded',
  {
    readonly remedy: number;
    readonly outcome: RemedyOutcome;
    /** Reconsideration: its decision is served; court: the judgment takes effect. The last day without surcharge. */
    readonly endedOn: CivilDate;
    /** false: it was never accepted and paused nothing. */
    readonly accepted: boolean;
    /** Revoked for its procedure alone: the same decision may be made again lawfully (ARL-64). */
    readonly procedural: boolean;
    /** What holds instead, where the decision is changed or revoked in part. */
    readonly penalties?: readonly Penalty[];
  }
>;

/** The decision is changed by somebody: 变更. It only ever becomes milder. */
export type DecisionChanged = DomainEvent<
  'DecisionChanged',
  {
    readonly by: ChangedBy;
    readonly changedOn: CivilDate;
    readonly penalties: readonly Penalty[];
    readonly payment: PaymentInstruction | null;
    readonly reason?: string;
  }
>;

/** The decision is revoked or void; `redo`: the case goes back to before it (撤销并重新作出). */
export type DecisionRevoked = DomainEvent<
  'DecisionRevoked',
  {
    readonly by: ChangedBy;
    readonly how: 'revoked' | 'void' | 'redo';
    readonly revokedOn: CivilDate;
    readonly reason?: string;
  }
>;

/** 责令重新作出: the term for deciding begins anew, or ends when the order says (readings: redo-term). */
export type RedoOrdered = DomainEvent<
  'RedoOrdered',
  {
    readonly remedy: number;
    readonly orderedOn: CivilDate;
    readonly until?: CivilDate;
    readonly procedural: boolean;
  }
>;

/** 停止执行 (ARL-42, ALL-56): execution waits until it is lifted or the remedy ends. `by`: who ordered it. */
export type EnforcementStayed = DomainEvent<'EnforcementStayed', { readonly remedy: number; readonly by: string }>;

export type StayLifted = DomainEvent<'StayLifted', { readonly remedy: number }>;

export type RemedyEvent =
  | RemedySought
  | RemedyReplied
  | JudgmentGiven
  | AppealFiled
  | RemedyConcluded
  | DecisionChanged
  | DecisionRevoked
  | RedoOrdered
  | EnforcementStayed
  | StayLifted;

export const remedySchemas = {
  RemedySought: { version: 1 },
  RemedyReplied: { version: 1, personal: ['summary'] },
  JudgmentGiven: { version: 1 },
  AppealFiled: { version: 1 },
  RemedyConcluded: { version: 1 },
  DecisionChanged: { version: 1, personal: ['reason'] },
  DecisionRevoked: { version: 1, personal: ['reason'] },
  RedoOrdered: { version: 1 },
  EnforcementStayed: { version: 1, personal: ['by'] },
  StayLifted: { version: 1 },
} as const;
