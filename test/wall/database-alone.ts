import { contextAccesses } from '@fajiao/contracts';
import type { Client } from 'pg';
import { allowed, failuresAmong } from './allowed-in-database';
import { appendCall } from './append-call';
import { attempts, leaksAmong } from './attempt';
import { fingerprintOf } from './fingerprint';
import { everyUseOf, forbiddenToData } from './forbidden-to-data';
import { forbiddenToObjects } from './forbidden-to-objects';
import { callOf, type Landscape, landscapeOf, OURS, type Standpoint, standpointOf } from './landscape';
import { connect, type MigratedDatabase, migratedDatabase, rebuildEverything, urlIn } from './migrated-database';
import { foreignCategories, readableBy, seededEvents, streams } from './seeded-events';
import { shadows } from './shadows';

const DENIED = { code: '42501' };

/** A bare client with a context's login: none of our code stands between it and the server. */
export function databaseAlone(): void {
  let database: MigratedDatabase;
  /** Of another authority, on the same server. */
  let other: MigratedDatabase;
  let land: Landscape;
  let standpoints: readonly Standpoint[];

  beforeAll(async () => {
    [database, other] = await Promise.all([migratedDatabase(), migratedDatabase()]);
    await rebuildEverything(database.adminUrl);
    await seed(database);
    land = await landscapeOf(database.owner);
    standpoints = contextAccesses.map((access) => standpointOf(access, land, database));
  }, 60_000);
  afterAll(() => Promise.all([database.close(), other.close()]));

  describe('no login may', () => {
    it.each([...forbiddenToData, ...forbiddenToObjects])('%s', async (_sentence, attemptsOf) => {
      const before = await fingerprintOf(database.owner, land);
      const leaks: string[] = [];
      for (const me of standpoints)
        leaks.push(...(await leaksAmong(database.as(me.login), attemptsOf(me))).map((leak) => `${me.login}: ${leak}`));
      expect(leaks).toEqual([]);
      expect(standpoints.flatMap(attemptsOf)).not.toEqual([]);
      expect(await fingerprintOf(database.owner, land)).toEqual(before);
    });

    it('enter the database of another authority on the same server', async () => {
      for (const { role } of standpoints)
        await expect(connect(urlIn(database.adminUrl, other.name, role))).rejects.toMatchObject(DENIED);
    });
  });

  describe('every login', () => {
    it.each(allowed)('%s', async (_sentence, workOf) => {
      const failures: string[] = [];
      for (const me of standpoints)
        failures.push(...(await failuresAmong(database.as(me.login), workOf(me))).map((its) => `${me.login}: ${its}`));
      expect(failures).toEqual([]);
      expect(standpoints.flatMap(workOf)).not.toEqual([]);
    });

    it.each(contextAccesses.map((access) => [access.login, access] as const))(
      'reads its own events and those that are published to it, and no other: %s',
      async (login, access) => {
        const readable = readableBy(access);
        expect(readable.length).toBeGreaterThan(0);
        const client = database.as(login);
        expect(await found(client, `read_page_as_${login}(0, 1000, 0, NULL, NULL)`)).toEqual(readable);
        for (const stream of streams) {
          const ofStream = readable.filter((event) => event.startsWith(`${stream} `));
          const last = `read_last_as_${login}('${stream}')`;
          expect(await found(client, `read_stream_as_${login}('${stream}', 0, 1000)`, stream)).toEqual(ofStream);
          const several = `read_streams_as_${login}(ARRAY['${stream}', 'case-none'], ARRAY[0, 0], 1000)`;
          expect(await found(client, several, stream)).toEqual(ofStream);
          expect(await found(client, last, stream)).toEqual(ofStream.slice(-1));
        }
      },
    );

    it('has the right to call its own functions and no others', async () => {
      for (const { login, access, own, role } of standpoints) {
        const { rows } = await database.owner.query<{ name: string }>(
          `SELECT format('%s.%s', nspname, proname) AS name
           FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace
           WHERE ${OURS} AND has_function_privilege($1, pg_proc.oid, 'EXECUTE')`,
          [role],
        );
        const verbs = [
          ...(access.appends.length > 0 ? ['append', 'append_many'] : []),
          'read_last',
          'read_page',
          'read_stream',
          'read_streams',
        ];
        const expected = [...verbs.map((verb) => `events.${verb}_as_${login}`), 'events.store_id'];
        expect(rows.map(({ name }) => name).sort()).toEqual(
          own.length > 0 ? [...expected, 'projection.swap'] : expected,
        );
      }
    });

    it('is served by functions that look names up in the catalogue only', () => {
      const definers = land.routines.filter(({ isDefiner }) => isDefiner);
      expect(definers.length).toBeGreaterThan(0);
      for (const { settings } of definers) expect(settings).toContain('search_path=pg_catalog, pg_temp');
    });

    it('owns nothing, belongs to nothing, and has no power of its own', async () => {
      const { rows } = await database.owner.query<Record<string, unknown>>(
        `SELECT its.rolname AS role, coalesce(owns.what, '{}') AS owns, coalesce(belongs.what, '{}') AS "belongsTo",
           rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls OR rolinherit AS powerful
         FROM pg_roles AS its,
           LATERAL (SELECT array_agg(pg_describe_object(classid, objid, objsubid)) AS what FROM pg_shdepend
             WHERE refclassid = 'pg_authid'::regclass AND refobjid = its.oid AND deptype = 'o') AS owns,
           LATERAL (SELECT array_agg(roleid::regrole::text) AS what FROM pg_auth_members WHERE member = its.oid) AS belongs
         WHERE its.rolname = ANY ($1)`,
        [standpoints.map(({ role }) => role)],
      );
      expect(rows).toHaveLength(contextAccesses.length);
      for (const row of rows) expect(row).toMatchObject({ owns: [], belongsTo: [], powerful: false });
    });

    it('keeps to itself the large objects that PostgreSQL lets everybody make', async () => {
      for (const { login, others } of standpoints) {
        const client = database.as(login);
        const { rows } = await client.query<{ id: string }>(`SELECT lo_from_bytea(0, 'mine') AS id`);
        const id = rows[0]?.id;
        for (const other of others) {
          await expect(database.as(other.login).query('SELECT lo_get($1)', [id])).rejects.toMatchObject(DENIED);
          await expect(database.as(other.login).query('SELECT lo_unlink($1)', [id])).rejects.toMatchObject(DENIED);
        }
        await client.query('SELECT lo_unlink($1)', [id]);
      }
    });
  });

  describe('in a database that is left open to everybody on its server', () => {
    beforeAll(() => database.owner.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${database.name} TO PUBLIC`));
    afterAll(() => database.owner.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${database.name} FROM PUBLIC`));

    it('functions that run with the rights of the owner are not deceived by temporary things of the same names', async () => {
      for (const { login, role, access, foreignNames } of standpoints) {
        const client = await connect(database.urlOf(login));
        for (const shadow of shadows(role)) await client.query(shadow);
        await client.query('SET search_path = pg_temp, events, projection, pg_catalog');

        const swaps = foreignNames.map((name) => ({ sql: `SELECT projection.swap('${name}')` }));
        const appends = foreignCategories(access).map((its) => appendCall(`append_as_${login}`, `${its}-9`));
        expect(await leaksAmong(client, access.appends.length > 0 ? [...appends, ...swaps] : swaps)).toEqual([]);
        expect(await found(client, `read_page_as_${login}(0, 1000, 0, NULL, NULL)`)).toEqual(readableBy(access));
        await client.end();
      }
    });

    it('the logins of another authority find nothing', async () => {
      const everything = [...land.relations.flatMap(everyUseOf), ...attempts(...land.routines.map(callOf))];
      for (const { login } of contextAccesses) {
        const stranger = await connect(urlIn(database.adminUrl, database.name, other.roleOf(login)));
        expect(await leaksAmong(stranger, everything)).toEqual([]);
        await stranger.end();
      }
    });
  });

  describe('the owner itself may not', () => {
    it.each([
      ['change an event', `UPDATE events.event SET type = 'other'`],
      ['change no event, in the same words', `UPDATE events.event SET type = 'other' WHERE false`],
      [
        'change an event by inserting it again',
        `INSERT INTO events.event (stream, revision, batch_end, id, type, data, metadata)
         SELECT stream, revision, batch_end, id, 'other', data, metadata FROM events.event
         ON CONFLICT ON CONSTRAINT event_revision DO UPDATE SET type = excluded.type`,
      ],
      [
        'change an event by merging another into it',
        `MERGE INTO events.event USING (SELECT 'other') AS its (type) ON true WHEN MATCHED THEN UPDATE SET type = its.type`,
      ],
      ['remove an event', `DELETE FROM events.event WHERE stream = 'case-1'`],
      ['remove all events', 'TRUNCATE events.event CASCADE'],
      ['remove all events together with their streams', 'TRUNCATE events.stream, events.event'],
      ['remove a stream', `DELETE FROM events.stream WHERE name = 'case-1'`],
      ['make it another store', 'UPDATE events.store SET id = gen_random_uuid()'],
      ['forget which store it is', 'DELETE FROM events.store'],
    ])('%s', async (_sentence, sql) => {
      const before = await fingerprintOf(database.owner, land);
      await expect(database.owner.query(sql)).rejects.toMatchObject({
        code: '23001',
        message: expect.stringContaining('the history is append-only') as string,
      });
      expect(await fingerprintOf(database.owner, land)).toEqual(before);
    });
  });
}

/** `stream type` of the events that a read function returns. */
async function found(client: Client, call: string, stream?: string): Promise<string[]> {
  const { rows } = await client.query<{ stream?: string; type: string }>(
    `SELECT * FROM events.${call} AS its WHERE its.id IS NOT NULL`,
  );
  return rows.map((row) => `${row.stream ?? stream} ${row.type}`).sort();
}

/** Events by those who may append them, and a stream that each projection and policy has set aside. */
async function seed({ as, owner }: MigratedDatabase): Promise<void> {
  for (const { login, stream, types } of seededEvents) {
    const { sql, values } = appendCall(`append_as_${login}`, stream, types);
    await as(login).query(sql, values);
  }
  await owner.query(
    `INSERT INTO projection.parked (name, slot, stream, revision, position, reason, codes)
     SELECT name, slot, 'case-1', 0, '', 'seeded', '{}' FROM projection.checkpoint`,
  );
  await owner.query('ANALYZE events.event, events.stream');
}
