import { contextAccesses } from '@fajiao/contracts';
import { Client } from 'pg';
import { type PostgresUnderTest, postgresUnderTest } from '../../../../test/contract/postgres-store';

const DENIED = { code: '42501' };

/** The wall by the server alone: what a login can do with any client it likes. */
describe('a login of the event store in PostgreSQL', () => {
  let under: PostgresUnderTest;
  const clients = new Map<string, Client>();
  const logins = contextAccesses.map(({ login }) => login);
  const as = (login: string): Client => {
    const client = clients.get(login);
    if (!client) throw new Error(`no client for ${login}`);
    return client;
  };

  beforeAll(async () => {
    under = await postgresUnderTest();
    for (const login of logins) {
      const client = new Client({ connectionString: under.urlOf(login) });
      await client.connect();
      clients.set(login, client);
    }
  });
  afterAll(async () => {
    for (const client of clients.values()) await client.end();
    await under.close();
  });

  it.each(contextAccesses.map((access) => [access.login, access] as const))(
    '%s may call its own functions, and nothing else of the schema',
    async (login, access) => {
      const { rows } = await as(login).query<{ name: string }>(
        `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'events'::regnamespace
         AND has_function_privilege(oid, 'EXECUTE')`,
      );
      const reads = ['read_last', 'read_page', 'read_stream', 'read_streams'].map((name) => `${name}_as_${login}`);
      const appends = access.appends.length > 0 ? [`append_as_${login}`, `append_many_as_${login}`] : [];
      expect(rows.map(({ name }) => name).sort()).toEqual([...appends, ...reads, 'store_id'].sort());
    },
  );

  it.each(logins)('%s owns nothing and reaches no table', async (login) => {
    const { rows } = await as(login).query<{ name: string; any: boolean; owned: boolean }>(
      `SELECT relname AS name, relowner = current_user::regrole AS owned,
         CASE WHEN relkind = 'S' THEN has_sequence_privilege(oid, 'USAGE, SELECT, UPDATE')
           ELSE has_table_privilege(oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER') END AS any
       FROM pg_class WHERE relnamespace = 'events'::regnamespace AND relkind IN ('r', 'v', 'S')`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([
      'appender',
      'event',
      'event_number_seq',
      'readable',
      'store',
      'stream',
    ]);
    expect(rows.filter(({ any, owned }) => any || owned)).toEqual([]);
    await expect(as(login).query('CREATE TABLE events.mine (x int)')).rejects.toMatchObject(DENIED);
    await expect(as(login).query('SELECT FROM events.event')).rejects.toMatchObject(DENIED);
  });

  const appendTo = (stream: string, by: string) => ({
    text: `SELECT events.${by}($1, -1, ARRAY[gen_random_uuid()], '{T}', ARRAY['{}'], ARRAY['{}'])`,
    values: [stream],
  });

  it('may not call the functions of another, nor those that all of them rest on', async () => {
    const decision = new URL(under.urlOf('decision')).username;
    const attempts: [string, string | ReturnType<typeof appendTo>][] = [
      ['decision', appendTo('fine-1', 'append_as_collection')],
      ['decision', appendTo('case-1', 'append')],
      ['collection', `SELECT events.read_stream_as_decision('case-1', 0, 1)`],
      ['collection', `SELECT events.read_page_as_audit(0, 1, 0, NULL, NULL)`],
      ['collection', `SELECT events.read_streams_as_decision(ARRAY['case-1'], ARRAY[0], 1)`],
      ['disclosure', `SELECT events.read_stream('case-1', 0, 1, NULL, NULL)`],
      ['disclosure', `SELECT events.read_streams(ARRAY['case-1'], ARRAY[0], 1, NULL, NULL)`],
      ['disclosure', `SELECT nextval('events.event_number_seq')`],
      ['collection', `SET ROLE ${decision}`],
    ];
    for (const [login, attempt] of attempts) await expect(as(login).query(attempt)).rejects.toMatchObject(DENIED);
  });

  it.each(['fine-1', 'caseless-1', 'Case-1', ' case-1', 'case_1-1', '-case', ''])(
    'its own append function refuses the foreign stream %j',
    async (stream) => {
      await expect(as('decision').query(appendTo(stream, 'append_as_decision'))).rejects.toMatchObject(DENIED);
    },
  );

  it('functions that run with the rights of the owner look names up in the catalogue only', async () => {
    const { rows } = await under.admin.query<{ config: string[] }>(
      `SELECT proconfig AS config FROM pg_proc WHERE pronamespace = 'events'::regnamespace AND prosecdef`,
    );
    expect(rows).toHaveLength(
      4 * contextAccesses.length + 2 * contextAccesses.filter(({ appends }) => appends.length > 0).length + 1,
    );
    for (const { config } of rows) expect(config).toEqual(['search_path=pg_catalog, pg_temp']);
    const client = as('decision');
    await client.query(
      `CREATE FUNCTION pg_temp.split_part(text, text, integer) RETURNS text LANGUAGE sql AS $$ SELECT 'case' $$;
       SET search_path = pg_temp, pg_catalog`,
    );
    const foreign = client.query(appendTo('fine-1', 'append_as_decision'));
    await expect(foreign).rejects.toMatchObject(DENIED);
  });

  it('a function that is not called as the store does writes nothing crooked', async () => {
    const client = as('decision');
    const id = 'gen_random_uuid()';
    const crooked = [
      `'case-c', -1, '{}', '{}', '{}', '{}'`,
      `'case-c', -1, NULL, NULL, NULL, NULL`,
      `NULL, -1, ARRAY[${id}], '{T}', ARRAY['{}'], ARRAY['{}']`,
      `'case-c', -1, ARRAY[${id}], '{T,T}', ARRAY['{}'], ARRAY['{}']`,
      `'case-c', -1, ARRAY[${id}, ${id}], '{T}', ARRAY['{}'], ARRAY['{}']`,
      `'case-c', -7, ARRAY[${id}], '{T}', ARRAY['{}'], ARRAY['{}']`,
      `'case-c', NULL, ARRAY[${id}], '{T}', ARRAY['{}'], ARRAY['{}']`,
      `'case-c', -1, ARRAY[${Array(31).fill(id).join()}], NULL, NULL, NULL`,
    ];
    for (const values of crooked) {
      await client.query(`SELECT events.append_as_decision(${values})`).catch(() => undefined);
    }
    const { rows } = await under.admin.query(`SELECT FROM events.stream WHERE name = 'case-c' OR name IS NULL`);
    expect(rows).toEqual([]);
  });
});
