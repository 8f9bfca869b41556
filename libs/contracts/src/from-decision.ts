import type { EventSchemas } from '@fajiao/event-store';
import type { CivilDate, DomainEvent, Fen, Instant } from '@fajiao/kernel';
import { type Party, personalFieldsOf } from './party';
import type { Penalty } from './penalty';

/**
 * A served decision hands its money to the collecting side (APL-67): appended together with DecisionServed, and only
 * where there is money to pay.
 */
export type FineHandedOver = DomainEvent<
  'FineHandedOver',
  {
    /** One fine a decision; the collecting side's stream is `fine-<fineId>`. */
    readonly fineId: string;
    readonly caseId: string;
    readonly documentNumber: string;
    readonly party: Party;
    readonly decidedOn: CivilDate;
    /** The day that starts the term of payment. */
    readonly servedOn: CivilDate;
    readonly fineFen: Fen;
    readonly confiscatedGainsFen: Fen;
    /** Whether the decision states a surcharge (rate and cap); otherwise none ever arises (APL-72, ACL-45). */
    readonly surchargeStated: boolean;
    /** No suit without a reconsideration before it (ARL-23): decided on the spot since 2024. */
    readonly reconsiderationFirst?: boolean;
    /** Staff ids of everybody who has had a part in the case: none of them may authorise on the other side (APL-67). */
    readonly decidingPersons?: readonly string[];
  }
>;

/** A served decision for the public side: what disclosure may draw on. Masking is disclosure's work (APL-50). */
export type DecisionForPublic = DomainEvent<
  'DecisionForPublic',
  {
    readonly caseId: string;
    readonly documentNumber: string;
    readonly party: Party;
    /** A party under 18 at the act is never identified (APL-50). */
    readonly minor: boolean;
    readonly offence: {
      readonly code: string;
      readonly title: string;
      readonly statute: string;
      readonly article: string;
    };
    readonly facts: string;
    readonly penalties: readonly Penalty[];
    /** The procedure that led to it; spot decisions are not shown for credit. */
    readonly procedure: 'ordinary' | 'simple';
    readonly decidedOn: CivilDate;
    readonly servedOn: CivilDate;
    readonly authority: { readonly name: string; readonly code: string };
  }
>;

/** Another authority or a court changed the decision, or the bureau changed its own (APL-75): other amounts are owed under it. */
export type FineChanged = DomainEvent<
  'FineChanged',
  {
    readonly fineId: string;
    readonly caseId: string;
    readonly fineFen: Fen;
    readonly confiscatedGainsFen: Fen;
    readonly changedOn: CivilDate;
    readonly by: ChangedBy;
  }
>;

/** The decision fell: nothing is owed under it any more. `redo`: it is to be decided anew, and then makes another fine. */
export type FineCancelled = DomainEvent<
  'FineCancelled',
  {
    readonly fineId: string;
    readonly caseId: string;
    readonly reason: 'revoked' | 'void' | 'redo';
    readonly cancelledOn: CivilDate;
    readonly by: ChangedBy;
  }
>;

/** Who changed a decision: reconsideration, a court, or the authority that made it. */
export type ChangedBy = 'reconsideration' | 'litigation' | 'own-authority';

/** Deferral (延期) or instalments (分期) approved for real hardship (APL-66). The latest holds. */
export type TermChanged = DomainEvent<
  'TermChanged',
  {
    readonly fineId: string;
    readonly caseId: string;
    readonly approvedOn: CivilDate;
    readonly term:
      | { readonly kind: 'deferral'; readonly until: CivilDate }
      | {
          readonly kind: 'instalments';
          /** In the order of their last days; together the fine (readings: missed-instalment). */
          readonly instalments: readonly { readonly due: CivilDate; readonly fen: Fen }[];
          /** The plan says that all falls due when a part is missed. */
          readonly missedMakesAllDue: boolean;
        };
  }
>;

export type RemedyKind = 'reconsideration' | 'litigation';

/** A remedy is sought: from that day on no surcharge is counted (APL-73; readings: remedy-pause). */
export type RemedyPending = DomainEvent<
  'RemedyPending',
  {
    readonly fineId: string;
    readonly caseId: string;
    /** Tells several remedies of one case apart: `1` the first. */
    readonly remedy: number;
    readonly kind: RemedyKind;
    readonly soughtOn: CivilDate;
  }
>;

/** The remedy ended. Where it was never accepted, it paused nothing. */
export type RemedyEnded = DomainEvent<
  'RemedyEnded',
  {
    readonly fineId: string;
    readonly caseId: string;
    readonly remedy: number;
    /** The last day without surcharge. */
    readonly endedOn: CivilDate;
    readonly accepted: boolean;
  }
>;

/** The party was told to perform (催告, ACL-54): ten working days later the court may be asked. */
export type FineDemanded = DomainEvent<
  'FineDemanded',
  {
    readonly fineId: string;
    readonly caseId: string;
    /** Counts the demands of one case, from 1; the latest holds. */
    readonly demand: number;
    readonly servedOn: CivilDate;
  }
>;

/** The court was asked to enforce the decision (申请强制执行, ACL-53). */
export type FineTakenToCourt = DomainEvent<
  'FineTakenToCourt',
  { readonly fineId: string; readonly caseId: string; readonly appliedOn: CivilDate }
>;

/** The court did not take the application up, or refused it (ACL-56, 58): it may be asked again, or the higher court. */
export type FineTurnedAwayByCourt = DomainEvent<
  'FineTurnedAwayByCourt',
  { readonly fineId: string; readonly caseId: string; readonly on: CivilDate }
>;

/** Money taken on the spot (APL-68, 69) has been handed in by the officer and waits to be paid in at the bank (APL-71). */
export type SpotMoneyHandedIn = DomainEvent<
  'SpotMoneyHandedIn',
  {
    readonly fineId: string;
    readonly caseId: string;
    readonly fen: Fen;
    /** 财政专用票据 (APL-70). */
    readonly receiptNumber: string;
    readonly takenAt: Instant;
    readonly handedInOn: CivilDate;
  }
>;

/** A published decision was changed, revoked, held unlawful or void: what is public comes down (APL-48). */
export type DecisionFell = DomainEvent<
  'DecisionFell',
  {
    readonly caseId: string;
    readonly documentNumber: string;
    readonly how: 'changed' | 'revoked' | 'redo' | 'unlawful' | 'void';
    readonly by: ChangedBy;
    readonly fellOn: CivilDate;
    /** Of a changed decision: what holds instead. */
    readonly penalties: readonly Penalty[] | null;
  }
>;

export type PublishedByDecision =
  | FineHandedOver
  | FineChanged
  | FineCancelled
  | TermChanged
  | RemedyPending
  | RemedyEnded
  | FineDemanded
  | FineTakenToCourt
  | FineTurnedAwayByCourt
  | SpotMoneyHandedIn
  | DecisionForPublic
  | DecisionFell;

export const publishedByDecision: EventSchemas<PublishedByDecision> = {
  FineHandedOver: { version: 1, personal: personalFieldsOf('party') },
  FineChanged: { version: 1 },
  FineCancelled: { version: 1 },
  TermChanged: { version: 1 },
  RemedyPending: { version: 1 },
  RemedyEnded: { version: 1 },
  FineDemanded: { version: 1 },
  FineTakenToCourt: { version: 1 },
  FineTurnedAwayByCourt: { version: 1 },
  SpotMoneyHandedIn: { version: 1 },
  DecisionForPublic: { version: 1, personal: [...personalFieldsOf('party'), 'facts'] },
  DecisionFell: { version: 1 },
};
