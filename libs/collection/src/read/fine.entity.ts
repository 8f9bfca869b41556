import type { CivilDate, Fen } from '@fajiao/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FineStage } from '../domain/fine/fine-view';
import type { RemedyPause } from '../domain/fine/fine.state';
import { fenColumn } from './fen-column';

@Entity('fine')
export class FineRow {
  @PrimaryColumn('uuid', { name: 'fine_id' })
  fineId!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text', { name: 'document_number' })
  documentNumber!: string;

  @Column('text', { name: 'party_name', nullable: true })
  partyName!: string | null;

  @Column('text', { name: 'payment_code', nullable: true })
  paymentCode!: string | null;

  /** Every code of the fine, those of instalments too. */
  @Column('text', { array: true })
  codes!: string[];

  @Column('date', { name: 'decided_on' })
  decidedOn!: CivilDate;

  @Column('date', { name: 'served_on' })
  servedOn!: CivilDate;

  /** No suit without a reconsideration before it (ARL-23). */
  @Column('boolean', { name: 'reconsideration_first' })
  reconsiderationFirst!: boolean;

  @Column('bigint', { name: 'fine_fen', transformer: fenColumn })
  fineFen!: Fen;

  @Column('bigint', { name: 'confiscated_gains_fen', transformer: fenColumn })
  confiscatedGainsFen!: Fen;

  @Column('text')
  state!: FineStage;

  @Column('bigint', { name: 'received_fen', transformer: fenColumn })
  receivedFen!: Fen;

  @Column('bigint', { name: 'held_fen', transformer: fenColumn })
  heldFen!: Fen;

  @Column('bigint', { name: 'surcharge_fen', nullable: true, transformer: fenColumn })
  surchargeFen!: Fen | null;

  @Column('date', { name: 'paid_on', nullable: true })
  paidOn!: CivilDate | null;

  @Column('bigint', { name: 'refunded_fen', transformer: fenColumn })
  refundedFen!: Fen;

  @Column('date', { name: 'changed_on', nullable: true })
  changedOn!: CivilDate | null;

  @Column('text', { name: 'term_kind', nullable: true })
  termKind!: 'deferral' | 'instalments' | null;

  /** Last day of the approved term. */
  @Column('date', { name: 'term_until', nullable: true })
  termUntil!: CivilDate | null;

  @Column('bigint', { name: 'waived_fen', transformer: fenColumn })
  waivedFen!: Fen;

  @Column('date', { name: 'written_off_on', nullable: true })
  writtenOffOn!: CivilDate | null;

  /** The latest demand was served. */
  @Column('date', { name: 'demanded_on', nullable: true })
  demandedOn!: CivilDate | null;

  @Column('date', { name: 'at_court_since', nullable: true })
  atCourtSince!: CivilDate | null;

  /** In custody, by number of the receipt. */
  @Column('jsonb', { name: 'spot_money' })
  spotMoney!: Readonly<Record<string, { readonly fen: Fen; readonly handedInOn: CivilDate }>>;

  /** Its sum: the party has paid it, no bank has it yet. */
  @Column('bigint', { name: 'custody_fen', transformer: fenColumn })
  custodyFen!: Fen;

  @Column('jsonb', { name: 'pending_refunds' })
  pendingRefunds!: Readonly<Record<string, Fen>>;

  @Column('jsonb')
  remedies!: Readonly<Record<string, Omit<RemedyPause, 'remedy'>>>;

  @Column('integer')
  revision!: number;
}
