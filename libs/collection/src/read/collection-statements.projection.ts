import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Projection, StreamFact } from '@fajiao/projections';
import type { EntityManager } from 'typeorm';
import {
  type LineMatched,
  type LinesMatched,
  type LineSuspended,
  statements,
  statementSchemas,
} from '../domain/statement/statement';

type Told = LinesMatched | LineMatched | LineSuspended;

/** Every line of every file and its bucket. Lines come by the million: they are written many at a time. */
export const collectionStatements: Projection<Told> = {
  name: 'collection_statements',
  version: 1,
  tables: readFileSync(join(__dirname, 'collection-statements.tables.sql'), 'utf8'),
  schemas: {
    LinesMatched: statementSchemas.LinesMatched,
    LineMatched: statementSchemas.LineMatched,
    LineSuspended: statementSchemas.LineSuspended,
  },
  apply: (fact, manager) => write([fact], manager),
  applyAll: write,
};

async function write(facts: readonly StreamFact<Told>[], manager: EntityManager): Promise<void> {
  const rows = facts.flatMap(rowsOf);
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await manager.query(
      `INSERT INTO statement_line SELECT * FROM jsonb_populate_recordset(NULL::statement_line, $1::jsonb)
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(rows.slice(from, from + ROWS_A_STATEMENT))],
    );
}

const ROWS_A_STATEMENT = 5_000;

function rowsOf(fact: StreamFact<Told>): readonly object[] {
  const statement = fact.stream.slice(`${statements.category}-`.length);
  if (fact.type === 'LinesMatched')
    return fact.data.lines.map(({ line, reference, fen, fineId }) => ({
      ...{ statement, line, reference, fen, bucket: 'matched', fine_id: fineId, code_differs: false, because: null },
    }));
  const { line, reference, fen, bucket, fineId, codeDiffers = false, because = null } = fact.data;
  return [{ statement, line, reference, fen, bucket, fine_id: fineId, code_differs: codeDiffers, because }];
}
