import { privateServer } from '../../support/postgres';
import { statementOf } from './statement';

describe('a large statement', () => {
  it.each([
    ['', 0],
    [', though the process is killed twice on its way', 2],
  ])(
    'has each of ten kinds of difference found under its name, and none besides%s',
    async (_, kills) => {
      const server = await privateServer();
      try {
        const { taken, faults } = await statementOf(server.adminUrl, 3_000, 50, kills);
        expect(faults).toEqual([]);
        expect(taken.lines).toBe(2_950);
      } finally {
        await server.drop();
      }
    },
    300_000,
  );
});
