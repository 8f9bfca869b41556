import type { CivilDate, Fen } from '@fajiao/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { fenColumn } from './fen-column';

@Entity('bank_message')
export class BankMessageRow {
  @PrimaryColumn('text')
  bank!: string;

  @PrimaryColumn('text')
  reference!: string;

  @Column('text')
  kind!: 'payment' | 'reversal';

  /** Negative for a reversal. */
  @Column('bigint', { transformer: fenColumn })
  fen!: Fen;

  @Column('date')
  day!: CivilDate;

  @Column('boolean', { name: 'by_callback' })
  byCallback!: boolean;

  @Column('date', { name: 'listed_on', nullable: true })
  listedOn!: CivilDate | null;
}
