import { decisionOperations } from './api/decision.operations';
import { type HttpStage, httpStage } from './spec-support/http-stage.fixture.spec';
import { at, changed } from './spec-support/other-steps.fixture.spec';
import {
  citizenParty,
  conclusion,
  filing,
  majorUpTo,
  proposal,
  straightCase,
  upTo,
} from './spec-support/steps.fixture.spec';

const { filed, approved, inspected, concluded, decided } = straightCase;

describe('the deciding side over HTTP', () => {
  let stage: HttpStage;
  beforeAll(async () => {
    stage = await httpStage();
  });
  afterAll(() => stage.close());

  const refusalsIn = async () =>
    (await stage.store.readAll(undefined, 1_000)).events.filter(({ type }) => type === 'ActRefused').length;

  describe('an act', () => {
    it('answers with its events, the version for the next act, and what is still required', async () => {
      const { answer, caseId } = await stage.play(upTo('concluded'));
      expect(answer.body).toEqual({
        caseId,
        revision: 5,
        events: [{ type: 'InvestigationConcluded', revision: 5 }],
        documentNumber: null,
        warnings: [],
        stillRequired: [{ act: 'decide', code: 'notice.missing', source: 'APL-62', detail: { proposal: 1 } }],
      });
      expect(answer.headers.get('etag')).toBe('"5"');
      expect(answer.headers.get('fajiao-position')).toMatch(/:\d{20}$/);
    });

    it('opens a case at a place of its own', async () => {
      const { status, headers, body } = await stage.act(filed);
      expect(status).toBe(201);
      expect(headers.get('location')).toBe(`/decision/v1/cases/${String(body['caseId'])}`);
    });

    it('that the law refuses is 409 with code, source and both languages, and is on record', async () => {
      const before = await refusalsIn();
      const { caseId, etag } = await stage.play(upTo('concluded'));
      const refused = await stage.act(decided, caseId, etag);
      expect(refused.status).toBe(409);
      expect(refused.body).toMatchObject({
        code: 'notice.missing',
        codes: ['notice.missing'],
        source: 'APL-62',
        grounds: [{ code: 'notice.missing', source: 'APL-62', message: '尚未就第1版处罚意见送达事先告知书' }],
      });
      expect(await refusalsIn()).toBe(before + 1);
      const english = await stage.call(`/cases/${caseId}/decision`, {
        ...{ as: 'head-1', at: decided.at, body: { outcome: 'penalty' } },
        headers: { 'if-match': etag, 'accept-language': 'en' },
      });
      expect(JSON.stringify(english.body['grounds'])).toContain('No prior notice');
    });

    it('of the wrong role, or of roles of both sides, is 403 and on record', async () => {
      const { caseId, etag } = await stage.play(upTo('waived'));
      const before = await refusalsIn();
      for (const [by, code] of [
        ['clerk-1', 'role.not-allowed'],
        ['both-1', 'identity.both-sides'],
      ] as const) {
        const { status, body } = await stage.act({ ...decided, by }, caseId, etag);
        expect({ status, code: body['code'], source: body['source'] }).toEqual({ status: 403, code, source: 'APL-67' });
      }
      expect(await refusalsIn()).toBe(before + 2);
    });

    it('names the version that it rests on', async () => {
      const { caseId } = await stage.play([filed]);
      const { at: when, by: as } = approved;
      const path = `/cases/${caseId}/filing-approval`;
      const without = await stage.call(path, { as, at: when, body: {} });
      const stale = await stage.call(path, { as, at: when, body: {}, headers: { 'if-match': '"7"' } });
      expect([without.status, stale.status]).toEqual([428, 412]);
    });

    it('on a case that is not there is 404', async () => {
      const { status } = await stage.act(approved, '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f60', '"0"');
      expect(status).toBe(404);
    });
  });

  describe('content that cannot be understood is 422 with its place, and writes nothing:', () => {
    const filingOf = (change: object) => ({ ...filing, ...change });
    it.each([
      ['a party of no kind', filingOf({ party: { kind: 'church' } }), '#/party/kind'],
      [
        'a citizen id with a wrong check character',
        filingOf({ party: { ...citizenParty, citizenId: '140922198503120019' } }),
        '#/party/citizenId',
      ],
      [
        'an individual business whose code is an organisation’s',
        filingOf({ party: { ...filing.party, unifiedSocialCreditCode: '91140922MA0K34CD5E' } }),
        '#/party/unifiedSocialCreditCode',
      ],
      [
        'a field of another kind of party',
        filingOf({ party: { ...filing.party, citizenId: '140922198503120018' } }),
        '#/party/citizenId',
      ],
      ['no party', filingOf({ party: undefined }), '#/party'],
      ['a day that does not exist', filingOf({ actDate: '2023-02-30' }), '#/actDate'],
      ['a source of no kind', filingOf({ source: { kind: 'rumour' } }), '#/source/kind'],
      ['facts that say nothing', filingOf({ facts: ' ' }), '#/facts'],
      ['an offence of no catalogue', filingOf({ offence: 'CT-NOTHING' }), '#/offence'],
      ['a field that nobody knows', filingOf({ colour: 'red' }), '#/colour'],
      ['a time without an offset', filingOf({ occurredAt: '2023-09-11T09:00:00' }), '#/occurredAt'],
      ['officers that are no list', filingOf({ officers: 'officer-1' }), '#/officers'],
    ])('%s', async (_what, body, pointer) => {
      const { events } = await stage.store.readAll(undefined, 1_000);
      const { status, body: problem } = await stage.call('/cases', { as: 'officer-1', at: filed.at, body });
      expect(status).toBe(422);
      expect((problem['errors'] as { pointer: string }[]).map((fault) => fault.pointer)).toContain(pointer);
      expect((await stage.store.readAll(undefined, 1_000)).events).toHaveLength(events.length);
    });

    it.each([
      ['a fine of half a fen', { penalties: [{ kind: 'fine', fen: 0.5 }], tier: '一般' }, '#/proposal/penalties/0/fen'],
      ['a fine without its amount', { penalties: [{ kind: 'fine' }], tier: '一般' }, '#/proposal/penalties/0/fen'],
      ['a penalty of no kind', { penalties: [{ kind: 'prison' }], tier: '一般' }, '#/proposal/penalties/0/kind'],
      [
        'two fines',
        { penalties: [...proposal.penalties, { kind: 'fine', fen: 1 }], tier: '一般' },
        '#/proposal/penalties',
      ],
      [
        'a suspension without its length',
        { penalties: [{ kind: 'suspension' }], tier: '一般' },
        '#/proposal/penalties/0/days',
      ],
      ['no penalties', { penalties: [], tier: '一般' }, '#/proposal/penalties'],
    ])('%s', async (_what, wrong, pointer) => {
      const { caseId, etag } = await stage.play([filed, approved, inspected]);
      const body = { ...conclusion, proposal: wrong };
      const { at: when, by: as } = concluded;
      const path = `/cases/${caseId}/investigation-conclusion`;
      const answer = await stage.call(path, { as, at: when, body, headers: { 'if-match': etag } });
      expect(answer.status).toBe(422);
      expect((answer.body['errors'] as { pointer: string }[]).map((fault) => fault.pointer)).toContain(pointer);
    });

    it.each([
      ['a decision that says no outcome', {}, '#/outcome'],
      ['no penalty without a ground', { outcome: 'no-penalty' }, '#/ground'],
      [
        'no penalty with penalties',
        { outcome: 'no-penalty', ground: 'not-proven', penalties: [{ kind: 'warning' }] },
        '#/penalties',
      ],
      ['a penalty with a ground for none', { outcome: 'penalty', ground: 'not-proven' }, '#/ground'],
    ])('%s', async (_what, body, pointer) => {
      const { caseId, etag } = await stage.play(upTo('waived'));
      const path = `/cases/${caseId}/decision`;
      const answer = await stage.call(path, { as: 'head-1', at: decided.at, body, headers: { 'if-match': etag } });
      expect(answer.status).toBe(422);
      expect((answer.body['errors'] as { pointer: string }[]).map((fault) => fault.pointer)).toEqual([pointer]);
    });
  });

  it('documents every act with an example of the right shape', async () => {
    const people: Readonly<Record<string, string>> = {
      'unit-lead': 'lead-1',
      'legal-reviewer': 'legal-1',
      'hearing-chair': 'chair-1',
      head: 'head-1',
      principal: 'head-1',
      officer: 'officer-1',
    };
    const posts = Object.entries(stage.document().paths).flatMap(([path, { post }]) => (post ? [{ path, post }] : []));
    expect(posts).toHaveLength(Object.values(decisionOperations).filter((policy) => 'write' in policy).length);
    for (const { path, post } of posts) {
      const content = 'content' in post.requestBody! ? post.requestBody.content['application/json'] : undefined;
      const example = content?.examples?.['example'] as { value: object } | undefined;
      const { roles } = decisionOperations[`decision.${post.operationId}` as keyof typeof decisionOperations];
      const to = path
        .replace('/decision/v1', '')
        .replace('{id}', '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f60')
        .replace(/\{\w+\}/, '1');
      const call = { as: people[roles[0]] ?? '', at: filed.at, body: example?.value, headers: { 'if-match': '"0"' } };
      const { status, body } = await stage.call(to, call);
      const opening = ['/cases', '/spot-decisions'].includes(to);
      expect({ path, status, body }).toMatchObject({ path, status: opening ? 201 : 404 });
    }
  });

  it('decides not to punish, on a ground of the law or in words', async () => {
    const firstTime = { found: ['first-time', 'slight-harm', 'corrected'], education: '已批评教育' };
    for (const [ground, more, kept] of [
      ['first-time-slight-corrected', firstTime, { ground: 'first-time-slight-corrected', ...firstTime }],
      ['当事人死亡', {}, { ground: 'other', reasons: '当事人死亡' }],
    ] as const) {
      const { caseId, etag } = await stage.play(upTo('concluded'));
      const body = { outcome: 'no-penalty', ground, ...more };
      const call = { as: 'head-1', at: decided.at, body, headers: { 'if-match': etag } };
      const answer = await stage.call(`/cases/${caseId}/decision`, call);
      expect(answer.body).toMatchObject({ documentNumber: expect.stringContaining('不罚字〔2023〕') as unknown });
      const { body: read } = await stage.call(`/cases/${caseId}`, { as: 'head-1', at: decided.at });
      expect(read).toMatchObject({ outcome: 'no-penalty', status: 'decided', decision: kept });
    }
  });

  describe('a case', () => {
    it('is read by whoever decides and by auditors, not by the collecting side', async () => {
      const { caseId } = await stage.play(upTo('served'));
      for (const as of ['officer-1', 'head-1', 'auditor-1']) {
        const { status, body, headers } = await stage.call(`/cases/${caseId}`, { as, at: at('2023-10-07') });
        expect(status).toBe(200);
        expect(body).toMatchObject({ caseId, status: 'served', outcome: 'penalty', major: false, revision: 12 });
        expect(headers.get('etag')).toBe('"12"');
      }
      expect((await stage.call(`/cases/${caseId}`, { as: 'clerk-1' })).status).toBe(403);
    });

    it('says what every act asks for, and by which event it is met', async () => {
      // Another day than that of the cases decided above: their fines would bar this one (APL-29).
      const [, ...others] = upTo('noticed');
      const { caseId } = await stage.play([changed(filed, { actDate: '2023-09-08' }), ...others]);
      const { body } = await stage.call(`/cases/${caseId}/requirements`, { as: 'officer-1', at: at('2023-09-25') });
      expect(body['next']).toEqual([
        { act: 'decide', code: 'notice.window-open', source: 'APL-45', detail: { until: '2023-09-28' } },
      ]);
      const acts = body['acts'] as { act: string; open: boolean; requirements: { code: string; state: string }[] }[];
      const decide = acts.find(({ act }) => act === 'decide');
      expect(decide?.open).toBe(false);
      expect(decide?.requirements).toEqual(
        expect.arrayContaining([
          { code: 'notice.missing', source: 'APL-62', state: 'met', by: [6] },
          { code: 'review.missing', source: 'APL-58', state: 'not-required', by: [] },
          { code: 'duties.same-person', source: 'APL-57', state: 'on-submission', by: [] },
        ]),
      );
    });

    it('shows its clocks with their reasons', async () => {
      const { caseId } = await stage.play(upTo('approved'));
      const { body } = await stage.call(`/cases/${caseId}/clocks`, { as: 'officer-1', at: at('2023-09-13') });
      expect((body['clocks'] as { name: string }[]).find(({ name }) => name === 'decideBy')).toEqual({
        ...{
          name: 'decideBy',
          ours: true,
          rule: 'decision-term',
          source: 'APL-60',
          standing: 'statute',
          length: 90,
          unit: 'cd',
        },
        ...{
          bound: 'latest',
          startedBy: 'FilingApproved',
          startedOn: '2023-09-12',
          due: '2023-12-11',
          state: 'running',
        },
        ...{ pausedBy: [], previousDue: [], reading: 'decision-term' },
      });
    });
  });

  describe('the list', () => {
    const listed = async (query: string) => {
      const { status, body, headers } = await stage.call(`/cases?${query}`, { as: 'auditor-1' });
      expect(status).toBe(200);
      expect(headers.get('fajiao-position')).not.toBeNull();
      return body as { items: { caseId: string; documentNumber: string | null }[]; next: string | null };
    };

    it('finds a case by party, number, officer, offence, status and date', async () => {
      const { caseId, answer } = await stage.play(majorUpTo('served'));
      await stage.settled();
      const number = encodeURIComponent(String(answer.body['documentNumber']));
      for (const query of [
        `party=${encodeURIComponent('歌舞')}`,
        'party=91140922MA0K56EF0A',
        `documentNumber=${number}`,
        'officer=officer-2&offence=CT-ENT-48-5',
        'status=served&decidedFrom=2024-03-29&decidedTo=2024-03-29',
        'filedFrom=2024-03-04&filedTo=2024-03-04',
      ]) {
        expect((await listed(query)).items.map((item) => item.caseId)).toContain(caseId);
      }
      for (const query of ['party=100%25', 'officer=officer-3', 'status=closed', 'decidedFrom=2024-03-30']) {
        expect((await listed(query)).items.map((item) => item.caseId)).not.toContain(caseId);
      }
    });

    it('goes on page by page, each case once, newest first', async () => {
      for (const day of ['2023-11-01', '2023-11-02', '2023-11-03'])
        await stage.play([changed(filed, { offence: 'CT-ENT-49-2', actDate: day }, { at: at(day) })]);
      await stage.settled();
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page = await listed(`offence=CT-ENT-49-2&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
        seen.push(...page.items.map((item) => (item as unknown as { filedOn: string }).filedOn));
        cursor = page.next;
      }
      expect(seen).toEqual(['2023-11-03', '2023-11-02', '2023-11-01']);
    });

    it.each(['status=lost', 'limit=0', 'filedFrom=2023-02-30', 'cursor=%21', 'party=%00'])(
      'refuses %s',
      async (query) => {
        const { status } = await stage.call(`/cases?${query}`, { as: 'auditor-1' });
        expect([400, 422]).toContain(status);
      },
    );

    it('waits for the position that an act returned', async () => {
      const { caseId, answer } = await stage.play([filed]);
      const headers = { 'fajiao-min-position': answer.headers.get('fajiao-position') ?? '' };
      const { body } = await stage.call('/cases?limit=100', { as: 'auditor-1', headers });
      expect((body['items'] as { caseId: string }[]).map((item) => item.caseId)).toContain(caseId);
    });
  });
});
