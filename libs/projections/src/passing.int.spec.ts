import type { Position } from '@fajiao/event-store';
import { projectionStage, type ProjectionStage, tallies } from '../../../test/support/projections';
import { lockCheckpoint, readCheckpoint } from './checkpoints';
import { Passing } from './passing';

jest.setTimeout(60_000);
const policies = ['first', 'second', 'third'].map((name) => ({ name }));
const version = '';
const at = (place: number): Position => `s:${String(place).padStart(20, '0')}` as Position;
let stage: ProjectionStage;

beforeAll(async () => {
  const host = { login: 'decision', projections: [tallies], policies: [] };
  stage = await projectionStage({ ...host, policies: policies.map((its) => ({ ...its, ...REACTION })) });
});
afterAll(() => stage.close());

const REACTION = { schemas: {}, startsAt: 'beginning', react: () => Promise.resolve() } as const;

const stretch = (from: number | undefined, upTo: number) => ({
  after: from === undefined ? from : at(from),
  upTo: at(upTo),
});
const positionOf = async (name: string) => (await readCheckpoint(stage.dataSource, name, 'live'))?.position;

describe('checkpoints pass a stretch that holds nothing for them', () => {
  it('all those of a moment in one statement, from wherever each stands', async () => {
    const query = jest.spyOn(stage.dataSource, 'query');
    const passing = new Passing(stage.dataSource);
    const pass = (name: string) => passing.pass({ name, slot: 'live', version }, stretch(undefined, 5));
    await expect(Promise.all(policies.map(({ name }) => pass(name)))).resolves.toEqual([true, true, true]);
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
    await expect(passing.pass({ name: 'first', slot: 'live', version }, stretch(5, 9))).resolves.toBe(true);
    await expect(Promise.all(policies.map(({ name }) => positionOf(name)))).resolves.toEqual([at(9), at(5), at(5)]);
  });

  it('but not one that somebody else has moved, or filled otherwise, nor one that does not exist', async () => {
    const passing = new Passing(stage.dataSource);
    const moved = await Promise.all([
      passing.pass({ name: 'first', slot: 'live', version }, stretch(5, 12)),
      passing.pass({ name: 'second', slot: 'live', version: 'other' }, stretch(5, 12)),
      passing.pass({ name: 'second', slot: 'next', version }, stretch(undefined, 12)),
      passing.pass({ name: 'third', slot: 'live', version }, stretch(5, 12)),
    ]);
    expect(moved).toEqual([false, false, false, true]);
    await expect(Promise.all(policies.map(({ name }) => positionOf(name)))).resolves.toEqual([at(9), at(5), at(12)]);
  });

  it('nor one that somebody else has locked, without waiting for them', async () => {
    const passing = new Passing(stage.dataSource);
    await stage.dataSource.transaction(async (manager) => {
      await lockCheckpoint(manager, 'first', 'live');
      const both = ['first', 'second'].map((name) =>
        passing.pass({ name, slot: 'live', version }, stretch(name === 'first' ? 9 : 5, 20)),
      );
      await expect(Promise.all(both)).resolves.toEqual([false, true]);
    });
    await expect(positionOf('first')).resolves.toBe(at(9));
  });

  it('and everybody is told when the database does not answer', async () => {
    const passing = new Passing(stage.dataSource);
    const query = jest.spyOn(stage.dataSource, 'query').mockRejectedValueOnce(new Error('gone'));
    const both = ['first', 'second'].map((name) => passing.pass({ name, slot: 'live', version }, stretch(9, 30)));
    for (const its of await Promise.allSettled(both)) expect(its).toMatchObject({ status: 'rejected' });
    query.mockRestore();
    await expect(passing.pass({ name: 'first', slot: 'live', version }, stretch(9, 30))).resolves.toBe(true);
  });
});
