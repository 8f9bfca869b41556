import { type KillRound, killRounds } from './kill-rounds';

describe('killed in mid-load, first the app and then PostgreSQL', () => {
  it('the system loses nothing that it acknowledged, doubles nothing, and arrives where a clean replay does', async () => {
    const rounds: KillRound[] = [];

    await killRounds(2, 4, (round) => rounds.push(round));

    expect(rounds.map(({ killed, faults }) => ({ killed, faults }))).toEqual([
      { killed: 'the app', faults: [] },
      { killed: 'PostgreSQL', faults: [] },
    ]);
    expect(rounds[1]!.acknowledged).toBe(2 * 4 * 13);
  }, 180_000);
});
