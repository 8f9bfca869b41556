import type { CivilDate, Instant } from '@fajiao/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PublicEntry } from '../domain/public-entry';

/** A published decision; the columns beside `entry` are those that are searched and sorted by. */
@Entity('disclosed_decision')
export class DisclosedDecisionRow {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text', { name: 'document_number' })
  documentNumber!: string;

  @Column('text', { name: 'public_name' })
  publicName!: string;

  @Column('text', { name: 'violation_title' })
  violationTitle!: string;

  @Column('date', { name: 'published_on' })
  publishedOn!: CivilDate;

  @Column('text', { name: 'published_at' })
  publishedAt!: Instant;

  @Column('json')
  entry!: PublicEntry;
}
