/**
 * `npm run demo [-- FILE] [--json]`: carries a case history over HTTP through a server of its own, act by act, as the
 * people of the case, and holds what the system says against what the file expects. EVENTSTORE_URL puts the events there.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Client, type RunningSystem } from './client';
import { type CaseHistory, HistoryFault, readHistoryFile } from './format';
import { projectRoot } from './processes';
import { expectationLines, requiredLine, stepLines } from './report';
import { type HistoryResult, runHistory } from './run';
import { startStandaloneSystem } from './standalone-system';

const CASES = join(projectRoot(), 'test/acceptance/cases');

async function main(args: readonly string[]): Promise<number> {
  const json = args.includes('--json');
  const path = resolve(args.find((arg) => !arg.startsWith('--')) ?? join(CASES, '01-internet-cafe-paid-in-time.json'));
  const file = readHistoryFile(path);
  const results: HistoryResult[] = [];
  for (const history of file.histories) results.push(await runOnEmptyStore(path, history, json));
  if (json)
    console.log(
      JSON.stringify(file.entries ? { file: basename(path), cases: results.map(brief) } : brief(results[0]!), null, 1),
    );
  else if (file.entries)
    console.log(`\n${results.filter((result) => result.ok).length} of ${results.length} entries as expected`);
  return results.every((result) => result.ok) ? 0 : 1;
}

/** A fault of the run itself, such as a server that does not start, ends the run. */
async function runOnEmptyStore(path: string, history: CaseHistory, json: boolean): Promise<HistoryResult> {
  const say = json ? () => undefined : (line: string) => console.log(line);
  say(`\n${history.title}`);
  const system = await startStandaloneSystem({
    staffFile: staffBeside(path),
    banks: ['bank-a', 'bank-b'],
    ...(process.env['EVENTSTORE_URL'] && { eventStoreUrl: process.env['EVENTSTORE_URL'] }),
  });
  try {
    const result = await runHistory(basename(path), history, system, {
      step: (step, request) => say(stepLines(step, request)),
      required: (requirements) => say(requiredLine(requirements)),
    });
    if (Object.keys(result.expect).length > 0) say(`\nExpected of the case:\n${expectationLines(result.expect)}`);
    if (!json) await showEnd(result, system, say);
    say(result.ok ? '\nEverything is as the file says.' : '\nNot everything is as the file says.');
    return result;
  } finally {
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

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof HistoryFault ? error.message : error);
    process.exit(2);
  },
);
