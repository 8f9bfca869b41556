import type { Position } from '@fajiao/event-store';
import {
  type CivilDate,
  civilDateOf,
  type DomainEvent,
  type Fact,
  type Fen,
  type Ground,
  type Instant,
  uuid5,
} from '@fajiao/kernel';
import { type ActRequest, refused } from '@fajiao/platform';
import { type BankReference, paymentId } from '../domain/bank-reference';
import { fines, type FineState } from '../domain/fine/fine.state';
import { payments, type PaymentState } from '../domain/payment/payment.state';
import type { StatementKind } from '../domain/statement/bucket';
import {
  assignDiscrepancy,
  authoriseCorrection,
  cancelCorrection,
  closeDiscrepancy,
  type CorrectionContext,
  type DiscrepancyDecision,
  discrepancyOf,
  keepDiscrepancy,
  requestCorrection,
} from '../domain/statement/discrepancy';
import type { ClosedHow, DiscrepancyFacts, DiscrepancyKey } from '../domain/statement/discrepancy.events';
import { statementIdOf, statements, type StatementState } from '../domain/statement/statement';
import {
  assignSuspense,
  authoriseResolution,
  cancelResolution,
  keepSuspense,
  payBack,
  requestResolution,
  type ResolutionContext,
  type ResolutionDecision,
  resolutionOf,
} from '../domain/suspense/resolve';
import type { ResolutionKind } from '../domain/suspense/suspense.events';
import { suspense, type SuspenseState } from '../domain/suspense/suspense';
import type { CollectionDeps } from './collection-deps';
import { commandOfMessage, commandOfPerson, ofPerson, stepOf } from './commands';
import { decidingPersonsOf } from './deciding-persons';
import { MoneyCarrier } from './money-carrier';
import { underReference } from './refund-reference';
import { keepRefusal } from './refusals';

/** What an act on the worklist came to. */
export interface WorklistActDone {
  readonly id: string;
  readonly etag: number;
  readonly position: Position;
  readonly events: readonly { readonly type: string; readonly revision: number }[];
}

/** A discrepancy of a bank's file of a day. */
export interface DiscrepancyPlace {
  readonly bank: string;
  readonly date: CivilDate;
  readonly kind: StatementKind;
  readonly key: DiscrepancyKey;
}

/** What finance clerks do with what waits for them. Whatever is refused is kept as a fact. */
export class WorklistActs {
  constructor(private readonly deps: CollectionDeps) {}

  /** Held money as it stands; undefined: there is none of that id. */
  async readSuspense(id: string): Promise<{ readonly state: SuspenseState; readonly etag: number } | undefined> {
    const { state, etag } = await this.deps.handler.load(suspense, id);
    return state.held ? { state, etag } : undefined;
  }

  assign(id: string, owner: string, request: ActRequest): Promise<WorklistActDone> {
    return this.onSuspense(id, 'assignment', request, (state) => assignSuspense(state, owner));
  }

  keep(id: string, kept: { until: CivilDate; reason: string }, request: ActRequest): Promise<WorklistActDone> {
    return this.onSuspense(id, 'hold', request, async (state) =>
      keepSuspense(state, kept, await this.contextOf(null, request)),
    );
  }

  /** Asks that held money go to a fine, or back to whoever paid it. */
  request(
    id: string,
    { kind, fineId, reason }: { kind: ResolutionKind; fineId: string | null; reason: string },
    request: ActRequest,
  ): Promise<WorklistActDone> {
    const resolutionId = uuid5('resolution', request.commandId(`suspense/${id}/resolutions`));
    return this.onSuspense(id, 'resolutions', request, async (state) =>
      requestResolution(
        state,
        { resolutionId, kind, fineId, reason },
        await this.contextOf(fineId ?? ofCancelled(state), request),
      ),
    );
  }

  authorise(
    id: string,
    asked: { resolutionId: string; approvalNumber?: string },
    request: ActRequest,
  ): Promise<WorklistActDone> {
    return this.onSuspense(id, `resolutions/${asked.resolutionId}/authorisation`, request, async (state) => {
      const fineId = resolutionOf(state, asked.resolutionId)?.fineId ?? ofCancelled(state);
      return authoriseResolution(state, asked, await this.contextOf(fineId, request));
    });
  }

  cancel(id: string, asked: { resolutionId: string; reason: string }, request: ActRequest): Promise<WorklistActDone> {
    const resource = `resolutions/${asked.resolutionId}/cancellation`;
    return this.onSuspense(id, resource, request, (state) => cancelResolution(state, asked));
  }

  /** A bank says that it has paid held money back for the treasury (退库). */
  async paidBack(
    { suspenseId, ...told }: BankReference & { suspenseId: string; fen: Fen; madeAt: Instant },
    request: ActRequest,
  ): Promise<WorklistActDone> {
    const occurredAt = told.madeAt < request.now ? told.madeAt : request.now;
    const content = { ...told, suspenseId };
    const command = commandOfMessage(this.deps, request, { kind: 'suspense-payout', content, occurredAt });
    const { bank, reference, fen } = told;
    const refund = { bank, reference, fen, refundId: suspenseId, way: 'out' as const };
    const outcome = await this.deps.handler.execute(suspense, suspenseId, command, (state) =>
      underReference(this.deps, stepOf(command, paymentId(told)), refund, payBack(state, told)),
    );
    return this.done(suspenseId, `${suspense.category}-${suspenseId}`, outcome, request);
  }

  assignDiscrepancy(place: DiscrepancyPlace, owner: string, request: ActRequest): Promise<WorklistActDone> {
    return this.onStatement(place, 'assignment', request, ({ discrepancies }) =>
      assignDiscrepancy(discrepancies, place.key, owner),
    );
  }

  keepDiscrepancy(
    place: DiscrepancyPlace,
    kept: { until: CivilDate; reason: string },
    request: ActRequest,
  ): Promise<WorklistActDone> {
    return this.onStatement(place, 'hold', request, ({ discrepancies }) =>
      keepDiscrepancy(discrepancies, { ...kept, key: place.key }, civilDateOf(request.now)),
    );
  }

  /** Closes it without money moving. */
  close(
    place: DiscrepancyPlace,
    closed: { facts: DiscrepancyFacts; how: ClosedHow; reason: string },
    request: ActRequest,
  ): Promise<WorklistActDone> {
    return this.onStatement(place, 'closing', request, ({ discrepancies }) =>
      closeDiscrepancy(discrepancies, { ...closed, key: place.key }),
    );
  }

  requestCorrection(
    place: DiscrepancyPlace,
    asked: { facts: DiscrepancyFacts; fen: Fen; document: string; reason: string },
    request: ActRequest,
  ): Promise<WorklistActDone> {
    const id = statementIdOf(place.bank, place.date, place.kind);
    const correctionId = uuid5('correction', request.commandId(`statement/${id}/${place.key}/corrections`));
    const { reference } = asked.facts;
    return this.onStatement(place, 'corrections', request, async ({ discrepancies }) =>
      requestCorrection(
        discrepancies,
        { ...asked, correctionId, key: place.key },
        await this.correctionContextOf(place, reference, request),
      ),
    );
  }

  authoriseCorrection(place: DiscrepancyPlace, correctionId: string, request: ActRequest): Promise<WorklistActDone> {
    const { key, bank } = place;
    return this.onStatement(place, `corrections/${correctionId}/authorisation`, request, async ({ discrepancies }) => {
      const { corrections } = discrepancyOf(discrepancies, key);
      const reference = corrections.find((one) => one.correctionId === correctionId)?.reference ?? null;
      const act = await this.correctionContextOf(place, reference, request);
      return authoriseCorrection(discrepancies, { key, correctionId, bank }, act);
    });
  }

  cancelCorrection(
    place: DiscrepancyPlace,
    asked: { correctionId: string; reason: string },
    request: ActRequest,
  ): Promise<WorklistActDone> {
    const resource = `corrections/${asked.correctionId}/cancellation`;
    return this.onStatement(place, resource, request, ({ discrepancies }) =>
      cancelCorrection(discrepancies, { ...asked, key: place.key }),
    );
  }

  private async onSuspense(
    id: string,
    resource: string,
    request: ActRequest,
    decide: (state: SuspenseState) => ResolutionDecision | Promise<ResolutionDecision>,
  ): Promise<WorklistActDone> {
    const command = this.commandOf(`suspense/${id}/${resource}`, request);
    const outcome = await this.deps.handler.execute(suspense, id, command, decide, ofPerson(request));
    return this.done(id, `${suspense.category}-${id}`, outcome, request);
  }

  private async onStatement(
    { bank, date, kind, key }: DiscrepancyPlace,
    resource: string,
    request: ActRequest,
    decide: (state: StatementState) => DiscrepancyDecision | Promise<DiscrepancyDecision>,
  ): Promise<WorklistActDone> {
    const id = statementIdOf(bank, date, kind);
    const command = this.commandOf(`statement/${id}/${key}/${resource}`, request);
    const outcome = await this.deps.handler.execute(statements, id, command, decide);
    return this.done(key, `${statements.category}-${id}`, outcome, request);
  }

  /** @throws Problem 409 with every ground, after the refusal is on record */
  private async done<E extends DomainEvent>(
    id: string,
    target: string,
    outcome:
      | { readonly done: true; readonly facts: readonly Fact<E>[]; readonly etag: number; readonly position: Position }
      | { readonly done: false; readonly grounds: readonly [Ground, ...Ground[]]; readonly revision: number },
    request: ActRequest,
  ): Promise<WorklistActDone> {
    if ('facts' in outcome) {
      const events = outcome.facts.map(({ type, revision }) => ({ type, revision }));
      return { id, etag: outcome.etag, position: outcome.position, events };
    }
    const { grounds, revision } = outcome;
    await keepRefusal(this.deps, { operation: request.operation, target, revision, grounds }, request);
    throw refused(grounds);
  }

  private commandOf(resource: string, request: ActRequest) {
    return commandOfPerson(this.deps, request, { id: request.commandId(resource), hash: request.bodyHash });
  }

  private async contextOf(fineId: string | null, { actor, now }: ActRequest): Promise<ResolutionContext> {
    return { actor: actor.id, on: civilDateOf(now), fine: fineId === null ? null : await this.fineOf(fineId) };
  }

  private async correctionContextOf(
    { bank, kind }: DiscrepancyPlace,
    reference: string | null,
    { actor }: ActRequest,
  ): Promise<CorrectionContext> {
    if (reference === null) return { actor: actor.id, decidingPersons: new Set(), reportedFen: null, isListed: false };
    const { state } = await this.deps.handler.load(payments, paymentId({ bank, reference }));
    const fineId = await this.fineOfPayment(state);
    const decidingPersons = fineId === null ? new Set<string>() : (await this.fineOf(fineId)).decidingPersons;
    // What the treasury's list says of a payment is made good by its own message, not by a person's.
    const reportedFen = kind === 'statement' ? (state.report?.fen ?? null) : null;
    return { actor: actor.id, decidingPersons, reportedFen, isListed: state.listed !== null };
  }

  /** The fine that has the money of a payment, or was to have it; a correction of other lines moves none. */
  private async fineOfPayment({ report, suspended }: PaymentState): Promise<string | null> {
    const { handler } = this.deps;
    if (!suspended) return (await new MoneyCarrier(this.deps).fineOf(report?.code ?? null)) ?? null;
    const { state } = await handler.load(suspense, suspended.suspenseId);
    return state.appliedTo ?? ofCancelled(state);
  }

  private async fineOf(fineId: string): Promise<NonNullable<ResolutionContext['fine']>> {
    const { state } = await this.deps.handler.load(fines, fineId);
    if (!state.imposed) return { state: 'unknown', decidingPersons: new Set() };
    const decidingPersons = await decidingPersonsOf(this.deps, state);
    return { state: hasEnded(state) ? 'ended' : 'open', decidingPersons };
  }
}

/** The fine that the money was paid for, where it had been cancelled. */
const ofCancelled = ({ held }: SuspenseState): string | null => held?.fineId ?? null;

const hasEnded = ({ cancelledOn, writtenOff }: FineState): boolean => cancelledOn !== null || writtenOff !== null;
