import type { Fen } from '@fajiao/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Because, Bucket } from '../domain/statement/bucket';
import { fenColumn } from './fen-column';

@Entity('statement_line')
export class StatementLineRow {
  @PrimaryColumn('text')
  statement!: string;

  @PrimaryColumn('integer')
  line!: number;

  @Column('text', { nullable: true })
  reference!: string | null;

  @Column('bigint', { transformer: fenColumn })
  fen!: Fen;

  @Column('text')
  bucket!: Bucket;

  @Column('uuid', { name: 'fine_id', nullable: true })
  fineId!: string | null;

  @Column('boolean', { name: 'code_differs' })
  codeDiffers!: boolean;

  @Column('jsonb', { nullable: true })
  because!: Because | null;
}
