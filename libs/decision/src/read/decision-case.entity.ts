import type { Party } from '@fajiao/contracts';
import type { CivilDate, Instant } from '@fajiao/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Status } from '../domain/status';

/** A case in the list. */
@Entity('decision_case')
export class DecisionCaseRow {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text')
  status!: Status;

  @Column('text', { nullable: true })
  outcome!: 'penalty' | 'no-penalty' | 'dropped' | 'transferred' | null;

  @Column('text', { name: 'party_kind' })
  partyKind!: Party['kind'];

  @Column('text', { name: 'party_name' })
  partyName!: string;

  @Column('text', { name: 'party_code', nullable: true })
  partyCode!: string | null;

  @Column('text', { name: 'offence_code' })
  offenceCode!: string;

  @Column('text', { name: 'offence_title' })
  offenceTitle!: string;

  @Column('date', { name: 'act_date' })
  actDate!: CivilDate;

  @Column('jsonb')
  officers!: readonly string[];

  @Column('text', { name: 'document_number', nullable: true })
  documentNumber!: string | null;

  @Column('date', { name: 'filed_on' })
  filedOn!: CivilDate;

  @Column('date', { name: 'decided_on', nullable: true })
  decidedOn!: CivilDate | null;

  @Column('date', { name: 'served_on', nullable: true })
  servedOn!: CivilDate | null;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn!: CivilDate | null;

  @Column('text', { name: 'filed_at' })
  filedAt!: Instant;
}
