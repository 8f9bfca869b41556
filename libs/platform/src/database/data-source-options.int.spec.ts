import type { EventEmitter } from 'node:events';
import { DataSource } from 'typeorm';
import { freshDatabase } from '../../../../test/support/postgres';
import { dataSourceOptions } from './data-source-options';

interface Pool {
  connect(): Promise<EventEmitter & { release(broken: boolean): void }>;
}

it('a connection that breaks while nobody has taken it over yet does not end the process', async () => {
  const database = await freshDatabase();
  const dataSource = await new DataSource(dataSourceOptions(database.adminUrl, [], 2)).initialize();
  const { master } = dataSource.driver as unknown as { master: Pool };
  const connection = await master.connect();
  expect(() => connection.emit('error', new Error('terminating connection'))).not.toThrow();
  connection.release(true);
  await expect(dataSource.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  await dataSource.destroy();
  await database.drop();
});
