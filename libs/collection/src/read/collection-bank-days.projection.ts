import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilDateOf, type DomainEvent, type Instant, minusFen } from '@fajiao/kernel';
import type { Projection, StreamFact } from '@fajiao/projections';
import type { EntityManager } from 'typeorm';
import { bankReferenceOf } from '../domain/bank-reference';
import {
  type CallbackArrived,
  type PaymentListed,
  type PaymentReported,
  type PaymentTakenBack,
  paymentSchemas,
  type ReversalReported,
  type Via,
} from '../domain/payment/payment.events';
import { isByCorrection } from '../domain/payment/payment.state';
import { type StatementReceived, type StatementReconciled, statementSchemas } from '../domain/statement/statement';
import { fileOf } from './file-of-stream';
import { type WorkNews, writeWork, workSchemas } from './work-items';

type Told = PaymentReported | ReversalReported | CallbackArrived | PaymentListed | PaymentTakenBack;
type Files = StatementReceived | StatementReconciled;

/** Callbacks beside statements, by the day of their value time; and what waits for a finance clerk. */
export const collectionBankDays: Projection<Told | Files | WorkNews> = {
  name: 'collection_bank_days',
  version: 4,
  tables: readFileSync(join(__dirname, 'collection-bank-days.tables.sql'), 'utf8'),
  schemas: {
    PaymentReported: paymentSchemas.PaymentReported,
    ReversalReported: paymentSchemas.ReversalReported,
    CallbackArrived: paymentSchemas.CallbackArrived,
    PaymentListed: paymentSchemas.PaymentListed,
    PaymentTakenBack: paymentSchemas.PaymentTakenBack,
    StatementReceived: statementSchemas.StatementReceived,
    StatementReconciled: statementSchemas.StatementReconciled,
    ...workSchemas,
  },
  apply: (fact, manager) => write([fact], manager),
  applyAll: write,
};

/** Each kind of news is written at once, in an order in which none of them waits for another. */
async function write(facts: readonly StreamFact<Told | Files | WorkNews>[], manager: EntityManager): Promise<void> {
  const rows: object[] = [];
  const arrived: object[] = [];
  const listed: object[] = [];
  const others: StreamFact<Files | WorkNews>[] = [];
  for (const fact of facts.filter(isLive))
    switch (fact.type) {
      case 'PaymentReported':
        rows.push(row(fact, 'payment', fact.data.fen, fact.data.paidAt, fact.data.via));
        break;
      case 'ReversalReported': {
        const fen = minusFen(0 as typeof fact.data.fen, fact.data.fen);
        rows.push(row(fact, 'reversal', fen, fact.data.reversedAt, fact.data.via));
        break;
      }
      case 'PaymentTakenBack': {
        const { by, fen, reversedAt } = fact.data;
        // A bank's reversal has a row of its own; a correction has no other.
        if (isByCorrection(by))
          rows.push({
            ...row(fact, 'reversal', minusFen(0 as typeof fen, fen), reversedAt, 'statement'),
            reference: by,
          });
        break;
      }
      case 'CallbackArrived':
        arrived.push({ ...bankReferenceOf(fact.stream), day: civilDateOf(fact.data.paidAt) });
        break;
      case 'PaymentListed':
        listed.push({ ...bankReferenceOf(fact.stream), day: fact.data.statementDate });
        break;
      default:
        others.push(fact);
    }
  if (rows.length > 0) {
    await manager.query(INSERT, [JSON.stringify(rows)]);
    await manager.query(CREDIT_KNOWN, [JSON.stringify(rows)]);
  }
  if (arrived.length > 0) await manager.query(ARRIVED, [JSON.stringify(arrived)]);
  if (listed.length > 0) await manager.query(LISTED, [JSON.stringify(listed)]);
  for (const fact of others) await (isOfFile(fact) ? writeFile(fact, manager) : writeWork(fact, manager));
}

const INSERT = `INSERT INTO bank_message (bank, reference, kind, fen, day, by_callback)
  SELECT bank, reference, kind, fen, day, by_callback FROM jsonb_populate_recordset(NULL::bank_message, $1::jsonb)
  ON CONFLICT DO NOTHING`;

const told = 'jsonb_to_recordset($1::jsonb) AS told (bank text, reference text, day date)';
const SAME = 'message.bank = told.bank AND message.reference = told.reference';
const ARRIVED = `UPDATE bank_message AS message SET day = told.day, by_callback = true FROM ${told} WHERE ${SAME}`;
const LISTED = `UPDATE bank_message AS message SET listed_on = told.day FROM ${told} WHERE ${SAME}`;

// A credit of a payment that was unknown waits for nobody any more once the payment has been reported with its amount.
const CREDIT_KNOWN = `UPDATE work_item AS item SET closed_how = 'completed', closed_at = told.at, request = NULL
  FROM jsonb_to_recordset($1::jsonb) AS told (bank text, reference text, kind text, fen bigint, at timestamptz)
  WHERE item.bank = told.bank AND item.reference = told.reference AND item.fen = told.fen AND told.kind = 'payment'
    AND item.closed_at IS NULL AND item.reason = 'credit-of-unknown'`;

const row = (
  { stream, meta }: StreamFact<Told>,
  kind: 'payment' | 'reversal',
  fen: number,
  at: Instant,
  via: Via,
): object => ({
  ...{ ...bankReferenceOf(stream), kind, fen, day: civilDateOf(at), by_callback: via === 'callback' },
  at: meta.recordedAt,
});

/** What a bank sends in test mode is no money, and nobody's work. */
const isLive = ({ stream }: StreamFact<DomainEvent>): boolean =>
  !/^(?:payment|statement)-[a-z0-9-]+\.test-/.test(stream);

const isOfFile = (fact: StreamFact<Files | WorkNews>): fact is StreamFact<Files> =>
  fact.type === 'StatementReceived' || fact.type === 'StatementReconciled';

async function writeFile({ type, data, stream, meta }: StreamFact<Files>, manager: EntityManager): Promise<void> {
  const { bank, day, kind } = fileOf(stream);
  if (type === 'StatementReceived')
    await manager.query(
      `INSERT INTO bank_day (bank, day, kind, lines, lines_fen, received_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [bank, day, kind, data.lines, data.linesFen, meta.recordedAt],
    );
  else
    await manager.query(
      'UPDATE bank_day SET reconciled_at = $4, buckets = $5 WHERE bank = $1 AND day = $2 AND kind = $3',
      [bank, day, kind, meta.recordedAt, JSON.stringify(data.buckets)],
    );
}
