import type { CivilDate, Decision, Fen, Ground, Instant } from '@fajiao/kernel';
import type { BankReference } from '../bank-reference';
import type { ResolutionKind, SuspenseEvent } from './suspense.events';
import { type Resolution, returnUnderWay, stageOf, type SuspenseState } from './suspense';

// What clerks do with held money. Where it moves, one asks and another one authorises, looked at over the whole history;
// back to the payer it goes only as the finance authority approves and the treasury pays (APL-74).

export const RESOLUTION_CODES = [
  'duties.same-person',
  'duties.deciding-side',
  'refund.approval-missing',
  'refund.other-amount',
  'refund.not-authorised',
  'suspense.not-held',
  'suspense.day-passed',
  'suspense.fine-unknown',
  'suspense.fine-ended',
  'resolution.under-way',
  'resolution.not-open',
] as const;
export type ResolutionCode = (typeof RESOLUTION_CODES)[number];

type ResolutionGround = Ground<ResolutionCode>;
export type ResolutionDecision = Decision<SuspenseEvent, ResolutionCode>;

export interface ResolutionContext {
  readonly actor: string;
  readonly on: CivilDate;
  /** What is known of the fine that the money is to go to, or that it was paid for. */
  readonly fine: { readonly state: 'unknown' | 'ended' | 'open'; readonly decidingPersons: ReadonlySet<string> } | null;
}

export interface RequestResolution {
  readonly resolutionId: string;
  readonly kind: ResolutionKind;
  readonly fineId: string | null;
  readonly reason: string;
}

/** Asks that the money go to a fine, or back. */
export function requestResolution(
  state: SuspenseState,
  asked: RequestResolution,
  act: ResolutionContext,
): ResolutionDecision {
  return decided([notHeld(state), underWay(state), ...fineGrounds(asked.kind, act)], () => [
    { type: 'ResolutionRequested', data: asked },
  ]);
}

/** The second person; money that goes to a fine goes at once. */
export function authoriseResolution(
  state: SuspenseState,
  { resolutionId, approvalNumber = '' }: { readonly resolutionId: string; readonly approvalNumber?: string },
  act: ResolutionContext,
): ResolutionDecision {
  const resolution = resolutionOf(state, resolutionId);
  const isReturn = resolution?.kind === 'return';
  const asked = state.resolutions.some(({ requestedBy }) => requestedBy === act.actor);
  return decided(
    [
      asked && { code: 'duties.same-person', source: 'internal control' },
      resolution?.state !== 'requested' && { code: 'resolution.not-open', source: 'internal control' },
      notHeld(state),
      isReturn && approvalNumber === '' && { code: 'refund.approval-missing', source: 'APL-74' },
      ...fineGrounds(resolution?.kind, act),
    ],
    () => {
      const authorised = { resolutionId, approvalNumber: isReturn ? approvalNumber : null };
      const { held } = state;
      const fineId = resolution?.fineId;
      if (!held || !fineId) return [{ type: 'ResolutionAuthorised', data: authorised }];
      const { bank, reference } = held;
      return [
        { type: 'ResolutionAuthorised', data: authorised },
        { type: 'MoneyApplied', data: { bank, reference, fineId } },
      ];
    },
  );
}

/** Withdrawn or refused, as long as no money has moved. */
export function cancelResolution(
  state: SuspenseState,
  cancelled: { readonly resolutionId: string; readonly reason: string },
): ResolutionDecision {
  const resolution = resolutionOf(state, cancelled.resolutionId);
  const isOpen =
    resolution?.state === 'requested' || (resolution !== undefined && resolution === returnUnderWay(state));
  return decided([!isOpen && { code: 'resolution.not-open', source: 'internal control' }, notHeld(state)], () => [
    { type: 'ResolutionCancelled', data: cancelled },
  ]);
}

export interface PayBack extends BankReference {
  readonly fen: Fen;
  readonly madeAt: Instant;
}

/** The treasury's bank says that it has paid the money back. The same message again makes no event. */
export function payBack(state: SuspenseState, { bank, reference, fen, madeAt }: PayBack): ResolutionDecision {
  const { paidBack, held } = state;
  if (paidBack?.bank === bank && paidBack.reference === reference && paidBack.fen === fen) return { events: [] };
  const resolution = returnUnderWay(state);
  return decided(
    [
      notHeld(state),
      !resolution && { code: 'refund.not-authorised', source: 'APL-74' },
      held !== null &&
        held.fen !== fen && { code: 'refund.other-amount', source: 'APL-74', detail: { fen, authorisedFen: held.fen } },
    ],
    () => [
      { type: 'MoneyPaidBack', data: { resolutionId: resolution?.resolutionId ?? '', bank, reference, fen, madeAt } },
    ],
  );
}

export function assignSuspense(state: SuspenseState, owner: string): ResolutionDecision {
  if (state.owner === owner) return { events: [] };
  return decided([notHeld(state)], () => [{ type: 'SuspenseAssigned', data: { owner } }]);
}

/** Leaves the money where it is until a day that is still to come. */
export function keepSuspense(
  state: SuspenseState,
  kept: { readonly until: CivilDate; readonly reason: string },
  { on }: ResolutionContext,
): ResolutionDecision {
  const passed = kept.until <= on;
  return decided(
    [
      notHeld(state),
      passed && { code: 'suspense.day-passed', source: 'internal control', detail: { until: kept.until } },
    ],
    () => [{ type: 'SuspenseKept', data: kept }],
  );
}

export const resolutionOf = ({ resolutions }: SuspenseState, resolutionId: string): Resolution | undefined =>
  resolutions.find((one) => one.resolutionId === resolutionId);

function decided(
  grounds: readonly (ResolutionGround | false)[],
  events: () => readonly SuspenseEvent[],
): ResolutionDecision {
  const [first, ...others] = grounds.filter((ground) => ground !== false);
  return first ? { refused: [first, ...others] } : { events: events() };
}

function notHeld(state: SuspenseState): ResolutionGround | false {
  return stageOf(state) !== 'held' && { code: 'suspense.not-held', source: 'internal control' };
}

function underWay(state: SuspenseState): ResolutionGround | false {
  const open = state.resolutions.some((one) => one.state === 'requested') || returnUnderWay(state) !== undefined;
  return open && { code: 'resolution.under-way', source: 'internal control' };
}

/** Nobody of the deciding side moves money of the fine of a case of theirs (APL-67); a return asks nothing of the fine. */
function fineGrounds(
  kind: ResolutionKind | undefined,
  { actor, fine }: ResolutionContext,
): (ResolutionGround | false)[] {
  if (!fine) return [];
  const isApplied = kind === 'apply';
  return [
    isApplied && fine.state === 'unknown' && { code: 'suspense.fine-unknown', source: 'internal control' },
    isApplied && fine.state === 'ended' && { code: 'suspense.fine-ended', source: 'APL-74' },
    fine.decidingPersons.has(actor) && { code: 'duties.deciding-side', source: 'APL-67' },
  ];
}
