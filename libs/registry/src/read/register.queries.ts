import type { Position } from '@fajiao/event-store';
import type { CivilDate } from '@fajiao/kernel';
import { decodeCursor, encodeCursor } from '@fajiao/platform';
import { withTables } from '@fajiao/projections';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { isInForce, type Delegation } from '../domain/delegation';
import { standingOn, type StandingOnDay } from '../domain/officer-on-day';
import { registryDelegations } from './registry-delegations.projection';
import { registryOfficers } from './registry-officers.projection';
import { DelegationRow, OfficerRow } from './registry-rows.entity';

/** What a list is narrowed to; all that is said must hold. */
interface Page {
  readonly cursor?: string;
  readonly limit: number;
}

export interface OfficerQuery extends Page {
  /** Part of the name. */
  readonly name?: string;
  /** Id of a unit in which they serve or served. */
  readonly unit?: string;
  /** Whose last certificate ends by that day. */
  readonly certificateEndsBy?: CivilDate;
}

export interface DelegationQuery extends Page {
  readonly unit?: string;
  /** In force on that day. */
  readonly inForceOn?: CivilDate;
}

export interface List<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
  readonly position: Position | null;
}

export interface ListedOfficer {
  readonly id: string;
  readonly name: string;
  /** On the day that was asked about; null: not on the staff then. */
  readonly standing: StandingOnDay | null;
}

export type ListedDelegation = Delegation & { readonly inForce: boolean };

/** More people than a county's unit has. */
const MOST_OF_A_UNIT = 10_000;

/** The register as it is listed: as far as its projections are. */
export class RegisterLists {
  constructor(private readonly dataSource: DataSource) {}

  /** By id. @throws Problem `cursor.invalid` */
  async officers(
    { name, unit, certificateEndsBy, ...page }: OfficerQuery,
    day: CivilDate,
  ): Promise<List<ListedOfficer>> {
    const { result, position } = await withTables(this.dataSource, registryOfficers, (manager) => {
      const query = manager.createQueryBuilder(OfficerRow, 'listed');
      if (name) query.andWhere('listed.name ILIKE :name', { name: part(name) });
      if (unit) query.andWhere('listed.units @> :units::jsonb', { units: JSON.stringify([unit]) });
      if (certificateEndsBy) query.andWhere('listed.validUntil <= :certificateEndsBy', { certificateEndsBy });
      return paged(query, page);
    });
    return listOf(result, page, position, ({ id, name: its, facts }) => ({
      ...{ id, name: its },
      standing: standingOn(facts, day) ?? null,
    }));
  }

  /** Ids of those who serve in a unit on a day. */
  async servingIn(unit: string, day: CivilDate): Promise<readonly string[]> {
    const { items } = await this.officers({ unit, limit: MOST_OF_A_UNIT }, day);
    return items.filter(({ standing }) => standing?.unit.id === unit).map(({ id }) => id);
  }

  /** By id. @throws Problem `cursor.invalid` */
  async delegations({ unit, inForceOn, ...page }: DelegationQuery, day: CivilDate): Promise<List<ListedDelegation>> {
    const { result, position } = await withTables(this.dataSource, registryDelegations, (manager) => {
      const query = manager.createQueryBuilder(DelegationRow, 'listed');
      if (unit) query.andWhere('listed.unit = :unit', { unit });
      if (inForceOn) query.andWhere(':inForceOn BETWEEN listed.validFrom AND listed.validUntil', { inForceOn });
      return paged(query, page);
    });
    return listOf(result, page, position, ({ delegation }) => ({ ...delegation, inForce: isInForce(delegation, day) }));
  }
}

function paged<Row extends { id: string }>(query: SelectQueryBuilder<Row>, { cursor, limit }: Page): Promise<Row[]> {
  if (cursor !== undefined) query.andWhere('listed.id > :after', { after: decodeCursor(cursor, 1)[0] });
  return query
    .orderBy('listed.id')
    .take(limit + 1)
    .getMany();
}

function listOf<Row extends { id: string }, Item>(
  rows: readonly Row[],
  { limit }: Page,
  position: Position | null,
  itemOf: (row: Row) => Item,
): List<Item> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(itemOf), next: last ? encodeCursor([last.id]) : null, position };
}

/** Anywhere in the text; what PostgreSQL takes for a wildcard stands for itself. */
const part = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
