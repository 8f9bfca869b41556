import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CivilDate, civilDateOf, fen, type Fen, type Instant, minusFen } from '@fajiao/kernel';
import type { Projection } from '@fajiao/projections';
import type { EntityManager } from 'typeorm';
import { bankReferenceOf } from '../domain/bank-reference';
import {
  type CallbackArrived,
  type PaymentListed,
  type PaymentReported,
  paymentSchemas,
  type ReversalReported,
  type Via,
} from '../domain/payment/payment.events';
import { BankMessageRow } from './bank-message.entity';

type Told = PaymentReported | ReversalReported | CallbackArrived | PaymentListed;

/** Callbacks beside statements, by the day of their value time. */
export const collectionBankDays: Projection<Told> = {
  name: 'collection_bank_days',
  version: 1,
  tables: readFileSync(join(__dirname, 'collection-bank-days.tables.sql'), 'utf8'),
  schemas: {
    PaymentReported: paymentSchemas.PaymentReported,
    ReversalReported: paymentSchemas.ReversalReported,
    CallbackArrived: paymentSchemas.CallbackArrived,
    PaymentListed: paymentSchemas.PaymentListed,
  },
  async apply({ type, data, stream }, manager) {
    const of = bankReferenceOf(stream);
    switch (type) {
      case 'PaymentReported':
        return add({ ...of, kind: 'payment', fen: data.fen, ...toldBy(data.paidAt, data.via) }, manager);
      case 'ReversalReported':
        return add(
          { ...of, kind: 'reversal', fen: minusFen(fen(0), data.fen), ...toldBy(data.reversedAt, data.via) },
          manager,
        );
      case 'CallbackArrived':
        return void (await manager.update(BankMessageRow, of, { day: civilDateOf(data.paidAt), byCallback: true }));
      case 'PaymentListed':
        return void (await manager.update(BankMessageRow, of, { listedOn: data.statementDate }));
    }
  },
};

type Row = Omit<BankMessageRow, 'listedOn'>;

function toldBy(at: Instant, via: Via): { readonly day: CivilDate; readonly byCallback: boolean } {
  return { day: civilDateOf(at), byCallback: via === 'callback' };
}

async function add(row: Row & { readonly fen: Fen }, manager: EntityManager): Promise<void> {
  await manager.createQueryBuilder().insert().into(BankMessageRow).values(row).orIgnore().execute();
}
