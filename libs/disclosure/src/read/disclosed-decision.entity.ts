import type { CivilDate, Instant } from '@fajiao/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fallen } from '../domain/disclosure';
import type { PublicEntry } from '../domain/public-entry';

/** A published decision; the columns beside `entry` are those that are searched and sorted by, and what became of it. */
@Entity('disclosed_decision')
export class DisclosedDecisionRow {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text', { name: 'document_number' })
  documentNumber!: string;

  /** Empty where the decision was taken down. */
  @Column('text', { name: 'public_name' })
  publicName!: string;

  @Column('text', { name: 'violation_title' })
  violationTitle!: string;

  @Column('date', { name: 'published_on' })
  publishedOn!: CivilDate;

  @Column('text', { name: 'published_at' })
  publishedAt!: Instant;

  /** null: taken down. */
  @Column('json', { nullable: true })
  entry!: PublicEntry | null;

  @Column('date', { name: 'fell_on', nullable: true })
  fellOn!: CivilDate | null;

  @Column('text', { name: 'fell_how', nullable: true })
  fellHow!: Fallen['how'] | null;

  @Column('text', { name: 'fell_by', nullable: true })
  fellBy!: Fallen['by'] | null;

  /** Something holds instead, which may be published. */
  @Column('boolean')
  amendable!: boolean;

  @Column('date', { name: 'withdrawn_on', nullable: true })
  withdrawnOn!: CivilDate | null;

  /** Why it was taken down or amended, as it is published. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('date', { name: 'amended_on', nullable: true })
  amendedOn!: CivilDate | null;
}
