import type { Position } from '@fajiao/event-store';
import type { FactMeta, Ground, Instant } from '@fajiao/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A refused act. */
@Entity('refusal')
export class RefusalRow {
  @PrimaryColumn('text')
  stream!: string;

  @Column('text')
  position!: Position;

  @Column('text')
  context!: FactMeta['context'];

  @Column('text')
  operation!: string;

  @Column('text')
  target!: string;

  @Column('uuid', { name: 'target_id', nullable: true })
  targetId!: string | null;

  @Column('text', { name: 'actor_id' })
  actorId!: string;

  @Column('text', { name: 'actor_roles', array: true })
  actorRoles!: string[];

  @Column('text', { name: 'occurred_at' })
  occurredAt!: Instant;

  @Column('text', { array: true })
  codes!: string[];

  @Column('json')
  grounds!: readonly Ground[];
}
