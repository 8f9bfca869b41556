import { DecisionDue, decisionEntities } from '@fajiao/decision';
import { parseCivilDate } from '@fajiao/kernel';
import { dataSourceOptions } from '@fajiao/platform';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { loginUrl, rowsOf } from '../support/migrated-database';
import { contest } from './contest';
import type { Row } from './report';

const CASES = 100_000;
const OFFICERS = 40;
const CALLERS = 16;
const PAGE = 20;

/** What is due to an officer among many open cases, beside the same SQL. */
export async function dueRow(databaseUrl: string): Promise<Row> {
  await openCases(databaseUrl);
  const url = loginUrl(databaseUrl, 'decision');
  const dataSource = await new DataSource(dataSourceOptions(url, decisionEntities, CALLERS)).initialize();
  const pool = new Pool({ connectionString: url, max: CALLERS });
  pool.on('error', () => undefined); // the server goes before its last connection
  try {
    const due = new DecisionDue(dataSource);
    const today = parseCivilDate('2024-06-03');
    return await contest({
      name: 'what-is-due',
      callers: CALLERS,
      subject: async () => {
        const { items } = await due.list(
          { mine: { officer: 'officer-7', acts: ['serve-decision'] }, limit: PAGE },
          today,
        );
        if (items.length !== PAGE) throw new Error(`${items.length} terms`);
      },
      floor: async () => void (await pool.query(BARE, ['["officer-7"]', ['serve-decision']])),
    });
  } finally {
    await Promise.all([dataSource.destroy(), pool.end()]);
  }
}

const BARE = `SELECT * FROM decision_due.due_term WHERE officers @> $1::jsonb OR act = ANY ($2)
  ORDER BY not_before, case_id, clock LIMIT ${PAGE + 1}`;

/** Each is to be decided, and one in ten to be served. */
async function openCases(databaseUrl: string): Promise<void> {
  const common = `'90 days', 'APL-60'`;
  await rowsOf(
    databaseUrl,
    `INSERT INTO decision_due.due_term (case_id, clock, rule, source, act, due, not_before, due_at, stands_still, status,
       party_name, offence_title, document_number, officers)
     SELECT md5(n::text)::uuid, clock, ${common}, act, day, day, NULL, false, 'under-investigation', '示例网络服务中心' || n,
       '在规定的营业时间以外营业', NULL, jsonb_build_array('officer-' || n % ${OFFICERS}, 'officer-' || (n + 1) % ${OFFICERS})
     FROM generate_series(1, ${CASES}) AS n,
       LATERAL (VALUES ('decideBy', 'decide', DATE '2024-01-01' + n % 365), ('serveBy', 'serve-decision', DATE '2024-01-08' + n % 365))
         AS term (clock, act, day)
     WHERE clock = 'decideBy' OR n % 10 = 0`,
  );
  await rowsOf(databaseUrl, 'ANALYZE decision_due.due_term');
}
