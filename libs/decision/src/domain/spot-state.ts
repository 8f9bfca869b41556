import type { CivilDate, Fen, Instant } from '@fajiao/kernel';

/** Money taken on the spot, in the officer's custody until it is handed in (APL-71). */
export interface SpotMoney {
  /** The fine that it pays. */
  readonly fineId: string | null;
  /** Id of the ground in the profile. */
  readonly ground: string;
  readonly fen: Fen;
  readonly receiptNumber: string;
  readonly circumstances: string | null;
  readonly takenOn: CivilDate;
  readonly takenAt: Instant;
  readonly by: string;
  readonly onWater: boolean;
  /** null: not on water, or not landed yet. */
  readonly landedOn: CivilDate | null;
  readonly handedIn: { readonly on: CivilDate; readonly by: string; readonly revision: number } | null;
  readonly revision: number;
}

/** What follows on the spot and after it (APL-52, 68 to 71). */
export interface OnTheSpot {
  /** The decision was reported to the authority (备案). */
  readonly spotReport: { readonly on: CivilDate; readonly by: string; readonly revision: number } | null;
  readonly spotMoney: SpotMoney | null;
}

export const nothingOnTheSpot: OnTheSpot = { spotReport: null, spotMoney: null };

/** What of a case tells whether the money taken paid it. */
interface Paying {
  readonly spotMoney: SpotMoney | null;
  readonly service: { readonly fineId: string | null } | null;
  readonly decision:
    | { readonly outcome: 'penalty'; readonly payment: { readonly confiscatedGainsFen: Fen } | null }
    | { readonly outcome: 'no-penalty' }
    | null;
}

/** Money taken for the fine that stands; not that of a decision that fell. */
export function takenForFine({ spotMoney, service }: Pick<Paying, 'spotMoney' | 'service'>): SpotMoney | null {
  return spotMoney && service && spotMoney.fineId === service.fineId ? spotMoney : null;
}

/** The day on which money taken on the spot paid all that the decision asks for: its party owes nothing more. */
export function paidOnTheSpot(state: Paying): CivilDate | undefined {
  const { decision } = state;
  const alone = decision?.outcome === 'penalty' && decision.payment?.confiscatedGainsFen === 0;
  return alone ? takenForFine(state)?.takenOn : undefined;
}

/** Money was taken on water and nobody has said when it came ashore. */
export function isAfloat({ onWater, landedOn }: Pick<SpotMoney, 'onWater' | 'landedOn'>): boolean {
  return onWater && landedOn === null;
}
