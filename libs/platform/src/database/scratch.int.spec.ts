import { Client } from 'pg';
import { freshDatabase } from '../../../../test/support/postgres';
it('gives two databases', async () => {
  const [a, b] = await Promise.all([freshDatabase(), freshDatabase()]);
  const c = new Client({ connectionString: a.adminUrl });
  await c.connect();
  expect((await c.query('select current_user')).rows).toEqual([{ current_user: 'fajiao_test' }]);
  await c.query(`create role ${a.name}_decision login`);
  await c.end();
  await a.drop();
  await b.drop();
});
