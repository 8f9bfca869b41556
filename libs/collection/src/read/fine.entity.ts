import type { CivilDate, Fen } from '@fajiao/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FineStage } from '../domain/fine/fine-view';
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

  @Column('date', { name: 'decided_on' })
  decidedOn!: CivilDate;

  @Column('date', { name: 'served_on' })
  servedOn!: CivilDate;

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

  @Column('integer')
  revision!: number;
}
