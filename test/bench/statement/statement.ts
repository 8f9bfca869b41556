/**
 * `npm run bench:statement [-- LINES [DIFFERENCES]]`: a statement of a million lines, a thousand of each of ten kinds of
 * difference among them. Each has to be found under its name and none besides; what a process holds may not grow with the
 * file. Exits with 1 where that is not so.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { projectRoot } from '../../support/case-history/processes';
import { migratedDatabase, rowsOf } from '../../support/migrated-database';
import { privateServer } from '../../support/postgres';
import { writeStatement } from './file';
import { Plan } from './plan';
import { seed, seedCode } from './seed';
import type { Taken } from './take';

/** How much more may be resident with ten times the lines. */
const GROWTH = 1.3;

export interface Outcome {
  readonly taken: Taken;
  /** In words, what is not as it should be. */
  readonly faults: readonly string[];
}

/**
 * @param serverUrl of a server on which databases may be made
 * @param kills how often the process is killed on its way, each time to be started anew
 */
export async function statementOf(serverUrl: string, payments: number, each: number, kills = 0): Promise<Outcome> {
  const plan = new Plan(payments, each);
  const folder = mkdtempSync(join(tmpdir(), 'fajiao-statement-'));
  try {
    const adminUrl = await migratedDatabase(serverUrl, `statement_${payments}_${kills}`);
    await seed(adminUrl, plan);
    const path = join(folder, 'statement.csv');
    await writeStatement(path, plan, seedCode);
    const script = ['-r', './test/support/typescript.cjs', 'test/bench/statement/take.ts', adminUrl, path, folder];
    const options = { cwd: projectRoot(), maxBuffer: 2 ** 26 };
    const start = await eventsIn(adminUrl);
    for (let kill = 1; kill <= kills; kill += 1) {
      const running = execFile(process.execPath, script, options);
      const share = Math.round((kill * EVENTS_A_LINE * plan.lines) / (kills + 1));
      while ((await eventsIn(adminUrl)) < start + share && running.exitCode === null) await delay(10);
      if (!running.kill('SIGKILL')) throw new Error('the statement was taken in before its process could be killed');
    }
    const { stdout } = await promisify(execFile)(process.execPath, script, options);
    const taken = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Taken;
    return { taken, faults: [...faultsOf(plan, taken), ...(await doubled(adminUrl))] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** About so many come of a line. */
const EVENTS_A_LINE = 3;

async function eventsIn(url: string): Promise<number> {
  const [row] = await rowsOf<{ last: string }>(url, 'SELECT coalesce(max(number), 0) AS last FROM events.event');
  return Number(row?.last);
}

/** What stands twice where every payment is listed, applied and confirmed once. */
async function doubled(url: string): Promise<string[]> {
  const rows = await rowsOf<{ type: string; count: string }>(
    url,
    `SELECT type, count(*) FROM (
       SELECT stream, type FROM events.event
       WHERE type IN ('PaymentReported', 'PaymentListed', 'PaymentApplied', 'PaymentConfirmed', 'FineSettled', 'MoneyHeld')
       GROUP BY stream, type HAVING count(*) > 1
     ) AS doubled GROUP BY type`,
  );
  return rows.map(({ type, count }) => `${type} stands twice in ${count} streams`);
}

function faultsOf(plan: Plan, { lines, buckets, missing, parked, linesFen, bucketsFen }: Taken): string[] {
  const due = plan.buckets();
  const names = [...new Set([...Object.keys(due), ...Object.keys(buckets)])];
  return [
    ...(lines === plan.lines ? [] : [`${lines} lines of ${plan.lines}`]),
    ...names.flatMap((name) =>
      due[name] === buckets[name] ? [] : [`${name}: ${buckets[name] ?? 0}, not ${due[name] ?? 0}`],
    ),
    ...(missing === plan.each ? [] : [`unknown-to-bank: ${missing}, not ${plan.each}`]),
    ...(linesFen === bucketsFen ? [] : [`the lines are ${linesFen} fen, the buckets ${bucketsFen}`]),
    ...(parked === 0 ? [] : [`${parked} streams are parked`]),
  ];
}

const printed = ({ lines, bareParse, intake, reconciled, residentMiB }: Taken): string => {
  const rate = (ms: number) => Math.round((lines * 1000) / ms).toLocaleString('en');
  return [
    `statement of ${lines.toLocaleString('en')} lines: bare parse ${rate(bareParse)} lines/s`,
    `taken in ${rate(intake)} lines/s, reconciled ${rate(reconciled)} lines/s`,
    `(whole ${rate(intake + reconciled)} lines/s, ratio ${(bareParse / (intake + reconciled)).toFixed(4)})`,
    `resident ${residentMiB} MiB`,
  ].join(', ');
};

async function main(lines: number, each: number): Promise<void> {
  const server = await privateServer();
  try {
    const small = await statementOf(server.adminUrl, Math.round(lines / 10), Math.max(1, Math.round(each / 10)));
    console.log(printed(small.taken));
    const large = await statementOf(server.adminUrl, lines, each);
    console.log(printed(large.taken));
    const growth = large.taken.residentMiB / small.taken.residentMiB;
    console.log(
      `statement-million: ${each} of each of 10 kinds, resident memory x ${growth.toFixed(2)} (at most ${GROWTH})`,
    );
    const faults = [...small.faults, ...large.faults, ...(growth > GROWTH ? ['memory grows with the file'] : [])];
    for (const fault of faults) console.log(`✗ ${fault}`);
    console.log(
      faults.length === 0 ? 'every difference is found under its name, and none besides' : `${faults.length} faults`,
    );
    process.exitCode = faults.length === 0 ? 0 : 1;
  } finally {
    await server.drop();
  }
}

if (require.main === module) void main(Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? 1_000));
