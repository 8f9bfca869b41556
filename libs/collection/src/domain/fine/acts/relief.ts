import type { CivilDate, Fen } from '@fajiao/kernel';
import { closedGround } from '@fajiao/rulebook';
import type { BankReference } from '../../bank-reference';
import type { Proof, ReliefKind } from '../clerk.events';
import { accountOn } from '../fine-account';
import type { FineEvent } from '../fine.events';
import { type FineState, paymentOf, type Relief } from '../fine.state';
import {
  type ActContext,
  type ActDecision,
  type ActGround,
  decided,
  notARequester,
  notOfDecidingSide,
} from './act-context';

// Collecting ends or is lessened on the closed lists of the profile only (ACL-39, 40, 42; D235-12), by two persons.

/** Where a ground of that kind would come from; it is named when one is not on the list. */
const SOURCES: Readonly<Record<ReliefKind, string>> = {
  'write-off': 'ACL-40',
  'surcharge-reduction': 'ACL-42',
  'collection-cancellation': 'ACL-40',
  'proof-dispensation': 'D235-12',
};

export interface RequestRelief {
  readonly reliefId: string;
  readonly kind: ReliefKind;
  /** Id in the closed list of its kind. */
  readonly ground: string;
  readonly reason: string;
  readonly document?: string;
  /** Surcharge reduction: how much is let off, and when the wrong was remedied. */
  readonly fen?: Fen;
  readonly remediedOn?: CivilDate;
  /** Dispensation. */
  readonly payment?: BankReference & { readonly proof: Proof };
}

export function requestRelief(state: FineState, asked: RequestRelief, act: ActContext): ActDecision {
  const { reliefId, kind, reason, document = null, fen = null, remediedOn = null, payment = null } = asked;
  const ground = closedGround(act.rules.profile, kind, asked.ground, act.on);
  const source = ground?.source ?? SOURCES[kind];
  return decided(
    [
      notOfDecidingSide(act),
      !ground && { code: 'relief.ground-not-listed', source },
      ground?.document !== undefined && document === null && { code: 'relief.document-missing', source },
      ...contentGrounds(state, { kind, fen, remediedOn, payment }, source, act),
    ],
    state,
    () => [
      {
        type: 'ReliefRequested',
        data: {
          ...{ reliefId, kind, ground: ground?.id ?? asked.ground, source },
          ...{ reason, document, fen, remediedOn, payment },
        },
      },
    ],
    act,
  );
}

/** Judged again, because the fine may have changed since it was asked for. */
export function authoriseRelief(state: FineState, reliefId: string, act: ActContext): ActDecision {
  const relief = reliefOf(state, reliefId);
  const open = relief?.state === 'requested';
  return decided(
    [
      notARequester(state, act),
      notOfDecidingSide(act),
      !open && { code: 'relief.not-open', source: 'internal control' },
      ...(relief && open ? contentGrounds(state, relief, relief.source, act) : []),
    ],
    state,
    () => (relief ? [{ type: 'ReliefAuthorised', data: { reliefId } }, effectOf(state, relief, act)] : []),
    act,
  );
}

export function cancelRelief(
  state: FineState,
  { reliefId, reason }: { readonly reliefId: string; readonly reason: string },
  act: ActContext,
): ActDecision {
  const open = reliefOf(state, reliefId)?.state === 'requested';
  return decided(
    [notOfDecidingSide(act), !open && { code: 'relief.not-open', source: 'internal control' }],
    state,
    () => [{ type: 'ReliefCancelled', data: { reliefId, reason } }],
    act,
  );
}

export function reliefOf({ reliefs }: FineState, reliefId: string): Relief | undefined {
  return reliefs.find((relief) => relief.reliefId === reliefId);
}

type Content = Pick<Relief, 'kind' | 'fen' | 'remediedOn' | 'payment'>;

function contentGrounds(state: FineState, content: Content, source: string, act: ActContext): (ActGround | false)[] {
  const ended = state.cancelledOn !== null || (state.writtenOff !== null && content.kind === 'write-off');
  if (ended) return [{ code: 'relief.fine-ended', source }];
  switch (content.kind) {
    case 'collection-cancellation':
      return [];
    case 'write-off': {
      const outstanding = outstandingFen(state, act);
      if (outstanding === null)
        return [{ code: 'calendar.year-unknown', source: 'profile', detail: { notBefore: act.on } }];
      return [outstanding === 0 && { code: 'relief.nothing-outstanding', source }];
    }
    case 'surcharge-reduction':
      return reductionGrounds(state, content, source, act);
    case 'proof-dispensation':
      return [dispensationGround(state, content, source)];
  }
}

/** Never the principal, and only once the wrong is remedied (ACL-42). */
function reductionGrounds(
  state: FineState,
  { fen, remediedOn }: Content,
  source: string,
  act: ActContext,
): (ActGround | false)[] {
  if (fen === null || remediedOn === null) return [{ code: 'relief.content-missing', source }];
  const { imposed } = state;
  const account = imposed && accountOn(imposed, state, act.on, act.rules);
  if (!account || account.surchargeUnpaidFen === null)
    return [{ code: 'calendar.year-unknown', source: 'profile', detail: { notBefore: act.on } }];
  // What was paid was owed, and nothing of it is given back (APL-74): an agreement is of what is still to be performed.
  const openFen = account.surchargeUnpaidFen;
  return [
    remediedOn > act.on && { code: 'surcharge.wrong-not-remedied', source, detail: { on: remediedOn } },
    fen > openFen && { code: 'surcharge.above-arisen', source, detail: { fen, arisenFen: openFen } },
  ];
}

function dispensationGround(state: FineState, { payment: of }: Content, source: string): ActGround | false {
  if (of === null) return { code: 'relief.content-missing', source };
  const payment = paymentOf(state, of);
  const has = of.proof === 'statement' ? payment?.confirmedOn : payment?.creditedAt;
  const missing = payment?.reversed === null && has === null && !payment.dispensed.includes(of.proof);
  return !missing && { code: 'relief.proof-not-missing', source };
}

function effectOf(state: FineState, relief: Relief, act: ActContext): FineEvent {
  const { reliefId, kind, ground, source } = relief;
  switch (kind) {
    case 'surcharge-reduction':
      return { type: 'SurchargeReduced', data: { reliefId, fen: relief.fen ?? (0 as Fen), on: act.on } };
    case 'collection-cancellation':
      return { type: 'FineCancelled', data: { reason: relief.document ?? ground, cancelledOn: act.on } };
    case 'proof-dispensation': {
      const { bank = '', reference = '', proof = 'statement' } = relief.payment ?? {};
      return { type: 'ProofDispensed', data: { reliefId, bank, reference, proof } };
    }
    case 'write-off': {
      const { fineId = '', caseId = '' } = state.imposed ?? {};
      const writtenOffFen = outstandingFen(state, act) ?? (0 as Fen);
      return { type: 'FineWrittenOff', data: { fineId, caseId, writtenOffFen, writtenOffOn: act.on, ground, source } };
    }
  }
}

function outstandingFen(state: FineState, { on, rules }: ActContext): Fen | null {
  return state.imposed && accountOn(state.imposed, state, on, rules).outstandingFen;
}
