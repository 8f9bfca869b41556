import { randomUUID } from 'node:crypto';
import { collectingRoles, decidingRoles, People, type Person, type Role } from '@fajiao/platform';
import { type HttpSystem, signedByBank, startHttpSystem } from './http-system';
import { type Operation, operations, type Route, routesOf } from './operations';

/** Somebody who knocks at every door. */
interface Caller {
  readonly who: string;
  headers(system: HttpSystem, body: string): Promise<Record<string, string>>;
  /** What the table says about them and an operation. */
  expected(operation: Operation): string;
}

const LET_IN = 'let in';
const WITHOUT_TOKEN = '401 token.missing';

const isDeciding = (role: string): boolean => (decidingRoles as readonly string[]).includes(role);
const isCollecting = (role: string): boolean => (collectingRoles as readonly string[]).includes(role);

/** Everybody who can bear a token; a bank signs instead. */
const holders: Readonly<Record<Exclude<Role, 'bank'>, string>> = {
  officer: 'an officer',
  'unit-lead': 'a unit lead',
  'legal-reviewer': 'a legal reviewer',
  'hearing-chair': 'a hearing chair',
  head: 'a head',
  principal: 'a principal',
  'finance-clerk': 'a finance clerk',
  'disclosure-editor': 'a disclosure editor',
  auditor: 'an auditor',
};

const people: Person[] = [];

function bearer(who: string, roles: readonly Role[], expected: Caller['expected']): Caller {
  const id = roles.join('-and-');
  people.push({ id, name: who, roles });
  return { who, headers: (system) => system.bearing(id), expected };
}

const listed =
  (role: Role | undefined) =>
  ({ roles, side }: Operation): string => {
    if (role && roles.includes(role)) return LET_IN;
    const isAcross =
      role !== undefined &&
      ((side === 'collecting' && isDeciding(role)) || (side === 'deciding' && isCollecting(role)));
    return `403 role.not-allowed ${isAcross ? 'APL-67' : 'profile'}`;
  };

const callers: readonly Caller[] = [
  ...Object.entries(holders).map(([role, who]) => bearer(who, [role as Role], listed(role as Role))),
  ...decidingRoles.map((role) =>
    bearer(
      `${holders[role]} who is a finance clerk too`,
      [role, 'finance-clerk'],
      () => '403 identity.both-sides APL-67',
    ),
  ),
  // No token makes a bank, whatever it claims.
  bearer('somebody whose token says bank', ['bank'], listed(undefined)),
  bearer('an officer whose token says bank too', ['officer', 'bank'], listed('officer')),
  {
    who: 'a bank that signs',
    headers: (_system, body) => Promise.resolve(signedByBank(body)),
    expected: ({ roles }) => (roles.includes('bank') ? LET_IN : WITHOUT_TOKEN),
  },
  {
    who: 'nobody',
    headers: () => Promise.resolve({}),
    expected: ({ roles }) => (roles.includes('bank') ? '401 callback.signature-missing' : WITHOUT_TOKEN),
  },
];

/** The guard in front of every operation, at the real system's own doors; what is sent has no content. */
export function httpRolesAlone(): void {
  let system: HttpSystem;
  let routes: ReadonlyMap<string, Route>;
  /** What the start itself writes: the people of the staff file. */
  let written: Record<string, number>;

  beforeAll(async () => {
    system = await startHttpSystem(new People(people));
    routes = await routesOf(system.url);
    written = await system.eventCounts();
  }, 60_000);
  afterAll(() => system.stop());

  it('the table lists roles of one side only, editors of the public site on neither, and none of the other side of its context', () => {
    const writing = operations.filter(({ writes }) => writes);
    const sides = new Set(writing.map(({ side }) => side));
    expect(sides).toEqual(new Set(['deciding', 'collecting', 'neither']));
    const ofNeither = writing.filter(({ side }) => side === 'neither');
    expect(new Set(ofNeither.flatMap(({ roles }) => roles))).toEqual(new Set(['disclosure-editor']));
    for (const { side, roles } of operations) {
      if (side !== 'deciding') expect(roles.filter(isDeciding)).toEqual([]);
      if (side !== 'collecting') expect(roles.filter(isCollecting)).toEqual([]);
    }
  });

  it.each(callers.map((caller) => [caller.who, caller] as const))(
    '%s is let in where the table says so, and nowhere else',
    async (_who, caller) => {
      const answers = await Promise.all(operations.map((operation) => outcomeOf(operation, caller)));
      expect(Object.fromEntries(answers)).toEqual(
        Object.fromEntries(operations.map((operation) => [operation.id, caller.expected(operation)])),
      );
    },
  );

  it('every refusal of a writing operation is on record in its context, and nothing else was written', async () => {
    const refused = callers.flatMap((caller) =>
      operations.filter((operation) => operation.writes && caller.expected(operation).startsWith('403')),
    );
    const expected: Record<string, number> = {};
    for (const { context } of refused) {
      const what = `${context === 'editing' ? 'disclosure' : context}Refusal ActRefused`;
      expected[what] = (expected[what] ?? 0) + 1;
    }
    expect(await system.eventCounts()).toEqual({ ...written, ...expected });
  });

  async function outcomeOf({ id }: Operation, caller: Caller): Promise<[string, string]> {
    const route = routes.get(id);
    if (!route) throw new Error(`${id} is in no document`);
    const body = route.method === 'GET' ? '' : '{}';
    const response = await fetch(system.url + route.path, {
      method: route.method,
      headers: {
        ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'if-match': '"0"' }),
        ...(await caller.headers(system, body)),
      },
      ...(body && { body }),
    });
    const text = await response.text();
    if (response.status < 500 && ![401, 403].includes(response.status)) return [id, LET_IN];
    const { code, source } = JSON.parse(text) as { code?: string; source?: string };
    return [id, [response.status, code, source].filter(Boolean).join(' ')];
  }
}
