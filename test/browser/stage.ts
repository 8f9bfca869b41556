import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { RunningSystem } from '../support/case-history/client';
import { type CaseHistory, readHistoryFile } from '../support/case-history/format';
import { projectRoot } from '../support/case-history/processes';
import { runHistory } from '../support/case-history/run';
import { startStandaloneSystem } from '../support/case-history/standalone-system';
import { freshDatabase, type TestDatabase } from '../support/postgres';
import { startBrowser } from './chromium';

const CASES = join(projectRoot(), 'test/acceptance/cases');

/** The whole backend on an empty store, and a browser in front of it. */
export interface Stage {
  readonly browser: Browser;
  readonly url: string;
  readonly database: TestDatabase;
  /** Plays a history and answers with the id of its case. Every step has to come out as the file says. */
  play(history: CaseHistory): Promise<string>;
  close(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const browser = await startBrowser();
  const database = await freshDatabase();
  const staffFile = join(CASES, 'staff.json');
  const options = { staffFile, banks: ['bank-a', 'bank-b'], databaseUrl: database.adminUrl };
  const system: RunningSystem = await startStandaloneSystem(options).catch(async (fault: unknown) => {
    await browser.close();
    throw fault;
  });
  return {
    browser,
    database,
    url: system.urls.decision,
    play: async (history) => {
      const { steps, caseIds } = await runHistory('', history, system);
      const faults = steps.filter(({ ok }) => !ok);
      if (faults.length > 0) throw new Error(`${history.title}: ${JSON.stringify(faults)}`);
      return caseIds['1']!;
    },
    close: async () => {
      await browser.close();
      await system.stop();
      await database.drop();
    },
  };
}

/** The case history of that number, as far as its first `steps` steps. */
export function historyOf(number: string, steps?: number): CaseHistory {
  const names: Readonly<Record<string, string>> = {
    '01': '01-internet-cafe-paid-in-time.json',
    '02': '02-unlicensed-agency-hearing-late.json',
    '04': '04-citizen-masked-deferred.json',
  };
  const [history] = readHistoryFile(join(CASES, names[number]!)).histories;
  return { ...history!, steps: history!.steps.slice(0, steps), expect: {} };
}
