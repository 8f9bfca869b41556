import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officerSchemas, type OfficerEvent } from '@fajiao/contracts';
import type { CivilDate } from '@fajiao/kernel';
import { rowPerKey, type Projection, type StreamFact } from '@fajiao/projections';
import { officers, type OfficerState } from '../domain/officer';

/** A row by its columns. */
interface OfficerColumns {
  readonly person_id: string;
  readonly name: string;
  readonly units: readonly string[];
  readonly valid_until: CivilDate | null;
  /** Without its log: that is read from the stream. */
  readonly facts: OfficerState;
}

const PREFIX = `${officers.category}-`;

/** Everybody who is or was on the register. */
export const registryOfficers: Projection<OfficerEvent> = {
  name: 'registry_officers',
  version: 1,
  tables: readFileSync(join(__dirname, 'registry-officers.tables.sql'), 'utf8'),
  schemas: officerSchemas,
  ...rowPerKey<OfficerColumns, OfficerEvent>({
    table: 'registry_officer',
    key: 'person_id',
    columns: ['person_id', 'name', 'units', 'valid_until', 'facts'],
    keyOf: ({ stream }) => (stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : undefined),
    evolve,
  }),
};

function evolve(row: OfficerColumns | undefined, fact: StreamFact<OfficerEvent>): OfficerColumns {
  const facts = { ...officers.evolve(row?.facts ?? officers.initial, fact), log: [] };
  return {
    person_id: fact.stream.slice(PREFIX.length),
    name: facts.name,
    units: [...new Set(facts.posts.map(({ value }) => value.unit.id))],
    valid_until: lastDayOf(facts),
    facts,
  };
}

function lastDayOf({ terms, withdrawals }: OfficerState): CivilDate | null {
  const standing = terms.filter(({ no, from }) => !withdrawals.some((one) => one.no === no && (from ?? '') <= one.on));
  return standing.reduce<CivilDate | null>((last, { until }) => (last !== null && last > until ? last : until), null);
}
