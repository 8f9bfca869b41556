import type { EventSchemas } from '@fajiao/event-store';
import { civilDateOf } from '@fajiao/kernel';
import type { StreamFact } from '@fajiao/projections';
import type { EntityManager } from 'typeorm';
import { bankReferenceOf } from '../domain/bank-reference';
import { isExactSum } from '../domain/payment/listed-sum';
import { paymentSchemas, type SumListed } from '../domain/payment/payment.events';
import { type DiscrepancyEvent, discrepancySchemas } from '../domain/statement/discrepancy.events';
import { type LineSuspended, statementIdOf, statements, statementSchemas } from '../domain/statement/statement';
import { type SuspenseEvent, suspenseSchemas } from '../domain/suspense/suspense.events';
import { suspense } from '../domain/suspense/suspense';
import { fileOf } from './file-of-stream';

/** Everything that changes what waits for a clerk. */
export type WorkNews = LineSuspended | SumListed | DiscrepancyEvent | SuspenseEvent;

export const workSchemas: EventSchemas<WorkNews> = {
  LineSuspended: statementSchemas.LineSuspended,
  SumListed: paymentSchemas.SumListed,
  ...discrepancySchemas,
  ...suspenseSchemas,
};

export async function writeWork(fact: StreamFact<WorkNews>, manager: EntityManager): Promise<void> {
  if (fact.type === 'LineSuspended') return suspendLine(fact, manager);
  if (fact.type === 'SumListed') return completeSum(fact, manager);
  if (fact.type === 'MoneyHeld') return holdMoney(fact, manager);
  const id = idOf(fact);
  if ('key' in fact.data && fact.data.key.startsWith('missing-')) await touchMissing(fact, id, manager);
  const change = changeOf(fact);
  const columns = Object.keys(change);
  if (columns.length === 0) return;
  await manager.query(
    `UPDATE work_item SET ${columns.map((column, i) => `${column} = $${i + 2}`).join(', ')} WHERE id = $1`,
    [id, ...Object.values(change)],
  );
}

/** A line that differed until the last of its payments was reported waits for nobody any more. */
async function completeSum({ data, stream, meta }: StreamFact<SumListed>, manager: EntityManager): Promise<void> {
  if (!isExactSum(data)) return;
  const { kind, statementDate, line } = data;
  const statement = statementIdOf(bankReferenceOf(stream).bank, statementDate, kind);
  await manager.query(
    `UPDATE work_item SET closed_how = 'completed', closed_at = $2, request = NULL WHERE id = $1 AND closed_at IS NULL`,
    [`line:${statement}:${line}`, meta.recordedAt],
  );
}

/** Held money has a row of its own; its line needs none besides. */
async function suspendLine({ data, stream, meta }: StreamFact<LineSuspended>, manager: EntityManager): Promise<void> {
  if (data.bucket.startsWith('suspended.')) return;
  const statement = stream.slice(`${statements.category}-`.length);
  const { bank, day } = fileOf(stream);
  const { line, reference, fen, bucket, fineId, because = null } = data;
  await insert(manager, {
    ...{ id: `line:${statement}:${line}`, kind: 'line', statement, bank, day, reference, fen, reason: bucket },
    ...{ fine_id: fineId, because, since: meta.recordedAt },
  });
}

async function holdMoney(
  { data, stream, meta }: Extract<StreamFact<WorkNews>, { type: 'MoneyHeld' }>,
  manager: EntityManager,
): Promise<void> {
  const { bank, reference, fen, reason, fineId, paidAt, code, codeFault } = data;
  await insert(manager, {
    ...{ id: `suspense:${stream.slice(`${suspense.category}-`.length)}`, kind: 'suspense', statement: null, bank },
    ...{ day: civilDateOf(paidAt), reference, fen, reason, fine_id: fineId, since: meta.recordedAt },
    because: { ...(code !== null && { code }), ...(codeFault !== null && { codeFault }) },
  });
}

/** Gives a row to a callback that a statement lacks, so that it can have an owner. */
async function touchMissing({ stream }: StreamFact, id: string, manager: EntityManager): Promise<void> {
  const { bank, day } = fileOf(stream);
  await manager.query(
    `INSERT INTO work_item (id, kind, statement, bank, day, reference, fen, reason, since)
     SELECT $1, 'missing', $2, bank, day, reference, fen, 'unknown-to-bank',
       (SELECT reconciled_at FROM bank_day WHERE bank = $3 AND day = $4 AND kind = 'statement')
     FROM bank_message WHERE bank = $3 AND reference = $5 ON CONFLICT DO NOTHING`,
    [id, stream.slice(`${statements.category}-`.length), bank, day, id.split(':').slice(2).join(':')],
  );
}

async function insert(manager: EntityManager, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row);
  const values = Object.values(row).map((value) =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
  );
  await manager.query(
    `INSERT INTO work_item (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})
     ON CONFLICT DO NOTHING`,
    values,
  );
}

function idOf({ stream, data }: StreamFact<Exclude<WorkNews, LineSuspended | SumListed>>): string {
  if (!('key' in data)) return `suspense:${stream.slice(`${suspense.category}-`.length)}`;
  const statement = stream.slice(`${statements.category}-`.length);
  const separator = data.key.indexOf('-');
  return `${data.key.slice(0, separator)}:${statement}:${data.key.slice(separator + 1)}`;
}

/** Columns that an event changes. */
function changeOf({
  type,
  data,
  meta,
}: StreamFact<Exclude<WorkNews, LineSuspended | SumListed>>): Readonly<Record<string, unknown>> {
  const closed = (how: string) => ({ closed_how: how, closed_at: meta.recordedAt, request: null });
  switch (type) {
    case 'MoneyApplied':
      return { ...closed('applied'), fine_id: data.fineId };
    case 'MoneyReturned':
      return closed('taken-back-by-bank');
    case 'MoneyPaidBack':
      return closed('paid-back');
    case 'ResolutionRequested':
    case 'CorrectionRequested': {
      const { reason } = data;
      const what = type === 'CorrectionRequested' ? 'correct' : data.kind;
      const id = type === 'CorrectionRequested' ? data.correctionId : data.resolutionId;
      return { request: JSON.stringify({ id, what, reason, by: meta.actor.id, authorised: false }) };
    }
    case 'ResolutionAuthorised':
      // A return is made later, by the treasury.
      return data.approvalNumber === null
        ? {}
        : {
            request: JSON.stringify({
              id: data.resolutionId,
              what: 'return',
              reason: '',
              by: meta.actor.id,
              authorised: true,
            }),
          };
    case 'ResolutionCancelled':
    case 'CorrectionCancelled':
      return { request: null };
    case 'CorrectionAuthorised':
      return closed('corrected');
    case 'DiscrepancyClosed':
      return closed(data.how);
    case 'SuspenseAssigned':
    case 'DiscrepancyAssigned':
      return { owner: data.owner };
    case 'SuspenseKept':
    case 'DiscrepancyKept':
      return { kept_until: data.until };
    case 'MoneyHeld':
      return {};
  }
}
