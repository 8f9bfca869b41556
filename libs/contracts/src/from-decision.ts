import type { EventSchemas } from '@fajiao/event-store';
import type { CivilDate, DomainEvent, Fen } from '@fajiao/kernel';
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

export type PublishedByDecision = FineHandedOver | DecisionForPublic;

export const publishedByDecision: EventSchemas<PublishedByDecision> = {
  FineHandedOver: { version: 1, personal: personalFieldsOf('party') },
  DecisionForPublic: { version: 1, personal: [...personalFieldsOf('party'), 'facts'] },
};
