import type { DomainEvent } from '@fajiao/kernel';
import type { EntityManager } from 'typeorm';
import type { Projection, StreamFact } from './projection';
import { quoted } from './schema/migration';

/** A table with one row a key, each a fold of the facts about it. */
export interface RowPerKey<Row extends object, E extends DomainEvent> {
  readonly table: string;
  /** The column of the primary key. */
  readonly key: keyof Row & string;
  /** All columns. Values are as in JSON: amounts are numbers, days and instants text (and so are their columns). */
  readonly columns: readonly (keyof Row & string)[];
  /** The key of the row that a fact is about; undefined when it is about none. */
  keyOf(fact: StreamFact<E>): string | undefined;
  /** The row after the fact, as a new object; undefined: there is still none. Never changes the row that it is given. */
  evolve(row: Row | undefined, fact: StreamFact<E>): Row | undefined;
}

/** How such a table is kept: two statements a batch, however many facts and keys it holds. */
export function rowPerKey<Row extends object, E extends DomainEvent>(
  definition: RowPerKey<Row, E>,
): Pick<Projection<E>, 'apply'> & Required<Pick<Projection<E>, 'applyAll'>> {
  const { table, key, columns } = definition;
  const name = quoted(table);
  const list = columns.map(quoted).join(', ');
  const load = `SELECT ${list} FROM ${name} WHERE ${quoted(key)} = ANY ($1)`;
  const save = `INSERT INTO ${name} (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)
    ON CONFLICT (${quoted(key)}) DO UPDATE SET ${columns.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ')}`;

  const applyAll = async (facts: readonly StreamFact<E>[], manager: EntityManager): Promise<void> => {
    const keyed = facts.map((fact) => ({ fact, at: definition.keyOf(fact) })).filter((its) => its.at !== undefined);
    if (keyed.length === 0) return;
    const keys = [...new Set(keyed.map((its) => its.at))];
    const [stored] = await manager.query<{ rows: Row[] }[]>(
      `SELECT coalesce(jsonb_agg(its), '[]') AS rows FROM (${load}) AS its`,
      [keys],
    );
    const rows = new Map<unknown, Row>((stored?.rows ?? []).map((row) => [row[key], row]));
    const changed = new Set<unknown>();
    for (const { fact, at } of keyed) {
      const row = definition.evolve(rows.get(at), fact);
      if (!row || row === rows.get(at)) continue;
      rows.set(at, row);
      changed.add(at);
    }
    if (changed.size > 0) await manager.query(save, [JSON.stringify([...changed].map((at) => rows.get(at)))]);
  };
  return { apply: (fact, manager) => applyAll([fact], manager), applyAll };
}
