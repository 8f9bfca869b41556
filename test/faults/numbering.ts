/**
 * `npm run faults:numbering [-- DECISIONS]`: decisions at 64 callers, with the app killed in between. Exits with 1 unless
 * their numbers are 1 to DECISIONS, none twice and none missing.
 */
import { Client } from '../support/case-history/client';
import { privateServer } from '../support/postgres';
import { startKillableSystem } from '../support/killable-system';
import { inLanes, inTheMiddle } from './load';
import { PersistentCaller } from './persistent-caller';
import { numbersWithoutGap } from './promises';
import { recorded, type RecordedEvent, wholeHistory } from './whole-history';
import { WholeCase } from './whole-case';

export interface NumberingOptions {
  readonly databaseUrl: string;
  readonly decisions: number;
  readonly callers: number;
  readonly kills: number;
}

export interface NumberingFigures {
  /** In the order of the numbers. */
  readonly numbers: readonly number[];
  /** Decisions whose answer told their number already. */
  readonly toldAtOnce: number;
  /** Requests that had to be sent again. */
  readonly repeated: number;
  readonly faults: readonly string[];
}

/** Prepares all cases first, and then decides all of them at once. */
export async function numbering({
  databaseUrl,
  decisions,
  callers,
  kills,
}: NumberingOptions): Promise<NumberingFigures> {
  const system = await startKillableSystem({ databaseUrl });
  try {
    const caller = new PersistentCaller(system);
    const cases = Array.from({ length: decisions }, (_, n) => new WholeCase(caller, n));
    await inLanes(cases, callers, (its) => its.playUntil('decide'));

    let decided = 0;
    const deciding = inLanes(cases, callers, async (its) => {
      await its.playNext();
      decided += 1;
    });
    for (let kill = 1; kill <= kills; kill++) {
      await inTheMiddle(deciding, () => decided >= (decisions * kill) / (kills + 1));
      await system.kill();
      await system.restart();
    }
    await deciding;
    await new Client(system).settled();

    const history = recorded(await wholeHistory(databaseUrl));
    const numbers = numbersOf(history);
    const told = cases.filter(({ documentNumber }) => documentNumber !== null);
    return {
      numbers,
      toldAtOnce: told.length,
      repeated: caller.unavailable.length + caller.unanswered,
      faults: [...numbersWithoutGap(history), ...told.flatMap((its) => toldOtherwise(its, history))],
    };
  } finally {
    await system.stop();
  }
}

const numbersOf = (history: readonly RecordedEvent[]): number[] =>
  history
    .flatMap(({ type, data }) => (type === 'DecisionNumbered' ? [Number(data['number'])] : []))
    .sort((a, b) => a - b);

function toldOtherwise({ id, documentNumber }: WholeCase, history: readonly RecordedEvent[]): string[] {
  const stands = history.find(({ stream, type }) => stream === `case-${id}` && type === 'DecisionNumbered');
  const number = stands?.data['documentNumber'];
  return number === documentNumber ? [] : [`case ${id} was told ${documentNumber}, and has ${JSON.stringify(number)}`];
}

async function main(decisions: number): Promise<void> {
  const database = await privateServer();
  try {
    const figures = await numbering({ databaseUrl: database.adminUrl, decisions, callers: 64, kills: 4 });
    const { numbers, toldAtOnce, repeated, faults } = figures;
    console.log(`${decisions} decisions at 64 callers, the app killed 4 times:`);
    console.log(`numbers ${numbers[0]} to ${numbers.at(-1)}, ${new Set(numbers).size} different ones,`);
    console.log(`${toldAtOnce} told in the answer, the others by the policy; ${repeated} requests sent again`);
    for (const fault of faults) console.log(`✗ ${fault}`);
    process.exitCode = faults.length === 0 && numbers.length === decisions ? 0 : 1;
  } finally {
    await database.drop();
  }
}

if (require.main === module) void main(Number(process.argv[2] ?? 500));
