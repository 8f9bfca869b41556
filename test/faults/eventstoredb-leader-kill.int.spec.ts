import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type EventStoreServer, startEventStoreServer } from '../support/eventstore-server';
import { type Cluster, type LeaderKillFigures, underLeaderKills } from './leader-kill';

const ELECTION = 150;

const expectNothingLost = (figures: LeaderKillFigures, kills: number): void => {
  expect(figures).toMatchObject({ lost: 0, doubled: 0, readerMissed: 0, readerOutOfOrder: 0 });
  expect(figures.gaps).toHaveLength(kills);
  expect(figures.acknowledged).toBeGreaterThan(kills * 16);
};

describe('a cluster of three whose leader is killed in mid-load loses and doubles nothing that was acknowledged', () => {
  let nodes: EventStoreServer[] = [];
  afterEach(() => Promise.all(nodes.map((node) => node.stop())));

  it('three kills on the in-repo server', async () => {
    const cluster = await inRepoCluster();

    expectNothingLost(await underLeaderKills(cluster, 3, { timeout: 1_000 }), 3);
  }, 60_000);

  /** The first of the nodes leads; the killed one comes back as a follower on its port. */
  async function inRepoCluster(): Promise<Cluster> {
    const first = await startEventStoreServer();
    nodes = [first, await startEventStoreServer({ follows: first }), await startEventStoreServer({ follows: first })];
    const ports = nodes.map((node) => node.port);
    return {
      url: `esdb://${ports.map((port) => `127.0.0.1:${port}`).join(',')}?tls=false&discoveryInterval=20`,
      async killLeader() {
        const [leader] = nodes;
        await leader?.stop();
        setTimeout(() => nodes[1]?.takeOver(), ELECTION);
      },
      async repair() {
        const [killed, leader, other] = nodes as [EventStoreServer, EventStoreServer, EventStoreServer];
        nodes = [leader, other, await startEventStoreServer({ follows: leader, port: killed.port })];
      },
    };
  }
});

/**
 * The same on a real cluster: EVENTSTORE_URL is its connection string, EVENTSTORE_KILL_LEADER a shell command that kills
 * the leader's process, EVENTSTORE_REPAIR one that returns when all nodes are back, EVENTSTORE_KILLS how often (3).
 */
const { EVENTSTORE_URL: url, EVENTSTORE_KILL_LEADER: kill, EVENTSTORE_REPAIR: repair } = process.env;
const kills = Number(process.env.EVENTSTORE_KILLS ?? 3);

/** A node that the command starts would take every EVENTSTORE_ variable for an option of its own. */
async function shell(command: string): Promise<void> {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('EVENTSTORE_'));
  await promisify(execFile)('sh', ['-c', command], { env: Object.fromEntries(others) });
}

if (url && kill && repair) {
  it(
    `${kills} kills on ${url}`,
    async () => {
      const cluster = { url, killLeader: () => shell(kill), repair: () => shell(repair) };

      const figures = await underLeaderKills(cluster, kills);

      process.stdout.write(`${JSON.stringify(figures)}\n`);
      expectNothingLost(figures, kills);
    },
    kills * 120_000,
  );
}
