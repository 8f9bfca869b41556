import { type HttpStage, httpStage } from './spec-support/http-stage.fixture.spec';
import { at, changed } from './spec-support/other-steps.fixture.spec';
import { onTheSpot, onTheSpotUpTo, spotDecision, transfer, transferUpTo } from './spec-support/spot-steps.fixture.spec';

const { decided } = onTheSpot;

describe('the simple procedure and transfers over HTTP', () => {
  let stage: HttpStage;
  beforeAll(async () => {
    stage = await httpStage();
  });
  afterAll(() => stage.close());

  const read = async (caseId: string, rest = '') =>
    (await stage.call(`/cases/${caseId}${rest}`, { as: 'auditor-1', at: at('2024-09-18') })).body;

  const listed = async (query: string) => {
    await stage.settled();
    const { body } = await stage.call(`/cases?${query}`, { as: 'auditor-1' });
    return (body as unknown as { items: readonly Record<string, unknown>[] }).items;
  };

  it('opens a case by a decision on the spot, served, numbered, and found in the list at once', async () => {
    const answer = await stage.act(decided);
    const caseId = String(answer.body['caseId']);
    expect(answer).toMatchObject({
      status: 201,
      body: { revision: 0, documentNumber: '（示）文综当罚字〔2024〕第1号' },
    });
    expect(answer.headers.get('location')).toBe(`/decision/v1/cases/${caseId}`);
    expect(answer.headers.get('etag')).toBe('"0"');
    expect(await read(caseId)).toMatchObject({
      status: 'served',
      outcome: 'penalty',
      procedure: 'simple',
      service: { mode: 'direct', servedOn: '2024-09-13' },
      filing: { place: '偏远景区', filedOn: '2024-09-13' },
      duties: { filed: ['officer-1'], investigated: ['officer-1', 'officer-2'], decided: ['officer-1'] },
    });
    for (const query of [
      'status=served',
      'officer=officer-2',
      `documentNumber=${encodeURIComponent('当罚字〔2024〕')}`,
    ])
      expect(await listed(query)).toEqual([
        expect.objectContaining({ caseId, status: 'served', decidedOn: '2024-09-13', servedOn: '2024-09-13' }),
      ]);
  });

  it('carries money from the taking to the handing in, and shows it', async () => {
    const [, ...others] = onTheSpotUpTo('reported');
    const { caseId } = await stage.play([changed(decided, { actDate: '2024-09-12' }), ...others]);
    expect(await read(caseId)).toMatchObject({
      spotReport: { on: '2024-09-18', by: 'officer-1' },
      spotMoney: { fen: 10000, receiptNumber: '晋财0001234', handedIn: { on: '2024-09-18' } },
    });
    const { clocks } = (await read(caseId, '/clocks')) as unknown as {
      clocks: readonly { rule: string; due: string }[];
    };
    const due = (rule: string) => clocks.find((clock) => clock.rule === rule)?.due;
    expect([due('spot-report'), due('hand-in'), due('deposit')]).toEqual(['2024-09-19', '2024-09-18', '2024-09-20']);
  });

  it('refuses by law what takes no receipt, not by form', async () => {
    const { caseId, etag } = await stage.play([changed(decided, { actDate: '2024-09-11' })]);
    const { at: when, by: as } = onTheSpot.collected;
    const call = { as, at: when, body: { ground: 'fine-not-above-100' }, headers: { 'if-match': etag } };
    expect(await stage.call(`/cases/${caseId}/spot-collection`, call)).toMatchObject({
      status: 409,
      body: { code: 'spot-collection.receipt', source: 'APL-70' },
    });
  });

  it.each([
    ['no place', { ...spotDecision, place: undefined }, '#/place'],
    ['no penalties', { ...spotDecision, penalties: [] }, '#/penalties'],
    ['an offence of no catalogue', { ...spotDecision, offence: 'CT-NOTHING' }, '#/offence'],
    ['a statement without its check', { ...spotDecision, statement: { text: '请求从轻' } }, '#/statement/adopted'],
    ['a day that does not exist', { ...spotDecision, actDate: '2024-02-30' }, '#/actDate'],
  ])('takes no decision on the spot with %s', async (_what, body, pointer) => {
    const { status, body: problem } = await stage.call('/spot-decisions', { as: 'officer-1', at: decided.at, body });
    expect(status).toBe(422);
    expect((problem['errors'] as { pointer: string }[]).map((fault) => fault.pointer)).toContain(pointer);
  });

  it('lets only the principal approve a transfer', async () => {
    const { caseId, etag } = await stage.play(transferUpTo('proposed'));
    const approval = { at: transfer.granted.at, body: {}, headers: { 'if-match': etag } };
    const path = `/cases/${caseId}/transfer-approval`;
    expect(await stage.call(path, { as: 'head-2', ...approval })).toMatchObject({
      status: 403,
      body: { code: 'role.not-allowed' },
    });
    expect((await stage.call(path, { as: 'head-1', ...approval })).status).toBe(201);
  });

  it('lists a case as transferred while it is away, and as it was when it is back', async () => {
    const { caseId, etag } = await stage.play([
      changed(transfer.filed, { actDate: '2024-05-17' }),
      ...transferUpTo('handedOver').slice(1),
    ]);
    expect((await listed('status=transferred')).map((row) => row['caseId'])).toEqual([caseId]);
    await stage.act(transfer.returned, caseId, etag);
    expect(await listed('status=transferred')).toEqual([]);
    expect((await listed('status=under-investigation')).map((row) => row['caseId'])).toContain(caseId);
  });

  it('lists a case that another authority took over as ended', async () => {
    const elsewhere = { to: '示例市文化和旅游局', ground: '无管辖权', kind: 'authority' };
    const { caseId } = await stage.play([
      changed(transfer.filed, { actDate: '2024-05-16' }),
      changed(transfer.proposed, elsewhere),
      transfer.granted,
      transfer.handedOver,
    ]);
    expect(await listed('status=transferred')).toEqual([
      expect.objectContaining({ caseId, outcome: 'transferred', closedOn: '2024-05-28' }),
    ]);
  });
});
