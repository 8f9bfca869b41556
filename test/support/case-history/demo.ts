/**
 * `npm run demo [-- FILE [--json]]`: carries a case history over HTTP through a server of its own, act by act, as the
 * people of the case, and holds what the system says against what the file expects. EVENTSTORE_URL puts the events there.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Client, type RunningSystem } from './client';
import { type CaseHistory, HistoryFault, readHistoryFile } from './format';
import { projectRoot, StartFault } from './processes';
import { expectationLines, requiredLine, stepLines } from './report';
import { type HistoryResult, runHistory } from './run';
import { startStandaloneSystem } from './standalone-system';

const USAGE =
  'Usage: npm run demo [-- FILE [--json]]   FILE: a case history, such as test/acceptance/cases/07-refusals.json';

const CASES = join(projectRoot(), 'test/acceptance/cases');

/** Exit codes: everything as the file says; something differs; the run itself was not possible; interrupted. */
const [SAME, DIFFERENT, IMPOSSIBLE, INTERRUPTED] = [0, 1, 2, 130];

/** Set by Ctrl+C: what is running is stopped and nothing else begun. */
const interruption = new AbortController();

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(USAGE);
    return SAME;
  }
  if (positionals.length > 1) throw new HistoryFault(`One file at a time.\n${USAGE}`);
  const path = resolve(positionals[0] ?? join(CASES, '01-internet-cafe-paid-in-time.json'));
  const file = readHistoryFile(path);
  const results: HistoryResult[] = [];
  for (const history of file.histories) results.push(await runOnEmptyStore(path, history, values.json));
  const ok = results.every((result) => result.ok);
  if (values.json) {
    const shown = file.entries ? { file: basename(path), cases: results.map(brief), ok } : brief(results[0]!);
    console.log(JSON.stringify(shown, null, 1));
  } else if (file.entries)
    console.log(`\n${results.filter((result) => result.ok).length} of ${results.length} entries as expected`);
  return ok ? SAME : DIFFERENT;
}

/** A fault of the run itself, such as a server that does not start, ends the run. */
async function runOnEmptyStore(path: string, history: CaseHistory, json: boolean): Promise<HistoryResult> {
  const say = (line: string): void => {
    if (!json && !interruption.signal.aborted) console.log(line);
  };
  say(`\n${history.title}`);
  const system = await startStandaloneSystem({
    staffFile: staffBeside(path),
    banks: ['bank-a', 'bank-b'],
    ...(process.env['EVENTSTORE_URL'] && { eventStoreUrl: process.env['EVENTSTORE_URL'] }),
  });
  const stop = () => void system.stop();
  interruption.signal.addEventListener('abort', stop);
  try {
    interruption.signal.throwIfAborted();
    const result = await runHistory(basename(path), history, system, {
      step: (step, request) => say(stepLines(step, request)),
      required: (requirements) => say(requiredLine(requirements)),
    });
    interruption.signal.throwIfAborted();
    if (Object.keys(result.expect).length > 0) say(`\nExpected of the case:\n${expectationLines(result.expect)}`);
    if (!json) await showEnd(result, system, say);
    say(result.ok ? '\nEverything is as the file says.' : '\nNot everything is as the file says.');
    return result;
  } finally {
    interruption.signal.removeEventListener('abort', stop);
    await system.stop();
  }
}

/** The closed case, the public entry and the audit replay with its check. */
async function showEnd(result: HistoryResult, system: RunningSystem, say: (line: string) => void): Promise<void> {
  const caseId = result.caseIds['1'];
  if (caseId === undefined) return;
  const client = new Client(system);
  const at = result.steps.at(-1)?.at;
  const ask = (side: 'decision' | 'disclosure' | 'audit', path: string) =>
    client.send({ side, method: 'GET', path, by: 'auditor-1', ...(at !== undefined && { at }) });
  const shown = await ask('decision', `/decision/v1/cases/${caseId}`);
  const digest = (shown.body as { stateDigest?: string }).stateDigest ?? '';
  for (const [title, answer] of [
    ['The case', shown],
    ['In public', await ask('disclosure', `/disclosure/decisions/${caseId}`)],
    ['The audit replay', await ask('audit', `/audit/v1/cases/${caseId}/check?shownDigest=${digest}`)],
  ] as const)
    say(`\n${title} (${answer.status}):\n${JSON.stringify(answer.body, null, 2)}`);
}

const brief = ({ file, title, steps, expect, ok }: HistoryResult) => ({ file, title, steps, expect, ok });

/** The people of a file stand beside it; a file from elsewhere is played by the people of the built-in cases. */
function staffBeside(path: string): string {
  const beside = join(dirname(path), 'staff.json');
  return existsSync(beside) ? beside : join(CASES, 'staff.json');
}

/** A fault in words for whoever typed the command; one of our own with where it happened. */
function wordsOf(error: unknown): unknown {
  if (error instanceof HistoryFault || error instanceof StartFault) return error.message;
  const misused = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return misused ? `${error.message}\n${USAGE}` : error;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interruption.abort());

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    if (interruption.signal.aborted) process.exit(INTERRUPTED);
    console.error(wordsOf(error));
    process.exit(IMPOSSIBLE);
  },
);
