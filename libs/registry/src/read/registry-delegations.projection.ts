import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { delegationSchemas, type DelegationEvent } from '@fajiao/contracts';
import { addDays, type CivilDate } from '@fajiao/kernel';
import { rowPerKey, type Projection, type StreamFact } from '@fajiao/projections';
import type { Delegation } from '../domain/delegation';

/** A row by its columns. */
interface DelegationColumns {
  readonly delegation_id: string;
  readonly unit_id: string;
  readonly valid_from: CivilDate;
  readonly valid_until: CivilDate;
  readonly delegation: Delegation;
}

/** Every power that was ever delegated. */
export const registryDelegations: Projection<DelegationEvent> = {
  name: 'registry_delegations',
  version: 1,
  tables: readFileSync(join(__dirname, 'registry-delegations.tables.sql'), 'utf8'),
  schemas: delegationSchemas,
  ...rowPerKey<DelegationColumns, DelegationEvent>({
    table: 'registry_delegation',
    key: 'delegation_id',
    columns: ['delegation_id', 'unit_id', 'valid_from', 'valid_until', 'delegation'],
    keyOf: ({ data }) => data.delegation,
    evolve,
  }),
};

function evolve(
  row: DelegationColumns | undefined,
  { type, data }: StreamFact<DelegationEvent>,
): DelegationColumns | undefined {
  if (type === 'PowerDelegated') {
    const { delegation, unit, from, until, publishedOn } = data;
    return {
      delegation_id: delegation,
      unit_id: unit.id,
      valid_from: publishedOn > from ? publishedOn : from,
      valid_until: until,
      delegation: { ...data, ended: null },
    };
  }
  if (!row) return undefined;
  const { on, reason } = data;
  const lastDay = addDays(on, -1);
  return {
    ...row,
    valid_until: lastDay < row.valid_until ? lastDay : row.valid_until,
    delegation: { ...row.delegation, ended: { on, reason } },
  };
}
