import { parseCivilDate } from '@fajiao/kernel';
import { type Answer, httpStage, type HttpStage } from './spec-support/http-stage.fixture.spec';

const AT = '2026-03-02T09:00+08:00';
const day = parseCivilDate;

const newcomer = {
  ...{ id: 'officer-9', name: '示例执法人员九', roles: ['officer'], unit: { id: 'longquan', kind: 'township' } },
  certificate: { no: '14-0922-091', validUntil: '2028-12-31' },
};

const delegation = {
  ...{ unit: { id: 'longquan', kind: 'township' }, name: '示例县龙泉镇人民政府', code: '91140922MA0K34CD5E' },
  ...{ basis: 'APL-24', offences: ['CT-NET-31-1'], statutes: [], area: ['龙泉镇'] },
  ...{ from: '2026-01-01', until: '2026-12-31', publishedOn: '2025-12-20', instrument: '（示例）省人民政府的决定' },
};

const codesOf = ({ body }: Answer): readonly string[] =>
  (body['grounds'] as readonly { code: string }[] | undefined)?.map(({ code }) => code) ?? [String(body['code'])];

describe('the registry over HTTP', () => {
  let stage: HttpStage;
  beforeAll(async () => {
    stage = await httpStage();
  }, 60_000);
  afterAll(() => stage.close());

  const read = (path: string, as = 'lead-1') => stage.call(path, { as, at: AT });
  const etagOf = async (path: string): Promise<string> => (await read(path)).headers.get('etag') ?? '';
  const enter = async (resource: string, noun: string, body: object, as = 'lead-1'): Promise<Answer> =>
    stage.call(`${resource}${noun}`, { as, at: AT, body, headers: { 'if-match': await etagOf(resource) } });

  it('shows whom the staff file named, as they stand on a day', async () => {
    const { status, headers, body } = await read('/officers/officer-1');
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe('"2"');
    expect(body).toMatchObject({
      id: 'officer-1',
      name: '示例执法人员一',
      day: '2026-03-02',
      standing: {
        roles: ['officer'],
        unit: { id: 'bureau', kind: 'bureau' },
        certificate: { no: '14-0922-001', validUntil: '2027-12-31', standing: 'in-force' },
      },
      certificates: [{ no: '14-0922-001', validFrom: null, validUntil: '2027-12-31' }],
    });
    expect(body['stateDigest']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('registers somebody, from whom the register of the day then knows', async () => {
    const done = await stage.call('/officers', { as: 'lead-1', at: AT, body: newcomer });
    expect(done.status).toBe(201);
    expect(done.headers.get('location')).toBe('/registry/v1/officers/officer-9');
    expect(done.body).toMatchObject({ revision: 1, standing: { unit: newcomer.unit } });
    expect(await stage.register.officer('officer-9', day('2026-03-01'))).toBeUndefined();
    expect((await stage.register.officer('officer-9', day('2026-03-02')))?.certificate?.no).toBe('14-0922-091');
    const again = await stage.call('/officers', { as: 'lead-1', at: AT, body: newcomer });
    expect([again.status, ...codesOf(again)]).toEqual([409, 'officer.already-serving']);
  });

  it('withdraws a certificate with effect on an earlier day, and refuses to do it twice', async () => {
    const withdrawal = { no: '14-0922-002', on: '2026-02-01', reason: '调离执法岗位' };
    expect((await enter('/officers/officer-2', '/certificate-withdrawals', withdrawal)).status).toBe(201);
    const on = async (text: string) => (await read(`/officers/officer-2?on=${text}`)).body['standing'];
    expect(await on('2026-01-31')).toMatchObject({ certificate: { standing: 'in-force' } });
    expect(await on('2026-02-01')).toMatchObject({ certificate: { standing: 'withdrawn' } });
    const again = await enter('/officers/officer-2', '/certificate-withdrawals', withdrawal);
    expect([again.status, ...codesOf(again)]).toEqual([409, 'certificate.withdrawn']);
  });

  it.each([
    ['/posts', { roles: ['officer'], unit: { id: 'bureau', kind: 'bureau' }, from: '2026-04-01' }],
    ['/certificates', { no: '14-0922-101', validFrom: '2026-01-01', validUntil: '2030-12-31' }],
    ['/certificate-suspensions', { no: '14-0922-001', from: '2026-05-01', reason: '年度考试不合格' }],
    ['/certificate-restorations', { no: '14-0922-001', on: '2026-05-10', reason: '补考合格' }],
    ['/qualifications', { legalQualification: true, firstTimeReviewer: false }],
    ['/departure', { lastDay: '2026-12-31', reason: '退休' }],
  ])('takes an entry: %s', async (noun, body) => {
    expect((await enter('/officers/officer-1', noun, body)).status).toBe(201);
  });

  it('asks for the version that the entry rests on, also where the staff file made it', async () => {
    const body = { legalQualification: true, firstTimeReviewer: false };
    const path = '/officers/lead-1/qualifications';
    const without = await stage.call(path, { as: 'officer-lead-1', at: AT, body });
    expect([without.status, without.body['code']]).toEqual([428, 'precondition.required']);
    const stale = await stage.call(path, { as: 'officer-lead-1', at: AT, body, headers: { 'if-match': '"0"' } });
    expect([stale.status, stale.body['code']]).toEqual([412, 'precondition.stale']);
  });

  it('lets nobody write about themselves, and keeps the refusal', async () => {
    const own = { no: '14-0922-111', validFrom: '2026-01-01', validUntil: '2030-12-31' };
    const answer = await enter('/officers/officer-lead-1', '/certificates', own, 'officer-lead-1');
    expect([answer.status, answer.body['source'], ...codesOf(answer)]).toEqual([
      ...[409, 'internal control', 'duties.same-person'],
    ]);
    const { events } = await stage.store.readAll(undefined, 1_000);
    const refusals = events.filter(({ stream }) => stream.startsWith('registryRefusal-'));
    expect(refusals.map(({ data }) => data).join()).toContain('registry.issueCertificate');
  });

  it.each([
    ['officer-1', '/officers', newcomer],
    ['lead-1', '/delegations', delegation],
    ['head-2', '/panel/members/head-3', { member: true }],
    ['clerk-1', '/officers', newcomer],
  ])('does not let %s do %s', async (as, path, body) => {
    const { status, body: problem } = await stage.call(path, { as, at: AT, body, headers: { 'if-match': '"0"' } });
    expect([status, problem['code']]).toEqual([403, 'role.not-allowed']);
  });

  it('lists officers by name, unit and the end of their certificates', async () => {
    const { headers } = await read('/officers/officer-9');
    const min = { 'fajiao-min-position': (await positionOf()) ?? headers.get('fajiao-position') ?? '' };
    const list = async (query: string) => {
      const { body } = await stage.call(`/officers?${query}`, { as: 'auditor-1', at: AT, headers: min });
      return (body['items'] as readonly { id: string }[]).map(({ id }) => id);
    };
    expect(await list('unit=longquan')).toEqual(['officer-9']);
    expect(await list(`name=${encodeURIComponent('负责人')}`)).toEqual([
      ...['head-1', 'head-2', 'head-3', 'lead-1', 'officer-lead-1'],
    ]);
    expect(await list('certificateEndsBy=2027-12-31')).toEqual(['officer-lead-1']);
    const { body } = await stage.call('/officers?limit=2', { as: 'auditor-1', at: AT, headers: min });
    expect(body['items']).toHaveLength(2);
    expect(await list(`limit=2&cursor=${String(body['next'])}`)).toEqual(['head-3', 'lead-1']);
  });

  it('makes a head a member of the panel from a day on', async () => {
    const done = await enter('/panel', '/members/head-3', { member: true, from: '2026-04-01' }, 'head-1');
    expect(done.body).toMatchObject({ members: ['head-1', 'head-2'] });
    expect((await read('/panel?on=2026-04-01')).body).toMatchObject({ members: ['head-1', 'head-2', 'head-3'] });
    const officer = await enter('/panel', '/members/officer-1', { member: true }, 'head-1');
    expect(codesOf(officer)).toEqual(['panel.not-a-head']);
  });

  it('delegates power to a township and ends it before its term', async () => {
    const done = await stage.call('/delegations', { as: 'head-1', at: AT, body: delegation });
    expect([done.status, done.headers.get('location')]).toEqual([201, '/registry/v1/delegations/longquan']);
    const [made] = done.body['delegations'] as readonly { delegation: string; inForce: boolean }[];
    expect(made?.inForce).toBe(true);
    expect(await stage.register.powers('longquan', day('2026-06-01'))).toMatchObject([{ basis: 'APL-24' }]);

    const end = { delegation: made?.delegation, on: '2026-07-01', reason: '承接能力不足' };
    const ended = await enter('/delegations/longquan', '/endings', end, 'head-2');
    expect(ended.status).toBe(201);
    expect(await stage.register.powers('longquan', day('2026-07-01'))).toEqual([]);
    const headers = { 'fajiao-min-position': ended.headers.get('fajiao-position') ?? '' };
    const list = async (query: string) =>
      (await stage.call(`/delegations?${query}`, { as: 'auditor-1', at: AT, headers })).body['items'];
    expect(await list('unit=longquan&inForceOn=2026-06-30')).toHaveLength(1);
    expect(await list('unit=longquan&inForceOn=2026-07-01')).toEqual([]);
  });

  it('does not know an offence that no catalogue has, nor a unit without delegations', async () => {
    const unknown = { ...delegation, offences: ['CT-NET-31-1', 'CT-NONE'] };
    const answer = await stage.call('/delegations', { as: 'head-1', at: AT, body: unknown });
    expect([answer.status, answer.body['errors']]).toEqual([
      422,
      [expect.objectContaining({ pointer: '#/offences/1', code: 'field.choice' })],
    ]);
    expect((await read('/delegations/nowhere')).status).toBe(404);
    expect((await read('/officers/Not%20An%20Id')).status).toBe(422);
  });

  it('describes itself', () => {
    const document = stage.document();
    expect(Object.keys(document.paths)).toHaveLength(14);
  });

  async function positionOf(): Promise<string | null> {
    const body = { legalQualification: false, firstTimeReviewer: false };
    return (await enter('/officers/officer-9', '/qualifications', body)).headers.get('fajiao-position');
  }
});
