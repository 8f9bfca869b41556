/**
 * `npm run faults:kill [-- ROUNDS]`: whole cases by many callers over HTTP, while the app and PostgreSQL are killed in turn.
 * Exits with 1 when anything that was promised does not hold.
 */
import { loadConfig, openFoundation } from '@fajiao/platform';
import { Client } from '../support/case-history/client';
import { rowsOf } from '../support/migrated-database';
import { type PrivateServer, privateServer } from '../support/postgres';
import { type KillableSystem, startKillableSystem } from '../support/killable-system';
import { inTheMiddle } from './load';
import { PersistentCaller } from './persistent-caller';
import { brokenPromises } from './promises';
import { differencesOfRows } from './rebuilt-projections';
import { differencesOfHandOvers } from './replayed-hand-overs';
import { recorded, wholeHistory } from './whole-history';
import { WholeCase } from './whole-case';

export interface KillRound {
  readonly killed: 'the app' | 'PostgreSQL';
  /** Answered 2xx, in all rounds so far. */
  readonly acknowledged: number;
  /** Requests that had to be sent again, in all rounds so far. */
  readonly repeated: number;
  readonly events: number;
  readonly faults: readonly string[];
}

interface Stage {
  readonly database: PrivateServer;
  readonly system: KillableSystem;
  readonly caller: PersistentCaller;
}

/** Acts and messages of a case. */
const REQUESTS = 13;

/**
 * One store for all rounds. In each, as many cases are carried from filing to closing at the same time as there are
 * callers, one of the two is killed somewhere in the middle, and all that has happened so far is looked through.
 */
export async function killRounds(rounds: number, callers: number, say: (round: KillRound) => void): Promise<void> {
  const database = await privateServer();
  try {
    const system = await startKillableSystem({ databaseUrl: database.adminUrl });
    try {
      const stage = { database, system, caller: new PersistentCaller(system) };
      for (let round = 0; round < rounds; round++) say(await killRound(stage, round, callers));
    } catch (fault) {
      throw new Error(`the app's log ends:\n${system.process.log().slice(-5_000)}`, { cause: fault });
    } finally {
      await system.stop();
    }
  } finally {
    await database.drop();
  }
}

async function killRound(stage: Stage, round: number, callers: number): Promise<KillRound> {
  const { database, system, caller } = stage;
  const cases = Array.from({ length: callers }, (_, index) => new WholeCase(caller, round * callers + index));
  const killed = round % 2 === 0 ? 'the app' : 'PostgreSQL';
  const killAt = caller.acknowledged.length + callers * REQUESTS * (0.2 + 0.6 * Math.random());
  const playing = Promise.all(cases.map((its) => its.play()));
  await inTheMiddle(playing, () => caller.acknowledged.length >= killAt);
  await killAndBringBack(killed, stage);
  await playing;
  await new Client(system).settled();

  const { adminUrl } = database;
  const history = await wholeHistory(adminUrl);
  const foundation = openFoundation(loadConfig(system.environment));
  const faults = [
    ...brokenPromises(recorded(history), caller.acknowledged),
    ...(await parkedStreams(adminUrl)),
    ...(await differencesOfRows(adminUrl, foundation)),
    ...(await differencesOfHandOvers(history, foundation)),
  ];
  return {
    killed,
    acknowledged: caller.acknowledged.length,
    repeated: caller.unavailable.length + caller.unanswered,
    events: history.length,
    faults,
  };
}

/** Streams that a projection or policy set aside. */
async function parkedStreams(adminUrl: string): Promise<string[]> {
  const parked = await rowsOf<{ name: string; stream: string; reason: string }>(
    adminUrl,
    'SELECT name, stream, reason FROM projection.parked',
  );
  return parked.map(({ name, stream, reason }) => `${name} has parked ${stream}: ${reason}`);
}

async function killAndBringBack(victim: KillRound['killed'], { database, system }: Stage): Promise<void> {
  if (victim === 'the app') {
    await system.kill();
    await system.restart();
  } else {
    database.kill();
    await database.restart();
  }
}

async function main(rounds: number): Promise<void> {
  let round = 0;
  let faults = 0;
  await killRounds(rounds, 24, (figures) => {
    round += 1;
    faults += figures.faults.length;
    const { killed, acknowledged, repeated, events } = figures;
    console.log(`${round}. killed ${killed}: ${acknowledged} acknowledged, ${repeated} sent again, ${events} events`);
    for (const fault of figures.faults) console.log(`   ✗ ${fault}`);
  });
  console.log(faults === 0 ? `${rounds} rounds: nothing lost, nothing doubled, replays agree` : `${faults} faults`);
  process.exitCode = faults === 0 ? 0 : 1;
}

if (require.main === module) void main(Number(process.argv[2] ?? 20));
