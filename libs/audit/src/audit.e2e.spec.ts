import { canonicalJson } from '@fajiao/event-store';
import { sha256Hex } from '@fajiao/kernel';
import { openApiDocument } from '@fajiao/platform';
import { auditStage, type AuditStage } from './audit-stage.fixture.spec';
import { auditPart } from './audit.module';
import { ID, PARTY, STREAM } from './replay/sample-case.fixture.spec';

const CASE = `/audit/v1/cases/${ID}`;
const LOG = '/audit/v1/events';
const EVENTS = `/audit/v1/streams/${STREAM}/events`;

describe('the audit over HTTP', () => {
  let stage: AuditStage;
  let byRole: string;
  let byBank: string;
  beforeAll(async () => {
    stage = await auditStage();
    byRole = await stage.refuse('decision', 1, {
      operation: 'decision.approveFiling',
      target: `/decision/v1/cases/${ID}/filing-approval`,
      grounds: [{ code: 'role.not-allowed', source: 'profile' }],
    });
    byBank = await stage.refuse('collection', 2, {
      operation: 'collection.reportPayment',
      target: '/collection/v1/bank-callbacks/bank-a/payments',
      grounds: [{ code: 'role.not-allowed', source: 'APL-67' }],
    });
    await stage.refuse('decision', 3, {
      operation: 'decision.decide',
      target: `case-${ID}`,
      grounds: [{ code: 'review.missing', source: 'APL-58', detail: { proposal: 1 } }],
    });
  });
  afterAll(() => stage.close());
  afterEach(() => {
    stage.tampering.change = (events) => events;
  });

  it.each([EVENTS, LOG, CASE, `${CASE}/changes`, `${CASE}/actors`, `${CASE}/check`, '/audit/v1/refusals'])(
    'shows %s to auditors alone, and lets nobody keep it',
    async (path) => {
      expect((await stage.get(path, null)).status).toBe(401);
      expect((await stage.get(path, 'officer-1')).body).toMatchObject({ status: 403, code: 'role.not-allowed' });
      const answer = await stage.get(path);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    },
  );

  describe('the whole log', () => {
    it('is read page by page, in order, each event once, with the stream it stands in', async () => {
      const whole = (await stage.get(`${LOG}?limit=500`)).body;
      const positions: string[] = [];
      let query = '?limit=2';
      for (let atEnd = false; !atEnd;) {
        const { body } = await stage.get(LOG + query);
        positions.push(...(body['events'] as { position: string }[]).map(({ position }) => position));
        query = `?limit=2&after=${String(body['next'])}`;
        atEnd = body['atEnd'] === true;
      }
      expect(positions).toEqual((whole['events'] as { position: string }[]).map(({ position }) => position));
      expect(positions).toEqual([...new Set(positions)].sort());
      expect(whole['events']).toContainEqual(expect.objectContaining({ stream: STREAM, revision: 0, type: 'Opened' }));
    });

    it('refuses a place that is none, or of another store', async () => {
      expect((await stage.get(`${LOG}?after=x`)).status).toBe(422);
      expect((await stage.get(`${LOG}?after=other:00000000000000000001`)).status).toBeGreaterThanOrEqual(400);
    });
  });

  describe('the events of a stream', () => {
    it('come with who, when, their place and hash, personal fields opened', async () => {
      const { body } = await stage.get(EVENTS);
      expect(body).toMatchObject({ stream: STREAM, next: null });
      const [first] = body['events'] as object[];
      expect(first).toMatchObject({
        type: 'Opened',
        name: 'Opened',
        revision: 0,
        position: expect.stringMatching(/:\d{20}$/) as string,
        contentHashRight: true,
        recordedLate: false,
        actorName: '示例执法人员一',
        data: { party: { name: PARTY } },
        metadata: {
          context: 'decision',
          actor: { id: 'officer-1', roles: ['officer'], certificateNo: '14-0922-001' },
          occurredAt: '2023-09-11T01:00:00.000Z',
          recordedAt: '2023-09-11T01:00:00.000Z',
          schema: 1,
          contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        },
      });
    });

    it('say which were recorded late', async () => {
      const { body } = await stage.get(EVENTS);
      expect((body['events'] as { recordedLate: boolean }[]).map(({ recordedLate }) => recordedLate)).toEqual([
        false,
        false,
        true,
        false,
      ]);
    });

    it('come page by page', async () => {
      const first = (await stage.get(`${EVENTS}?limit=3`)).body;
      expect([(first['events'] as object[]).length, first['next']]).toEqual([3, 3]);
      const second = (await stage.get(`${EVENTS}?limit=3&from=3`)).body;
      expect(second).toMatchObject({ events: [{ revision: 3 }], next: null });
      expect((await stage.get(`${EVENTS}?from=4`)).body).toMatchObject({ events: [], next: null });
    });

    it('are those of any category, such as a refusal', async () => {
      expect((await stage.get(`/audit/v1/streams/${byRole}/events`)).body).toMatchObject({
        events: [
          {
            type: 'ActRefused',
            name: '不予受理（依法拒绝）',
            data: { operation: 'decision.approveFiling', grounds: [{ code: 'role.not-allowed' }] },
          },
        ],
      });
    });

    it('are shown for what they are when somebody altered them', async () => {
      stage.tampering.change = ([first, second, ...others]) => [
        { ...first!, data: first!.data.replace('$sealed":"', '$sealed":"A') },
        { ...second!, metadata: '{}' },
        ...others,
      ];
      expect((await stage.get(EVENTS)).body['events']).toMatchObject([
        { contentHashRight: false, data: null, metadata: { context: 'decision' } },
        { contentHashRight: false, data: null, metadata: null },
        { contentHashRight: true },
        { contentHashRight: true },
      ]);
    });

    it.each([
      [404, 'stream.not-found', '/audit/v1/streams/case-none/events'],
      [404, 'stream.not-found', '/audit/v1/streams/case-%00/events'],
      [422, 'input.invalid', `${EVENTS}?from=-1`],
      [422, 'input.invalid', `${EVENTS}?limit=501`],
    ])('answer %i %s for %s', async (status, code, path) => {
      expect((await stage.get(path)).body).toMatchObject({ status, code });
    });
  });

  describe('a case', () => {
    it('stands now', async () => {
      expect((await stage.get(CASE)).body).toEqual({
        stream: STREAM,
        revision: 3,
        at: '2023-10-10T01:00:00.000Z',
        state: { party: PARTY, notes: ['现场检查笔录', '询问笔录'], closedFor: 500000, status: 'closed' },
      });
    });

    it('is read at the time of the request in demonstration mode', async () => {
      const { body } = await stage.get(CASE, 'auditor-1', { 'fajiao-demo-time': '2023-12-01T09:00+08:00' });
      expect(body['at']).toBe('2023-12-01T01:00:00.000Z');
    });

    it('stood at a revision and at an instant', async () => {
      expect((await stage.get(`${CASE}?revision=1`)).body).toMatchObject({ revision: 1, state: { status: 'open' } });
      const at = encodeURIComponent('2023-09-20T15:00:00+08:00');
      expect((await stage.get(`${CASE}?at=${at}`)).body).toMatchObject({
        revision: 2,
        at: '2023-09-20T07:00:00.000Z',
        state: { notes: ['现场检查笔录', '询问笔录'] },
      });
    });

    it('changed between two moments', async () => {
      const { body } = await stage.get(`${CASE}/changes?from=1&to=3`);
      expect(body).toMatchObject({ from: { revision: 1 }, to: { revision: 3 } });
      expect(body['changes']).toEqual([
        { pointer: '/notes/1', before: null, after: '询问笔录' },
        { pointer: '/closedFor', before: null, after: 500000 },
        { pointer: '/status', before: 'open', after: 'closed' },
      ]);
      expect((await stage.get(`${CASE}/changes?to=0`)).body).toMatchObject({
        from: null,
        changes: expect.arrayContaining([{ pointer: '/party', before: null, after: PARTY }]) as object[],
      });
    });

    it('names who did what in which role', async () => {
      expect((await stage.get(`${CASE}/actors`)).body).toMatchObject({
        actors: [
          {
            id: 'officer-1',
            name: '示例执法人员一',
            roles: ['officer'],
            certificateNo: '14-0922-001',
            acts: [{ revision: 0 }, { revision: 1 }, { revision: 2 }],
          },
          { id: 'head-1', name: null, roles: ['head'], certificateNo: null, acts: [{ revision: 3, type: 'Closed' }] },
        ],
      });
    });

    it.each([
      [404, 'history.unknown-kind', '/audit/v1/secrets/1'],
      [404, 'history.unknown-kind', '/audit/v1/constructor/1'],
      [404, 'history.not-found', '/audit/v1/cases/none'],
      [404, 'history.not-found', '/audit/v1/cases/%00'],
      [404, 'history.not-yet', `${CASE}?revision=4`],
      [404, 'history.not-yet', `${CASE}?at=2023-09-11T00:00:00Z`],
      [422, 'input.invalid', `${CASE}?at=yesterday`],
      [422, 'input.invalid', `${CASE}?at=2023-09-11T00:00:00Z&revision=1`],
      [422, 'input.invalid', `${CASE}/changes?from=yesterday`],
    ])('answers %i %s for %s', async (status, code, path) => {
      expect((await stage.get(path)).body).toMatchObject({ status, code });
    });

    it('says that it cannot be read when an event was made unreadable', async () => {
      stage.tampering.change = (events) =>
        events.map((event) => (event.revision === 2 ? { ...event, data: '{' } : event));
      expect((await stage.get(CASE)).body).toMatchObject({
        status: 500,
        code: 'history.unreadable',
        detail: '第2号事件无法读取，请查看核验结果',
      });
    });
  });

  describe('the check', () => {
    const shown = sha256Hex(
      canonicalJson({ party: PARTY, notes: ['现场检查笔录', '询问笔录'], closedFor: 500000, status: 'closed' }),
    );

    it('proves a whole record, and that its GET shows what its events fold to', async () => {
      expect((await stage.get(`${CASE}/check?shownDigest=${shown}`)).body).toEqual({
        stream: STREAM,
        events: 4,
        revisionsContiguous: true,
        contentHashesRight: true,
        orderRight: true,
        sealsWhole: true,
        stateDigest: shown,
        matchesShown: true,
        ok: true,
        faults: [],
      });
      expect((await stage.get(`${CASE}/check?shownDigest=${'0'.repeat(64)}`)).body).toMatchObject({
        matchesShown: false,
        ok: false,
      });
    });

    it('finds what somebody did behind the back of the store', async () => {
      stage.tampering.change = (events) => events.filter(({ revision }) => revision !== 2);
      expect((await stage.get(`${CASE}/check`)).body).toMatchObject({
        ok: false,
        revisionsContiguous: false,
        faults: [{ revision: 3, code: 'revision-missing', expected: 2 }],
      });
    });
  });

  describe('refusals', () => {
    const operations = async (query: string) =>
      ((await stage.get(`/audit/v1/refusals?${query}`)).body['items'] as { operation: string }[]).map(
        ({ operation }) => operation,
      );

    it('are listed newest first, with who wanted what and why not', async () => {
      const { body, headers } = await stage.get('/audit/v1/refusals');
      expect(headers.get('fajiao-position')).toMatch(/:\d{20}$/);
      expect(body).toMatchObject({ items: [{}, {}, {}], next: null });
      expect((body['items'] as object[])[1]).toEqual({
        stream: byBank,
        context: 'collection',
        operation: 'collection.reportPayment',
        target: '/collection/v1/bank-callbacks/bank-a/payments',
        targetId: null,
        actorId: 'officer-1',
        actorRoles: ['officer'],
        occurredAt: '2023-09-28T02:02:00.000Z',
        grounds: [{ code: 'role.not-allowed', source: 'APL-67' }],
      });
    });

    it('are found by the case that they were about, by person and by code', async () => {
      expect(await operations(`target=${ID}`)).toEqual(['decision.decide', 'decision.approveFiling']);
      expect(await operations('code=review.missing')).toEqual(['decision.decide']);
      expect(await operations('actor=officer-1&code=role.not-allowed')).toEqual([
        'collection.reportPayment',
        'decision.approveFiling',
      ]);
      expect(await operations('actor=officer-2')).toEqual([]);
    });

    it('come page by page', async () => {
      const { body } = await stage.get('/audit/v1/refusals?limit=2');
      expect(await operations(`limit=2&cursor=${String(body['next'])}`)).toEqual(['decision.approveFiling']);
      expect((await stage.get('/audit/v1/refusals?cursor=x')).body).toMatchObject({ code: 'cursor.invalid' });
    });
  });

  describe('the pages', () => {
    it.each(['/audit/', `/audit/cases/${ID}.html`])(
      '%s is a shell without data that loads only what is ours',
      async (path) => {
        const { status, headers, text } = await stage.get(path, null);
        expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
        expect(headers.get('content-security-policy')).toContain(
          "default-src 'none'; script-src 'self'; style-src 'self'",
        );
        expect(text).toContain('<html lang="zh-CN">');
        expect(text.match(/<script/g)).toHaveLength(1);
        expect(text).not.toContain(PARTY);
      },
    );

    it('bring one script and one style', async () => {
      const script = await stage.get('/audit/timeline.js', null);
      expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
      const style = await stage.get('/audit/style.css', null);
      expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    });

    it('are none of a kind that nobody handed over', async () => {
      expect((await stage.get('/audit/secrets/1.html', null)).status).toBe(404);
    });
  });

  it('is described', () => {
    expect(Object.keys(openApiDocument(stage.app, auditPart).paths)).toEqual([
      '/audit/v1/streams/{stream}/events',
      '/audit/v1/events',
      '/audit/v1/refusals',
      '/audit/v1/{kind}/{id}',
      '/audit/v1/{kind}/{id}/changes',
      '/audit/v1/{kind}/{id}/actors',
      '/audit/v1/{kind}/{id}/check',
    ]);
  });
});
