import { privateServer } from '../../support/postgres';
import { statementOf } from './statement';

describe('a large statement', () => {
  it('has each of ten kinds of difference found under its name, and none besides', async () => {
    const server = await privateServer();
    try {
      const { taken, faults } = await statementOf(server.adminUrl, 3_000, 50);
      expect(faults).toEqual([]);
      expect(taken.lines).toBe(2_950);
    } finally {
      await server.drop();
    }
  }, 180_000);
});
