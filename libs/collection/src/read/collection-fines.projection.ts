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
  version: 2,
  tables: readFileSync(join(__dirname, 'collection-fines.tables.sql'), 'utf8'),
  schemas: fineSchemas,
  async apply(fact, manager) {
    // The deciding side publishes a FineCancelled of its own.
    if (!fact.stream.startsWith(`${fines.category}-`)) return;
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
      ...{ codes: [], refundedFen: 0 as typeof fineFen, waivedFen: 0 as typeof fineFen, changedOn: null },
      ...{ termKind: null, termUntil: null, writtenOffOn: null, spotMoney: {}, pendingRefunds: {}, remedies: {} },
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
interface Change {
  readonly set: readonly string[];
  readonly values: readonly unknown[];
}

const put = (column: string, key: string, value: unknown): Change => ({
  set: [`${column} = ${column} || jsonb_build_object($3::text, $4::jsonb)`],
  values: [key, JSON.stringify(value)],
});

function changeOf({ type, data }: FineEvent): Change {
  switch (type) {
    case 'PaymentCodeIssued':
      return {
        set: ['payment_code = coalesce(payment_code, $3)', 'codes = array_append(codes, $3::text)'],
        values: [data.code],
      };
    case 'FineReduced':
      return {
        set: ['fine_fen = $3', 'confiscated_gains_fen = $4', 'changed_on = $5'],
        values: [data.fineFen, data.confiscatedGainsFen, data.changedOn],
      };
    case 'DeferralGranted':
      return { set: [`term_kind = 'deferral'`, 'term_until = $3'], values: [data.until] };
    case 'InstalmentPlanSet': {
      const until = data.instalments.map(({ due }) => due).sort();
      return { set: [`term_kind = 'instalments'`, 'term_until = $3'], values: [until.at(-1) ?? null] };
    }
    case 'SurchargePaused': {
      const { remedy, kind, from } = data;
      return put('remedies', String(remedy), { kind, from, through: null, counted: true });
    }
    case 'SurchargeResumed': {
      const { remedy, through, counted } = data;
      return {
        set: ['remedies = jsonb_set(remedies, ARRAY[$3::text], (remedies -> $3::text) || $4::jsonb)'],
        values: [String(remedy), JSON.stringify({ through, counted })],
      };
    }
    case 'SpotMoneyAnnounced':
      return put('spot_money', data.receiptNumber, { fen: data.fen, handedInOn: data.handedInOn });
    case 'SpotMoneyDeposited':
      return { set: ['spot_money = spot_money - $3::text'], values: [data.receiptNumber] };
    case 'PaymentApplied':
      return { set: ['received_fen = received_fen + $3'], values: [data.fen] };
    case 'PaymentReversed':
      return { set: ['received_fen = received_fen - $3'], values: [data.fen] };
    case 'FinePaid':
      return {
        set: [
          `state = CASE WHEN state IN ('open', 'written-off') THEN 'paid' ELSE state END`,
          'surcharge_fen = $3',
          'paid_on = $4',
        ],
        values: [data.surchargeFen, data.paidOn],
      };
    case 'FineSettled':
      return { set: [`state = 'settled'`], values: [] };
    case 'FineClosable':
      return { set: [`state = 'closable'`], values: [] };
    case 'FineReopened':
      return {
        set: [
          `state = CASE WHEN written_off_on IS NULL THEN 'open' ELSE 'written-off' END`,
          ...['surcharge_fen = NULL', 'paid_on = NULL'],
        ],
        values: [],
      };
    case 'FineCancelled':
      return { set: [`state = 'cancelled'`], values: [] };
    case 'OverpaymentHeld':
    case 'OverpaymentReleased':
      return { set: ['held_fen = $3'], values: [data.heldFen] };
    case 'RefundRequested':
      return put('pending_refunds', data.refundId, data.fen);
    case 'RefundCancelled':
      return { set: ['pending_refunds = pending_refunds - $3::text'], values: [data.refundId] };
    case 'RefundMade':
      return {
        set: ['pending_refunds = pending_refunds - $3::text', 'refunded_fen = refunded_fen + $4'],
        values: [data.refundId, data.fen],
      };
    case 'RefundReturned':
      return { set: ['refunded_fen = refunded_fen - $3'], values: [data.fen] };
    case 'SurchargeReduced':
      return { set: ['waived_fen = waived_fen + $3'], values: [data.fen] };
    case 'FineWrittenOff':
      return {
        set: [`state = CASE state WHEN 'open' THEN 'written-off' ELSE state END`, 'written_off_on = $3'],
        values: [data.writtenOffOn],
      };
    default:
      return { set: [], values: [] };
  }
}
