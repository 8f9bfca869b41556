import { referencesOnce } from './references';

describe('payments told ten times each, shuffled, while the app and PostgreSQL are killed', () => {
  it('are one credit each, and one line each on the statements that follow', async () => {
    const { faults, kills, deliveries } = await referencesOnce(100, 20_240_412);
    expect(faults).toEqual([]);
    expect([kills, deliveries]).toEqual([4, 1_000]);
  }, 240_000);
});
