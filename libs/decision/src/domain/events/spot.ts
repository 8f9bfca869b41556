import { personalFieldsOf, type Party, type Penalty } from '@fajiao/contracts';
import type { EventSchemas } from '@fajiao/event-store';
import type { CivilDate, DomainEvent, Fen } from '@fajiao/kernel';
import type { CorrectionOrder, DecidingAuthority, PaymentInstruction, RemediesTold } from './decision';
import type { LeadSource, NamedOffence, NamedOfficer, PowerUsed } from './filing';
import type { Mitigation } from './investigation';

/** What the party said on the spot, and how it was checked (APL-45). */
export interface SpotStatement {
  readonly text: string;
  readonly adopted: boolean;
  readonly reasons: string;
}

/**
 * 当场行政处罚决定书 (APL-51, 52), all but its number, which follows as DecisionNumbered. It opens the case and is handed to
 * the party on the spot: it is served by being made.
 */
export type SpotPenaltyDecided = DomainEvent<
  'SpotPenaltyDecided',
  {
    readonly party: Party;
    readonly offence: NamedOffence;
    readonly actDate: CivilDate;
    readonly actEndDate?: CivilDate;
    /** Where it was decided. */
    readonly place: string;
    readonly officers: readonly NamedOfficer[];
    /** Left out where the bureau's own officers decide. */
    readonly power?: PowerUsed;
    /** Always true: without the showing recorded the act is refused (APL-55). */
    readonly certificatesShown: true;
    readonly source: LeadSource;
    readonly decidedOn: CivilDate;
    readonly facts: string;
    /** Facts that the article makes a condition, e.g. `refused-to-correct`. */
    readonly conditions: readonly string[];
    readonly penalties: readonly Penalty[];
    readonly tier: string;
    readonly mitigation?: Mitigation;
    readonly basis: readonly string[];
    readonly correction: CorrectionOrder;
    /** The rights that the form tells before it is signed (APL-44, 45). */
    readonly rights: readonly ('statement' | 'defence')[];
    readonly statement?: SpotStatement;
    readonly payment: PaymentInstruction | null;
    readonly remedies: RemediesTold;
    readonly authority: DecidingAuthority;
    readonly signedBy?: string;
  }
>;

/** 当场处罚备案: the decision is reported to the authority (APL-52). */
export type SpotDecisionReported = DomainEvent<'SpotDecisionReported', Record<string, never>>;

/** Money taken on the spot, on a ground of the closed list (当场收缴, APL-68, 69). */
export type SpotMoneyTaken = DomainEvent<
  'SpotMoneyTaken',
  {
    /** Id in the profile. */
    readonly ground: string;
    readonly fen: Fen;
    /** 财政专用票据 (APL-70). */
    readonly receiptNumber: string;
    /** What makes the ground true here, e.g. the party's request in its words. */
    readonly circumstances?: string;
    /** Taken on water: the term for handing in runs from landing (APL-71). */
    readonly onWater?: true;
    readonly landedOn?: CivilDate;
  }
>;

/** 抵岸: where money was taken on water, the day from which the term for handing in runs (APL-71). */
export type SpotMoneyLanded = DomainEvent<'SpotMoneyLanded', { readonly landedOn: CivilDate }>;

/**
 * A decision on the spot reserved its act and was never recorded, because its process died. Its place is closed, so that it
 * can come no more, and another case takes the act over.
 */
export type OpeningAbandoned = DomainEvent<'OpeningAbandoned', { readonly takenOverBy: string }>;

export type SpotEvent = OpeningAbandoned | SpotPenaltyDecided | SpotDecisionReported | SpotMoneyTaken | SpotMoneyLanded;

export const spotSchemas: EventSchemas<SpotEvent> = {
  OpeningAbandoned: { version: 1 },
  SpotPenaltyDecided: {
    version: 1,
    personal: [
      ...personalFieldsOf('party'),
      'place',
      'facts',
      'mitigation.reason',
      'correction.what',
      'statement.text',
      'statement.reasons',
      'signedBy',
    ],
  },
  SpotDecisionReported: { version: 1 },
  SpotMoneyTaken: { version: 1, personal: ['circumstances'] },
  SpotMoneyLanded: { version: 1 },
};
