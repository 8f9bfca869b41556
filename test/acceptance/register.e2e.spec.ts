import { join } from 'node:path';
import { type Answer, Client, type RunningSystem } from '../support/case-history/client';
import type { JsonObject } from '../support/case-history/format';
import { startStandaloneSystem } from '../support/case-history/standalone-system';
import { freshDatabase, type TestDatabase } from '../support/postgres';

const filing = {
  party: {
    ...{ kind: 'individual-business', name: '示例网络服务中心', operator: '示例经营者甲' },
    unifiedSocialCreditCode: '92140922MA0K12ABXA',
  },
  ...{ offence: 'CT-NET-31-1', actDate: '2023-09-09', place: '龙泉镇示例街1号' },
  ...{ source: { kind: 'inspection' }, facts: '凌晨1时30分仍在营业' },
};

const township = { id: 'longquan', kind: 'township' };

/** Acts on cases are judged by the register as of the day of the act, as it stands in the store when they come. */
describe('the register behind the cases', () => {
  let database: TestDatabase;
  let system: RunningSystem;
  let client: Client;

  beforeAll(async () => {
    database = await freshDatabase();
    const staffFile = join(__dirname, 'cases/staff.json');
    system = await startStandaloneSystem({ staffFile, banks: ['bank-a'], databaseUrl: database.adminUrl });
    client = new Client(system);
  }, 60_000);
  afterAll(async () => {
    await system.stop();
    await database.drop();
  });

  const read = (path: string, at: string, by = 'lead-1') => client.read({ side: 'decision', path, by, at });

  async function enter(path: string, body: JsonObject, at: string, by = 'lead-1', on?: string): Promise<Answer> {
    const seen =
      on === undefined ? undefined : await client.send({ side: 'decision', method: 'GET', path: on, by, at });
    const ifMatch = seen?.etag === undefined ? {} : { ifMatch: seen.etag };
    return client.send({ side: 'decision', method: 'POST', path: `/registry/v1${path}`, body, by, at, ...ifMatch });
  }

  const file = (officers: readonly string[], at: string, more: JsonObject = {}): Promise<Answer> =>
    client.send({
      ...{ side: 'decision', method: 'POST', path: '/decision/v1/cases', by: 'officer-1', at },
      body: { ...filing, officers, ...more },
    });

  /** Each ground as `code source`. */
  const codesOf = ({ body }: Answer): readonly string[] => {
    const { grounds } = body as { grounds: readonly { code: string; source: string }[] };
    return grounds.map(({ code, source }) => `${code} ${source}`);
  };

  it('refuses an act from the day on which a certificate was withdrawn, and judges a late record by its own day', async () => {
    const withdrawal = { no: '14-0922-002', on: '2023-09-20', reason: '调离执法岗位' };
    const officer = '/registry/v1/officers/officer-2';
    const made = await enter(
      '/officers/officer-2/certificate-withdrawals',
      withdrawal,
      '2023-09-20T18:00+08:00',
      'lead-1',
      officer,
    );
    expect(made.status).toBe(201);

    const refused = await file(['officer-1', 'officer-2'], '2023-09-20T18:30+08:00');
    expect([refused.status, codesOf(refused)]).toEqual([409, ['officers.certificate-not-in-force APL-42']]);
    const late = await file(['officer-1', 'officer-2'], '2023-09-20T19:00+08:00', {
      occurredAt: '2023-09-19T09:00:00+08:00',
    });
    expect(late.status).toBe(201);
  });

  it('lets officers of a township act within what was delegated, from the day on which it is, to the day on which it ends', async () => {
    for (const id of ['town-1', 'town-2']) {
      const certificate = { no: `LQ-${id}`, validUntil: '2027-12-31' };
      const newcomer = { ...{ id, name: `示例龙泉镇执法人员${id}`, roles: ['officer'], unit: township }, certificate };
      expect((await enter('/officers', newcomer, '2023-09-01T09:00+08:00')).status).toBe(201);
    }
    const officers = ['town-1', 'town-2'];
    const before = await file(officers, '2023-09-11T09:00+08:00');
    expect([before.status, codesOf(before)]).toEqual([409, ['delegation.not-covering APL-24']]);

    const power = {
      ...{ unit: township, name: '示例县龙泉镇人民政府', code: '91140922MA0K34CD5E', basis: 'APL-24' },
      ...{ offences: ['CT-NET-31-1'], statutes: [], area: ['龙泉镇'], instrument: '（示例）省人民政府的决定' },
      ...{ from: '2023-09-11', until: '2024-12-31', publishedOn: '2023-09-01' },
    };
    const given = await enter('/delegations', power, '2023-09-11T10:00+08:00', 'head-1');
    expect(given.status).toBe(201);
    const filed = await file(officers, '2023-09-11T11:00+08:00');
    expect(filed.status).toBe(201);
    const { caseId } = filed.body as { caseId: string };
    const seen = await read(`/decision/v1/cases/${caseId}`, '2023-09-11T12:00+08:00');
    expect(seen['filing']).toMatchObject({ power: { basis: 'APL-24', name: '示例县龙泉镇人民政府' } });
    const elsewhere = await file(officers, '2023-09-11T13:00+08:00', { place: '另一乡' });
    expect(codesOf(elsewhere)).toEqual(['delegation.not-covering APL-24']);

    const [made] = (given.body as JsonObject)['delegations'] as readonly JsonObject[];
    const end = { delegation: made?.['delegation'] ?? '', on: '2023-10-01', reason: '承接能力不足' };
    const path = '/registry/v1/delegations/longquan';
    expect((await enter('/delegations/longquan/endings', end, '2023-09-12T09:00+08:00', 'head-1', path)).status).toBe(
      201,
    );
    const after = await file(officers, '2023-10-09T09:00+08:00', { actDate: '2023-10-08' });
    expect(codesOf(after)).toEqual(['delegation.not-covering APL-24']);
  });

  it('shows on a case which of its acts a later entry has left without a valid certificate', async () => {
    const at = '2023-09-13T09:00+08:00';
    const filed = await file(['officer-1', 'officer-legal-1'], at, { actDate: '2023-09-12' });
    expect(filed.status).toBe(201);
    const { caseId } = filed.body as { caseId: string };
    const warnings = () => read(`/decision/v1/cases/${caseId}/warnings`, '2023-09-15T09:00+08:00', 'auditor-1');
    expect(await warnings()).toMatchObject({ revision: 0, warnings: [] });

    const path = '/registry/v1/officers/officer-legal-1';
    const suspension = { no: '14-0922-012', from: '2023-09-13', until: '2023-09-13', reason: '证件年审未通过' };
    const late = '2023-09-14T09:00+08:00';
    const entered = await enter('/officers/officer-legal-1/certificate-suspensions', suspension, late, 'lead-1', path);
    expect(entered.status).toBe(201);
    expect((await warnings())['warnings']).toEqual([
      {
        ...{ code: 'officers.certificate-since-invalid', source: 'APL-42' },
        detail: { person: 'officer-legal-1', standing: 'suspended', revisions: '0' },
      },
    ]);
  });

  it('is replayed by the auditor to what it shows, and its refusals are on record', async () => {
    const at = '2026-12-31T09:00+08:00';
    const shown = await read('/registry/v1/officers/officer-2', at, 'auditor-1');
    const path = `/audit/v1/officers/officer-2/check?shownDigest=${shown['stateDigest'] as string}`;
    const check = await client.read({ side: 'audit', path, by: 'auditor-1', at });
    expect(check).toMatchObject({ ok: true, matchesShown: true });
    const stream = await client.read({
      side: 'audit',
      path: '/audit/v1/streams/delegation-longquan/events',
      by: 'auditor-1',
      at,
    });
    expect((stream['events'] as readonly JsonObject[]).map(({ type }) => type)).toEqual([
      'PowerDelegated',
      'DelegationEnded',
    ]);

    const own = { no: '14-0922-011', on: '2026-12-31', reason: '本人' };
    const officer = '/registry/v1/officers/officer-lead-1';
    const refused = await enter('/officers/officer-lead-1/certificate-withdrawals', own, at, 'officer-lead-1', officer);
    expect(codesOf(refused)).toEqual(['duties.same-person internal control']);
    await client.settled();
    const { items } = await client.read({ side: 'audit', path: '/audit/v1/refusals', by: 'auditor-1', at });
    expect(items).toContainEqual(expect.objectContaining({ operation: 'registry.withdrawCertificate' }));
  });
});
