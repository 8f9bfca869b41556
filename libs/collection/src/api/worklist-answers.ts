import { answered } from '@fajiao/platform';
import { type CivilDate, civilDateOf } from '@fajiao/kernel';
import { clockRule, deadline } from '@fajiao/rulebook';
import type { CollectionDeps } from '../application/collection-deps';
import type { WorklistActDone } from '../application/worklist-acts';
import { money } from '../domain/fine/fine-view';
import { statementIdOf } from '../domain/statement/statement';
import { stageOf, type SuspenseState } from '../domain/suspense/suspense';
import type { WorkItem } from '../read/worklist.queries';
import type { SuspenseDto, WorkAnswerDto, WorkItemDto } from './worklist.dto';

export function workItemOf(item: WorkItem, on: CivilDate, { rulebook, calendar }: CollectionDeps): WorkItemDto {
  const { fen, request, ...rest } = item;
  const started = civilDateOf(item.since);
  const rule = clockRule(rulebook.profile, 'discrepancy', started);
  const { due } = deadline(rule, started, calendar);
  const last = item.keptUntil !== null && due !== null && item.keptUntil > due ? item.keptUntil : due;
  return {
    ...rest,
    amount: money(fen),
    clock: { rule: rule.id, due, source: rule.source, overdue: last !== null && last < on },
    request: request && { id: request.id, what: request.what, by: request.by, authorised: request.authorised },
    nextSteps: nextStepsOf(item),
  };
}

function nextStepsOf(item: WorkItem): readonly string[] {
  const { kind, request } = item;
  if (request?.authorised) return ['bank-pays-back', 'cancel'];
  if (request) return ['authorise', 'cancel'];
  if (kind === 'suspense') return ['assign', 'request-application', 'request-return', 'hold'];
  return ['assign', ...(isCorrectable(item) ? ['request-correction'] : []), 'close', 'hold'];
}

/** A payment's line in a bank's statement, whose amount differs; or a payment that the statement lacks. */
const isCorrectable = ({ id, kind, bank, day, reason, fen }: WorkItem): boolean =>
  fen > 0 &&
  (kind === 'missing' || (reason === 'amount-differs' && id.startsWith(`line:${statementIdOf(bank, day)}:`)));

/** A discrepancy has no ETag: it is one of many in a statement's stream. */
export const workAnswer = ({ id, events, position }: WorklistActDone): WorkAnswerDto =>
  answered({ id, events }, { position });

export const suspenseAnswer = ({ id, events, etag, position }: WorklistActDone): WorkAnswerDto =>
  answered({ id, events }, { etag, position });

export function suspenseOf(suspenseId: string, state: SuspenseState): SuspenseDto | undefined {
  const { held, appliedTo, owner, resolutions } = state;
  if (!held) return undefined;
  const { bank, reference, fen, paidAt, reason, code, fineId } = held;
  return {
    ...{ suspenseId, bank, reference, amount: money(fen), paidAt, reason, code },
    ...{ state: stageOf(state), fineId: appliedTo ?? fineId, owner, resolutions },
  };
}
