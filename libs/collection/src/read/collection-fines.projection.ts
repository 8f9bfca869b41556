import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CivilDate, fen, type Fen, minusFen, sumFen } from '@fajiao/kernel';
import { type Projection, rowPerKey, type StreamFact } from '@fajiao/projections';
import { type FineEvent, type FineImposed, fineSchemas } from '../domain/fine/fine.events';
import { fines } from '../domain/fine/fine.state';
import type { FineRow } from './fine.entity';

/** A row by its columns: see fine.entity.ts and the tables. */
export interface FineColumns {
  readonly fine_id: string;
  readonly case_id: string;
  readonly document_number: string;
  readonly party_name: string | null;
  readonly payment_code: string | null;
  readonly codes: readonly string[];
  readonly decided_on: CivilDate;
  readonly served_on: CivilDate;
  readonly reconsideration_first: boolean;
  readonly fine_fen: Fen;
  readonly confiscated_gains_fen: Fen;
  readonly state: FineRow['state'];
  readonly received_fen: Fen;
  readonly refunded_fen: Fen;
  readonly held_fen: Fen;
  readonly surcharge_fen: Fen | null;
  readonly paid_on: CivilDate | null;
  readonly changed_on: CivilDate | null;
  readonly term_kind: FineRow['termKind'];
  readonly term_until: CivilDate | null;
  readonly waived_fen: Fen;
  readonly written_off_on: CivilDate | null;
  readonly demanded_on: CivilDate | null;
  readonly at_court_since: CivilDate | null;
  readonly spot_money: FineRow['spotMoney'];
  readonly custody_fen: Fen;
  readonly pending_refunds: FineRow['pendingRefunds'];
  readonly remedies: FineRow['remedies'];
  readonly revision: number;
}

/** What the finance clerk lists and searches. What is due on a day is no row: it grows with time. */
export const collectionFines: Projection<FineEvent> = {
  name: 'collection_fines',
  version: 4,
  tables: readFileSync(join(__dirname, 'collection-fines.tables.sql'), 'utf8'),
  schemas: fineSchemas,
  ...rowPerKey<FineColumns, FineEvent>({
    table: 'fine',
    key: 'fine_id',
    columns: [
      ...(['fine_id', 'case_id', 'document_number', 'party_name', 'payment_code', 'codes'] as const),
      ...([
        'decided_on',
        'served_on',
        'reconsideration_first',
        'fine_fen',
        'confiscated_gains_fen',
        'state',
        'received_fen',
      ] as const),
      ...(['refunded_fen', 'held_fen', 'surcharge_fen', 'paid_on', 'changed_on', 'term_kind', 'term_until'] as const),
      ...(['waived_fen', 'written_off_on', 'demanded_on', 'at_court_since'] as const),
      ...(['spot_money', 'custody_fen', 'pending_refunds', 'remedies', 'revision'] as const),
    ],
    keyOf: ({ stream }) => fineIdOf(stream),
    evolve: (row, fact) => {
      if (!row) return fact.type === 'FineImposed' ? opened(fact) : undefined;
      return fact.revision <= row.revision ? row : { ...row, ...changed(row, fact), revision: fact.revision };
    },
  }),
};

/** The deciding side publishes a FineCancelled of its own, in the stream of the case. */
function fineIdOf(stream: string): string | undefined {
  const prefix = `${fines.category}-`;
  return stream.startsWith(prefix) ? stream.slice(prefix.length) : undefined;
}

const NOTHING = fen(0);

function opened({ stream, data, revision }: StreamFact<FineImposed>): FineColumns {
  return {
    ...{ fine_id: fineIdOf(stream) ?? '', case_id: data.caseId, document_number: data.documentNumber },
    ...{ party_name: data.party.name, payment_code: null, codes: [] },
    ...{ decided_on: data.decidedOn, served_on: data.servedOn },
    reconsideration_first: data.reconsiderationFirst ?? false,
    ...{ fine_fen: data.fineFen, confiscated_gains_fen: data.confiscatedGainsFen, state: 'open' },
    ...{ received_fen: NOTHING, refunded_fen: NOTHING, held_fen: NOTHING, surcharge_fen: null, paid_on: null },
    ...{ changed_on: null, term_kind: null, term_until: null, waived_fen: NOTHING, written_off_on: null },
    ...{ demanded_on: null, at_court_since: null, spot_money: {}, custody_fen: NOTHING, pending_refunds: {} },
    ...{ remedies: {}, revision },
  };
}

function changed(row: FineColumns, { type, data }: FineEvent): Partial<FineColumns> {
  switch (type) {
    case 'PaymentCodeIssued':
      return { payment_code: row.payment_code ?? data.code, codes: [...row.codes, data.code] };
    case 'FineReduced':
      return {
        fine_fen: data.fineFen,
        confiscated_gains_fen: data.confiscatedGainsFen,
        changed_on: data.changedOn,
      };
    case 'DeferralGranted':
      return { term_kind: 'deferral', term_until: data.until };
    case 'InstalmentPlanSet': {
      const until = data.instalments.map(({ due }) => due).sort();
      return { term_kind: 'instalments', term_until: until.at(-1) ?? null };
    }
    case 'SurchargePaused': {
      const { remedy, kind, from } = data;
      return { remedies: { ...row.remedies, [remedy]: { kind, from, through: null, counted: true } } };
    }
    case 'SurchargeResumed': {
      const { remedy, through, counted } = data;
      const paused = row.remedies[remedy];
      return paused ? { remedies: { ...row.remedies, [remedy]: { ...paused, through, counted } } } : {};
    }
    case 'PerformanceDemanded':
      return { demanded_on: data.servedOn };
    case 'CourtEnforcementAwaited':
      return { at_court_since: data.appliedOn };
    case 'CourtEnforcementEnded':
      return { at_court_since: null };
    case 'SpotMoneyAnnounced': {
      const { receiptNumber, fen: amount, handedInOn } = data;
      return inCustody({ ...row.spot_money, [receiptNumber]: { fen: amount, handedInOn } });
    }
    case 'SpotMoneyDeposited':
      return inCustody(without(row.spot_money, data.receiptNumber));
    case 'PaymentApplied':
      return { received_fen: sumFen(row.received_fen, data.fen) };
    case 'PaymentReversed':
      return { received_fen: minusFen(row.received_fen, data.fen) };
    case 'FinePaid': {
      const state = row.state === 'open' || row.state === 'written-off' ? 'paid' : row.state;
      return { state, surcharge_fen: data.surchargeFen, paid_on: data.paidOn };
    }
    case 'FineSettled':
      return { state: 'settled' };
    case 'FineClosable':
      return { state: 'closable' };
    case 'FineReopened':
      return { state: row.written_off_on === null ? 'open' : 'written-off', surcharge_fen: null, paid_on: null };
    case 'FineCancelled':
      return { state: 'cancelled' };
    case 'OverpaymentHeld':
    case 'OverpaymentReleased':
      return { held_fen: data.heldFen };
    case 'RefundRequested':
      return { pending_refunds: { ...row.pending_refunds, [data.refundId]: data.fen } };
    case 'RefundCancelled':
      return { pending_refunds: without(row.pending_refunds, data.refundId) };
    case 'RefundMade':
      return {
        pending_refunds: without(row.pending_refunds, data.refundId),
        refunded_fen: sumFen(row.refunded_fen, data.fen),
      };
    case 'RefundReturned':
      return { refunded_fen: minusFen(row.refunded_fen, data.fen) };
    case 'SurchargeReduced':
      return { waived_fen: sumFen(row.waived_fen, data.fen) };
    case 'FineWrittenOff':
      return { state: row.state === 'open' ? 'written-off' : row.state, written_off_on: data.writtenOffOn };
    default:
      return {};
  }
}

const inCustody = (cash: FineRow['spotMoney']): Pick<FineColumns, 'spot_money' | 'custody_fen'> => ({
  spot_money: cash,
  custody_fen: sumFen(...Object.values(cash).map((one) => one.fen)),
});

function without<Value>(entries: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(entries).filter(([its]) => its !== key));
}
