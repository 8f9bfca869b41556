import type { CivilDate, Decision, Fact, Fen, Ground } from '@fajiao/kernel';
import type { ClosedHow, DiscrepancyEvent, DiscrepancyFacts, DiscrepancyKey } from './discrepancy.events';

// Fold: only what somebody has acted on is kept here; the lines themselves are not.

export interface Discrepancy {
  readonly owner: string | null;
  readonly closed: ClosedHow | 'corrected' | null;
  readonly corrections: readonly Correction[];
}

export interface Correction {
  readonly correctionId: string;
  readonly fen: Fen;
  readonly reference: string | null;
  readonly requestedBy: string;
  readonly state: 'requested' | 'authorised' | 'cancelled';
}

export type Discrepancies = Readonly<Record<string, Discrepancy>>;

const UNTOUCHED: Discrepancy = { owner: null, closed: null, corrections: [] };

export const discrepancyOf = (all: Discrepancies, key: DiscrepancyKey): Discrepancy => all[key] ?? UNTOUCHED;

export function evolveDiscrepancies(all: Discrepancies, { type, data, meta }: Fact<DiscrepancyEvent>): Discrepancies {
  const before = discrepancyOf(all, data.key);
  const after = (change: Partial<Discrepancy>): Discrepancies => ({ ...all, [data.key]: { ...before, ...change } });
  switch (type) {
    case 'DiscrepancyAssigned':
      return after({ owner: data.owner });
    case 'DiscrepancyKept':
      return after({});
    case 'DiscrepancyClosed':
      return after({ closed: data.how });
    case 'CorrectionRequested': {
      const { correctionId, fen, facts } = data;
      const one = { correctionId, fen, reference: facts.reference, requestedBy: meta.actor.id };
      return after({ corrections: [...before.corrections, { ...one, state: 'requested' }] });
    }
    case 'CorrectionAuthorised':
      return after({ closed: 'corrected', corrections: ended(before, data.correctionId, 'authorised') });
    case 'CorrectionCancelled':
      return after({ corrections: ended(before, data.correctionId, 'cancelled') });
  }
}

function ended(
  { corrections }: Discrepancy,
  correctionId: string,
  state: 'authorised' | 'cancelled',
): readonly Correction[] {
  return corrections.map((one) => (one.correctionId === correctionId ? { ...one, state } : one));
}

// Decisions

export const DISCREPANCY_CODES = [
  'duties.same-person',
  'duties.deciding-side',
  'discrepancy.closed',
  'discrepancy.day-passed',
  'discrepancy.money-held',
  'discrepancy.correction-due',
  'correction.not-of-amount',
  'correction.listed-since',
  'correction.under-way',
  'correction.not-open',
] as const;
export type DiscrepancyCode = (typeof DISCREPANCY_CODES)[number];

export type DiscrepancyDecision = Decision<DiscrepancyEvent, DiscrepancyCode>;
type DiscrepancyGround = Ground<DiscrepancyCode>;

const SOURCE = 'internal control';

export function assignDiscrepancy(all: Discrepancies, key: DiscrepancyKey, owner: string): DiscrepancyDecision {
  const before = discrepancyOf(all, key);
  if (before.owner === owner) return { events: [] };
  return decided([isClosed(before)], { type: 'DiscrepancyAssigned', data: { key, owner } });
}

export function keepDiscrepancy(
  all: Discrepancies,
  kept: { readonly key: DiscrepancyKey; readonly until: CivilDate; readonly reason: string },
  on: CivilDate,
): DiscrepancyDecision {
  const passed = kept.until <= on;
  return decided(
    [
      isClosed(discrepancyOf(all, kept.key)),
      passed && { code: 'discrepancy.day-passed', source: SOURCE, detail: { until: kept.until } },
    ],
    { type: 'DiscrepancyKept', data: kept },
  );
}

/** Money that is held is not explained away: it is applied or returned (suspense); nor is money that never came: it is corrected. */
export function closeDiscrepancy(
  all: Discrepancies,
  closed: {
    readonly key: DiscrepancyKey;
    readonly facts: DiscrepancyFacts;
    readonly how: ClosedHow;
    readonly reason: string;
  },
): DiscrepancyDecision {
  const before = discrepancyOf(all, closed.key);
  const held = closed.facts.bucket.startsWith('suspended.');
  const denied = closed.facts.bucket === 'unknown-to-bank' && closed.how === 'bank-denies-payment';
  return decided(
    [
      isClosed(before),
      isUnderWay(before),
      held && { code: 'discrepancy.money-held', source: SOURCE },
      denied && { code: 'discrepancy.correction-due', source: SOURCE },
    ],
    { type: 'DiscrepancyClosed', data: closed },
  );
}

/** Who acts, and who stands behind the decision for whose fine the payment of the line is. */
export interface CorrectionContext {
  readonly actor: string;
  readonly decidingPersons: ReadonlySet<string>;
  /** What the callback told of the payment; null: nothing, or the line can prove nothing of it however it is corrected. */
  readonly reportedFen: Fen | null;
  /** A statement lists the payment: what it was said to lack has come. */
  readonly isListed: boolean;
}

export interface RequestCorrection {
  readonly key: DiscrepancyKey;
  readonly correctionId: string;
  readonly facts: DiscrepancyFacts;
  readonly fen: Fen;
  readonly document: string;
  readonly reason: string;
}

/**
 * Only an amount that differs is corrected, and to that of the callback: no other would prove anything. A callback that the
 * statement lacks is corrected to nothing, where the bank says that no money came. A line that is wrong otherwise is for
 * the bank to send again.
 */
export function requestCorrection(
  all: Discrepancies,
  asked: RequestCorrection,
  act: CorrectionContext,
): DiscrepancyDecision {
  const before = discrepancyOf(all, asked.key);
  const { bucket } = asked.facts;
  const mayBe = bucket === 'unknown-to-bank' ? 0 : bucket === 'amount-differs' ? act.reportedFen : null;
  return decided(
    [
      isClosed(before),
      isUnderWay(before),
      (mayBe !== asked.fen || act.reportedFen === null) && { code: 'correction.not-of-amount', source: SOURCE },
      isListedSince(asked, act),
      isOfDecidingSide(act),
    ],
    { type: 'CorrectionRequested', data: asked },
  );
}

export function authoriseCorrection(
  all: Discrepancies,
  { key, correctionId, bank }: { readonly key: DiscrepancyKey; readonly correctionId: string; readonly bank: string },
  act: CorrectionContext,
): DiscrepancyDecision {
  const before = discrepancyOf(all, key);
  const correction = before.corrections.find((one) => one.correctionId === correctionId);
  const asked = before.corrections.some(({ requestedBy }) => requestedBy === act.actor);
  const isOpen = correction?.state === 'requested';
  const { fen = 0 as Fen, reference } = correction ?? {};
  return decided(
    [
      asked && { code: 'duties.same-person', source: SOURCE },
      (!isOpen || !reference) && { code: 'correction.not-open', source: SOURCE },
      isListedSince({ fen }, act),
      isOfDecidingSide(act),
    ],
    { type: 'CorrectionAuthorised', data: { key, correctionId, bank, reference: reference ?? '', fen } },
  );
}

export function cancelCorrection(
  all: Discrepancies,
  cancelled: { readonly key: DiscrepancyKey; readonly correctionId: string; readonly reason: string },
): DiscrepancyDecision {
  const { corrections } = discrepancyOf(all, cancelled.key);
  const isOpen = corrections.some((one) => one.correctionId === cancelled.correctionId && one.state === 'requested');
  return decided([!isOpen && { code: 'correction.not-open', source: SOURCE }], {
    type: 'CorrectionCancelled',
    data: cancelled,
  });
}

function decided(grounds: readonly (DiscrepancyGround | false)[], event: DiscrepancyEvent): DiscrepancyDecision {
  const [first, ...others] = grounds.filter((ground) => ground !== false);
  return first ? { refused: [first, ...others] } : { events: [event] };
}

const isOfDecidingSide = ({ actor, decidingPersons }: CorrectionContext): DiscrepancyGround | false =>
  decidingPersons.has(actor) && { code: 'duties.deciding-side', source: 'APL-67' };

/** Money that a statement lists by now has come. */
const isListedSince = ({ fen }: { readonly fen: Fen }, { isListed }: CorrectionContext): DiscrepancyGround | false =>
  fen === 0 && isListed && { code: 'correction.listed-since', source: SOURCE };

const isClosed = ({ closed }: Discrepancy): DiscrepancyGround | false =>
  closed !== null && { code: 'discrepancy.closed', source: SOURCE, detail: { how: closed } };

const isUnderWay = ({ corrections }: Discrepancy): DiscrepancyGround | false =>
  corrections.some(({ state }) => state === 'requested') && { code: 'correction.under-way', source: SOURCE };
