import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Projection, StreamFact } from '@fajiao/projections';
import type { EntityManager } from 'typeorm';
import { type FineEvent, fineSchemas } from '../domain/fine/fine.events';
import { fines } from '../domain/fine/fine.state';
import { FineRow } from './fine.entity';

/** What the finance clerk lists and searches. What is due on a day is no row: it grows with time. */
export const collectionFines: Projection<FineEvent> = {
  name: 'collection_fines',
  version: 1,
  tables: readFileSync(join(__dirname, 'collection-fines.tables.sql'), 'utf8'),
  schemas: fineSchemas,
  async apply(fact, manager) {
    const fineId = fact.stream.slice(`${fines.category}-`.length);
    if (fact.type === 'FineImposed') await open(fineId, fact, manager);
    else await change(fineId, fact, manager);
  },
};

async function open(
  fineId: string,
  { data, revision }: Extract<StreamFact<FineEvent>, { type: 'FineImposed' }>,
  manager: EntityManager,
): Promise<void> {
  const { caseId, documentNumber, party, decidedOn, servedOn, fineFen, confiscatedGainsFen } = data;
  await manager
    .createQueryBuilder()
    .insert()
    .into(FineRow)
    .values({
      ...{ fineId, caseId, documentNumber, partyName: party.name, paymentCode: null, decidedOn, servedOn },
      ...{
        fineFen,
        confiscatedGainsFen,
        state: 'open',
        receivedFen: 0 as typeof fineFen,
        heldFen: 0 as typeof fineFen,
      },
      ...{ surchargeFen: null, paidOn: null, revision },
    })
    .orIgnore()
    .execute();
}

async function change(fineId: string, fact: StreamFact<FineEvent>, manager: EntityManager): Promise<void> {
  const { set, values } = changeOf(fact);
  await manager.query(`UPDATE fine SET ${[...set, 'revision = $2'].join(', ')} WHERE fine_id = $1 AND revision < $2`, [
    fineId,
    fact.revision,
    ...values,
  ]);
}

/** Columns that an event changes; its values are $3 and on. */
function changeOf({ type, data }: FineEvent): { readonly set: readonly string[]; readonly values: readonly unknown[] } {
  switch (type) {
    case 'PaymentCodeIssued':
      return { set: ['payment_code = coalesce(payment_code, $3)'], values: [data.code] };
    case 'PaymentApplied':
      return { set: ['received_fen = received_fen + $3'], values: [data.fen] };
    case 'PaymentReversed':
      return { set: ['received_fen = received_fen - $3'], values: [data.fen] };
    case 'FinePaid':
      return {
        set: [`state = CASE state WHEN 'open' THEN 'paid' ELSE state END`, 'surcharge_fen = $3', 'paid_on = $4'],
        values: [data.surchargeFen, data.paidOn],
      };
    case 'FineSettled':
      return { set: [`state = 'settled'`], values: [] };
    case 'FineClosable':
      return { set: [`state = 'closable'`], values: [] };
    case 'FineReopened':
      return { set: [`state = 'open'`, 'surcharge_fen = NULL', 'paid_on = NULL'], values: [] };
    case 'FineCancelled':
      return { set: [`state = 'cancelled'`], values: [] };
    case 'OverpaymentHeld':
    case 'OverpaymentReleased':
      return { set: ['held_fen = $3'], values: [data.heldFen] };
    default:
      return { set: [], values: [] };
  }
}
