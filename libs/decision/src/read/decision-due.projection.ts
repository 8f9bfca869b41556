import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Projection, ProjectionTables } from '@fajiao/projections';
import type { DataSource, EntityManager } from 'typeorm';
import type { CaseState } from '../domain/case-state';
import { lawAt } from '../application/case-law';
import type { DecisionDeps } from '../application/decision-deps';
import { dueTerms } from '../domain/due';
import { caseSchemas, type CaseEvent } from '../domain/events';
import { cases } from '../domain/evolve';

export type DueDeps = Pick<DecisionDeps, 'handler' | 'rulebook' | 'calendar'>;

export const dueTables: ProjectionTables = {
  name: 'decision_due',
  version: 1,
  tables: readFileSync(join(__dirname, 'decision-due.tables.sql'), 'utf8'),
};

/**
 * What is due across cases. Dates follow from a whole history and the law, so a case is folded from its stream; its rows may
 * be newer than the checkpoint, never older.
 */
export function decisionDue(deps: DueDeps): Projection<CaseEvent> {
  const applyAll: Projection<CaseEvent>['applyAll'] = async (facts, manager) => {
    const ids = facts.map(({ stream }) => stream.slice(`${cases.category}-`.length));
    await write(await folded(deps, [...new Set(ids)]), deps, manager);
  };
  return { ...dueTables, schemas: caseSchemas, apply: (fact, manager) => applyAll([fact], manager), applyAll };
}

const BATCH = 200;

/**
 * Counts the dates anew that rest on an earlier rulebook or calendar: a year that was not known is loaded now.
 * @returns how many cases were counted
 */
export async function recountDue(deps: DueDeps, dataSource: DataSource): Promise<number> {
  for (let counted = 0; ;) {
    const ids = await dataSource.transaction(async (manager) => {
      await manager.query(`SET LOCAL search_path TO "${dueTables.name}"`);
      const stale = await manager.query<{ case_id: string }[]>(
        'SELECT case_id FROM due_case WHERE law <> $1 LIMIT $2 FOR UPDATE SKIP LOCKED',
        [lawOf(deps), BATCH],
      );
      await write(
        await folded(
          deps,
          stale.map((row) => row.case_id),
        ),
        deps,
        manager,
      );
      return stale;
    });
    counted += ids.length;
    if (ids.length < BATCH) return counted;
  }
}

interface Folded {
  readonly caseId: string;
  readonly state: CaseState;
  readonly revision: number;
}

async function folded({ handler }: DueDeps, ids: readonly string[]): Promise<readonly Folded[]> {
  return Promise.all(ids.map(async (caseId) => ({ caseId, ...(await handler.load(cases, caseId)) })));
}

/** Whoever folded the later history wins, whichever transaction comes last. */
const CLAIM = `INSERT INTO due_case (case_id, revision, law)
  SELECT case_id, revision, $2 FROM jsonb_to_recordset($1::jsonb) AS its (case_id uuid, revision integer) ORDER BY case_id
  ON CONFLICT (case_id) DO UPDATE SET revision = excluded.revision, law = excluded.law
    WHERE due_case.revision <= excluded.revision
  RETURNING case_id`;

async function write(all: readonly Folded[], deps: DueDeps, manager: EntityManager): Promise<void> {
  if (all.length === 0) return;
  const claims = all.map(({ caseId, revision }) => ({ case_id: caseId, revision }));
  const won = await manager.query<{ case_id: string }[]>(CLAIM, [JSON.stringify(claims), lawOf(deps)]);
  const ids = won.map((row) => row.case_id);
  await manager.query('DELETE FROM due_term WHERE case_id = ANY ($1)', [ids]);
  const rows = all.filter(({ caseId }) => ids.includes(caseId)).flatMap((one) => rowsOf(one, deps));
  await manager.query('INSERT INTO due_term SELECT * FROM jsonb_populate_recordset(NULL::due_term, $1::jsonb)', [
    JSON.stringify(rows),
  ]);
}

function rowsOf({ caseId, state }: Folded, deps: DueDeps): readonly object[] {
  const last = state.log.at(-1);
  const { filing, number, officers, status } = state;
  if (!last || !filing) return [];
  return dueTerms(state, lawAt(deps, last.recordedAt)).map((term) => ({
    case_id: caseId,
    clock: term.clock,
    rule: term.rule,
    source: term.source,
    act: term.act,
    due: term.due,
    not_before: term.notBefore,
    due_at: term.dueAt,
    stands_still: term.standsStill,
    status,
    party_name: filing.party.name,
    offence_title: filing.offence.title,
    document_number: number?.documentNumber ?? null,
    officers,
  }));
}

const lawOf = ({ rulebook, calendar }: DueDeps): string => `${rulebook.version} ${calendar.version}`;
