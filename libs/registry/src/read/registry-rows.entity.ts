import type { CivilDate } from '@fajiao/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Delegation } from '../domain/delegation';
import type { OfficerState } from '../domain/officer';

/** A person in the list. */
@Entity('registry_officer')
export class OfficerRow {
  @PrimaryColumn('text', { name: 'person_id' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('jsonb')
  units!: readonly string[];

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil!: CivilDate | null;

  @Column('jsonb')
  facts!: OfficerState;
}

/** A delegation in the list. */
@Entity('registry_delegation')
export class DelegationRow {
  @PrimaryColumn('text', { name: 'delegation_id' })
  id!: string;

  @Column('text', { name: 'unit_id' })
  unit!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: CivilDate;

  @Column('date', { name: 'valid_until' })
  validUntil!: CivilDate;

  @Column('jsonb')
  delegation!: Delegation;
}
