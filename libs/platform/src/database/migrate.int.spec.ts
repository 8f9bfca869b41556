import { type ContextAccess, openPostgresEventStore } from '@fajiao/event-store';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres';
import { DatabaseFault } from './database-fault';
import { eventStoreMigration } from './event-store-migration';
import { assertMigrated, migrate, type Schema } from './migrate';
import { loginsOf, rolesSql } from './roles';

const access: ContextAccess = {
  context: 'decision',
  login: 'decision',
  appends: ['case'],
  reads: ['case'],
  readsTypes: [],
};
const schema: Schema = { logins: ['decision'], migrations: [eventStoreMigration([access])] };

jest.setTimeout(60_000);
let database: TestDatabase;
const urlOf = (user: string, password = 'of-a-test'): string => {
  const url = new URL(database.adminUrl);
  [url.username, url.password] = [user, password];
  return url.toString();
};
const decisionUrl = (password?: string): string => urlOf(`${database.name}_decision`, password);

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

async function as<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function asserted(url: string, its: Schema): Promise<void> {
  const dataSource = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    await assertMigrated(dataSource, its);
  } finally {
    await dataSource.destroy();
  }
}

describe('the migration', () => {
  it('makes the logins and the schema, and has nothing left to do the second time', async () => {
    await expect(migrate(database.adminUrl, schema, { decision: decisionUrl() })).resolves.toHaveLength(1);
    await expect(migrate(database.adminUrl, schema, { decision: decisionUrl() })).resolves.toEqual([]);
    const store = openPostgresEventStore({ url: decisionUrl(), login: 'decision' });
    await expect(store.readAll(undefined, 1)).resolves.toMatchObject({ events: [], atEnd: true });
    await store.close();
  });

  it('may be run by several processes at once', async () => {
    const runs = [1, 2, 3].map(() => migrate(database.adminUrl, schema, { decision: decisionUrl() }));
    expect((await Promise.all(runs)).map((done) => done.length).sort()).toEqual([0, 0, 1]);
  });

  it('leaves nothing behind when one of its steps fails', async () => {
    const broken = {
      name: 'Broken9990000000000',
      up: () => Promise.reject(new Error('broken')),
      down: () => Promise.resolve(),
    };
    const both = { ...schema, migrations: [...schema.migrations, broken] };
    await expect(migrate(database.adminUrl, both, { decision: decisionUrl() })).rejects.toThrow('broken');
    const found = await as(database.adminUrl, (client) =>
      client.query(`SELECT FROM pg_namespace WHERE nspname = 'events'`),
    );
    expect(found.rowCount).toBe(0);
  });

  it('gives a login the password of its URL, also a new one', async () => {
    await migrate(database.adminUrl, schema, { decision: decisionUrl('first') });
    await migrate(database.adminUrl, schema, { decision: decisionUrl('second') });
    await expect(as(decisionUrl('second'), (client) => client.query('SELECT'))).resolves.toBeDefined();
  });

  it('refuses a URL that is of another login', async () => {
    const url = urlOf('somebody');
    await expect(migrate(database.adminUrl, schema, { decision: url })).rejects.toThrow(
      `as "${database.name}_decision"`,
    );
  });

  it('closes the database to other logins, and lets its own do nothing but their work', async () => {
    await migrate(database.adminUrl, schema, { decision: decisionUrl() });
    await as(database.adminUrl, (client) =>
      client.query(`CREATE ROLE ${database.name}_stranger LOGIN PASSWORD 'of-a-test'`),
    );
    await expect(as(urlOf(`${database.name}_stranger`), (client) => client.query('SELECT'))).rejects.toThrow(
      'permission denied for database',
    );
    await as(decisionUrl(), async (client) => {
      for (const sql of [
        'CREATE SCHEMA mine',
        'CREATE TABLE public.mine ()',
        'CREATE TEMP TABLE mine ()',
        'SELECT * FROM events.event',
        'INSERT INTO platform.migrations VALUES (1, 1, $$x$$)',
        `SET ROLE ${new URL(database.adminUrl).username}`,
      ])
        await expect(client.query(sql)).rejects.toThrow('permission denied');
      const { rows } = await client.query(
        `SELECT (SELECT count(*)::int FROM pg_class WHERE relowner = current_user::regrole) AS owned,
           (SELECT count(*)::int FROM pg_auth_members WHERE member = current_user::regrole) AS memberships`,
      );
      expect(rows).toEqual([{ owned: 0, memberships: 0 }]);
    });
  });
});

describe('a login that somebody else made', () => {
  const both: Schema = { logins: ['decision', 'collection'], migrations: schema.migrations };
  const refused = (logins: string): object => ({
    name: 'DatabaseFault',
    message: `These logins may do more than an application should: ${logins}`,
  });
  beforeEach(() =>
    as(database.adminUrl, async (client) => {
      for (const login of ['decision', 'collection', 'limited'])
        await client.query(`CREATE ROLE ${database.name}_${login} LOGIN PASSWORD 'of-a-test'`);
    }),
  );
  const run = (sql: string): Promise<unknown> =>
    as(database.adminUrl, (client) => client.query(sql.replaceAll('@', `${database.name}_`)));

  it('and that may become the login of the other side is refused: it was taken as it is', async () => {
    await run('GRANT @collection TO @decision');
    await expect(migrate(database.adminUrl, both, {})).rejects.toMatchObject(refused(`${database.name}_decision`));
  });

  it('and that may become the one who migrates, and owns everything, is refused: it was taken as it is', async () => {
    await run('GRANT @limited TO @decision');
    await expect(migrate(urlOf(`${database.name}_limited`), both, {})).rejects.toMatchObject(
      refused(`${database.name}_decision`),
    );
  });

  it('does not migrate: it would own what it must not change', async () => {
    await expect(migrate(decisionUrl(), both, {})).rejects.toMatchObject(refused(`${database.name}_decision`));
  });

  it('with all rights to the database keeps that to enter it: it could make schemas of its own', async () => {
    await run(`GRANT ALL ON DATABASE ${database.name} TO @decision`);
    await migrate(database.adminUrl, both, {});
    await as(decisionUrl(), (client) =>
      expect(client.query('CREATE SCHEMA mine')).rejects.toThrow('permission denied for database'),
    );
  });
});

describe('an admin who may not create roles', () => {
  const limited = (): string => urlOf(`${database.name}_limited`);
  beforeEach(() =>
    as(database.adminUrl, async (client) => {
      await client.query(`CREATE ROLE ${database.name}_limited LOGIN PASSWORD 'of-a-test'`);
      await client.query(`GRANT CREATE ON DATABASE ${database.name} TO ${database.name}_limited`);
      await client.query(`GRANT ${database.name}_limited TO CURRENT_USER`); // to drop what it owns
    }),
  );

  it('is told what to hand to the DBA, and migrates once that was run', async () => {
    await expect(migrate(limited(), schema, { decision: decisionUrl() })).rejects.toThrow(/npm run roles -- --print/);
    const sql = rolesSql(loginsOf(database.name, ['decision'], { decision: decisionUrl('given') }));
    expect(sql).toContain('NOINHERIT');
    expect(sql).not.toContain('given');
    await as(database.adminUrl, (client) => client.query(sql));
    await expect(migrate(limited(), schema, { decision: decisionUrl() })).resolves.toHaveLength(1);
    await expect(asserted(decisionUrl('given'), schema)).resolves.toBeUndefined();
  });
});

describe('an application', () => {
  it('refuses a schema that was not migrated, or not for its release', async () => {
    await expect(asserted(database.adminUrl, schema)).rejects.toThrow(DatabaseFault);
    await migrate(database.adminUrl, schema, { decision: decisionUrl() });
    await expect(asserted(decisionUrl(), schema)).resolves.toBeUndefined();
    const later = { ...schema, migrations: [eventStoreMigration([{ ...access, reads: ['case', 'partyActs'] }])] };
    await expect(asserted(decisionUrl(), later)).rejects.toThrow(/run "npm run migrate".*EventStore200/);
  });
});
