import { fen, parseCivilDate } from '@fajiao/kernel';
import { suspenseIdOf } from './domain/suspense/suspense';
import { type Answer, type HttpStage, httpStage, idOf } from './spec-support/http-stage.fixture.spec';
import { at, handedOver } from './spec-support/samples.fixture.spec';

const served = parseCivilDate('2024-04-08');
const NOON = at('2024-04-12 12:00');
const EVENING = at('2024-04-12 20:00');
const LATER = at('2024-04-15 09:00');
const DAY = '2024-04-12';
const APPROVAL = '忻财退〔2024〕12号';

describe('what waits for a finance clerk', () => {
  let stage: HttpStage;
  let code = '';

  const suspenseId = suspenseIdOf({ bank: 'bank-a', reference: 'A4' });
  const held = `/suspense/${suspenseId}`;
  const line = (n: number) => `/statements/bank-a/${DAY}/discrepancies/line-${n}`;
  const missing = `/statements/bank-a/${DAY}/discrepancies/missing-A9`;

  const act = async (path: string, as: string, body: object, key?: string): Promise<Answer> => {
    const answer = await stage.ask(path, as, { at: LATER, body, ...(key !== undefined && { key }) });
    await stage.settled();
    return answer;
  };
  const list = async (query = '', now = LATER) =>
    (await stage.ask(`/worklist${query}`, 'clerk-1', { at: now })).body['items'] as Record<string, unknown>[];
  const open = async () =>
    (await list()).map(({ id }) => String(id).split(':').slice(0, 1).concat(String(id).split(':').slice(-1)).join(' '));
  const fine = async () => (await stage.ask(`/fines/${idOf('one')}`, 'clerk-1', { at: LATER })).body;
  const events = () => stage.log.events.length;
  const codesOf = ({ status, body }: Answer) => [status, body['codes'] ?? [body['code']]];

  beforeEach(async () => {
    stage = await httpStage();
    const ids = { fineId: idOf('one'), caseId: idOf('case one') };
    await stage.handOver(
      handedOver({ ...ids, servedOn: served, decidedOn: served, fineFen: fen(100_000) }),
      at('2024-04-08 15:00'),
    );
    await stage.settled();
    code = String((await fine())['paymentCode']);
    const pay = (reference: string, amount: number, paidBy = code) =>
      stage.send(
        'payments',
        { reference, code: paidBy, fen: amount, paidAt: '2024-04-12T10:00:00+08:00' },
        { at: NOON },
      );
    await pay('A3', 50_000);
    await pay('A4', 20_000, '99999999999999999999');
    await pay('A9', 10_000);
    await stage.settled();
    const lines = [
      { reference: 'A3', fen: 49_000 },
      { reference: 'A4', fen: 20_000 },
      { reference: 'A5', fen: -500 },
    ];
    await stage.send('statements', { date: DAY, lines }, { at: EVENING });
    await stage.settled();
  });
  afterEach(() => stage.close());

  it('is everything that no rule settles, with its reason, its clock and what may be done', async () => {
    expect(await list()).toEqual([
      expect.objectContaining({
        ...{ id: `suspense:${suspenseId}`, kind: 'suspense', reason: 'unknown-code', reference: 'A4' },
        because: { code: '99999999999999999999', codeFault: 'form' },
        clock: { rule: 'discrepancy', due: '2024-04-19', source: 'internal control', overdue: false },
        nextSteps: ['assign', 'request-application', 'request-return', 'hold'],
      }),
      expect.objectContaining({
        ...{ id: `line:bank-a-${DAY}:1`, reason: 'amount-differs', because: { reportedFen: 50_000 } },
        nextSteps: ['assign', 'request-correction', 'close', 'hold'],
      }),
      expect.objectContaining({ id: `line:bank-a-${DAY}:3`, reason: 'reversal-of-unknown' }),
      expect.objectContaining({
        ...{ id: `missing:bank-a-${DAY}:A9`, kind: 'missing', reason: 'unknown-to-bank' },
        nextSteps: ['assign', 'request-correction', 'close', 'hold'],
      }),
    ]);
    expect((await list('', at('2024-04-22 09:00')))[0]).toMatchObject({ clock: { overdue: true } });
    expect(await list('?kind=missing')).toHaveLength(1);
    expect(await list('?bank=bank-b')).toEqual([]);
    const first = (await stage.ask('/worklist?limit=3', 'clerk-1', { at: LATER })).body;
    const second = await stage.ask(`/worklist?limit=3&cursor=${String(first['next'])}`, 'clerk-1', { at: LATER });
    expect([(first['items'] as object[]).length, (second.body['items'] as object[]).length]).toEqual([3, 1]);
  });

  it('is not found under a name that no reference can have', async () => {
    const { status, body } = await act(`/statements/bank-a/${DAY}/discrepancies/missing-%00/assignment`, 'clerk-1', {
      owner: 'clerk-2',
    });
    expect([status, body['code']]).toEqual([404, 'discrepancy.not-found']);
  });

  it('belongs to a clerk, and may be left until a day', async () => {
    for (const path of [held, line(1), missing]) {
      expect((await act(`${path}/assignment`, 'clerk-1', { owner: 'clerk-2' })).status).toBe(201);
      expect((await act(`${path}/hold`, 'clerk-1', { until: '2024-04-26', reason: '等待答复' })).status).toBe(201);
      expect((await act(`${path}/assignment`, 'clerk-1', { owner: 'officer-1' })).body['code']).toBe(
        'worklist.no-clerk',
      );
      const passed = await act(`${path}/hold`, 'clerk-1', { until: '2024-04-15', reason: '等待答复' });
      expect([passed.status, String(passed.body['code'])]).toEqual([409, expect.stringMatching(/\.day-passed$/)]);
    }
    expect((await list('?owner=clerk-2')).map(({ keptUntil }) => keptUntil)).toEqual(Array(3).fill('2024-04-26'));
    expect(
      (await list('?owner=clerk-2', at('2024-04-24 09:00'))).every(
        ({ clock }) => !(clock as { overdue: boolean }).overdue,
      ),
    ).toBe(true);
  });

  it('goes to the fine that it belongs to, when two persons say so', async () => {
    const asked = await act(`${held}/application`, 'clerk-1', { fineId: idOf('one'), reason: '付款人来函' });
    expect([asked.status, asked.body['events']]).toEqual([
      201,
      [expect.objectContaining({ type: 'ResolutionRequested' })],
    ]);
    const { resolutions } = (await stage.ask(held, 'clerk-1', { at: LATER })).body as {
      resolutions: { resolutionId: string }[];
    };
    const authorise = (as: string) => act(`${held}/resolutions/${resolutions[0]!.resolutionId}/authorisation`, as, {});
    expect((await list('?kind=suspense'))[0]).toMatchObject({
      request: { what: 'apply', by: 'clerk-1' },
      nextSteps: ['authorise', 'cancel'],
    });
    expect(codesOf(await authorise('clerk-1'))).toEqual([409, ['duties.same-person']]);
    expect(codesOf(await act(`${held}/return`, 'clerk-2', { reason: '误缴' }))).toEqual([
      409,
      ['resolution.under-way'],
    ]);
    expect(await fine()).toMatchObject({ paid: { fen: 60_000 } });
    expect((await authorise('clerk-2')).status).toBe(201);
    expect(await fine()).toMatchObject({
      paid: { fen: 80_000 },
      payments: expect.arrayContaining([expect.objectContaining({ reference: 'A4', confirmedOn: DAY })]) as unknown,
    });
    expect(codesOf(await authorise('clerk-2'))).toEqual([409, ['resolution.not-open', 'suspense.not-held']]);
    expect(await open()).not.toContain(`suspense ${suspenseId}`);
    expect((await stage.ask(held, 'clerk-1', { at: LATER })).body).toMatchObject({
      state: 'applied',
      fineId: idOf('one'),
    });
  });

  it('goes back to the payer only as the finance authority approves and the treasury pays', async () => {
    await act(`${held}/return`, 'clerk-1', { reason: '误缴' });
    const { resolutions } = (await stage.ask(held, 'clerk-1', { at: LATER })).body as {
      resolutions: { resolutionId: string }[];
    };
    const path = `${held}/resolutions/${resolutions[0]!.resolutionId}`;
    const payOut = { suspenseId, reference: 'T1', fen: 20_000, madeAt: '2024-04-15T09:00:00+08:00' };
    const pay = (message: object) => stage.send('suspense-payouts', message, { at: LATER });
    expect(codesOf(await pay(payOut))).toEqual([409, ['refund.not-authorised']]);
    expect(codesOf(await act(`${path}/authorisation`, 'clerk-2', {}))).toEqual([409, ['refund.approval-missing']]);
    expect((await act(`${path}/authorisation`, 'clerk-2', { approvalNumber: APPROVAL })).status).toBe(201);
    expect((await list('?kind=suspense'))[0]).toMatchObject({ nextSteps: ['bank-pays-back', 'cancel'] });
    expect(codesOf(await pay({ ...payOut, fen: 19_999 }))).toEqual([409, ['refund.other-amount']]);
    expect((await pay(payOut)).status).toBe(201);
    await stage.settled();
    const before = events();
    expect((await pay(payOut)).status).toBe(201);
    expect(events()).toBe(before);
    expect((await stage.ask(held, 'clerk-1', { at: LATER })).body).toMatchObject({
      state: 'paid-back',
      resolutions: [{ approvalNumber: APPROVAL }],
    });
    expect(codesOf(await act(`${held}/application`, 'clerk-1', { fineId: idOf('one'), reason: '误' }))).toEqual([
      409,
      ['suspense.not-held'],
    ]);
  });

  it('is refused to go where it cannot, and every refusal is on record', async () => {
    const before = events();
    expect(codesOf(await act(`${held}/application`, 'clerk-1', { fineId: idOf('no fine'), reason: '误' }))).toEqual([
      409,
      ['suspense.fine-unknown'],
    ]);
    expect(codesOf(await act(`${held}/resolutions/${idOf('none')}/authorisation`, 'clerk-2', {}))).toEqual([
      409,
      ['resolution.not-open'],
    ]);
    expect(codesOf(await act(`${held}/resolutions/${idOf('none')}/cancellation`, 'clerk-2', { reason: '误' }))).toEqual(
      [409, ['resolution.not-open']],
    );
    expect(stage.log.events.slice(before).map(({ type }) => type)).toEqual(Array(3).fill('ActRefused'));
    expect((await act(`/suspense/${idOf('none')}/return`, 'clerk-1', { reason: '误' })).status).toBe(404);
    expect((await act(`${held}/return`, 'officer-1', { reason: '误' })).status).toBe(403);
    expect((await act(`${held}/return`, 'auditor-1', { reason: '误' })).status).toBe(403);
  });

  it('may be asked for again with the same key: nothing more comes of it', async () => {
    const first = await act(`${held}/return`, 'clerk-1', { reason: '误缴' }, 'key-1');
    const before = events();
    expect((await act(`${held}/return`, 'clerk-1', { reason: '误缴' }, 'key-1')).body).toEqual(first.body);
    expect(events()).toBe(before);
    expect(
      (await act(`${held}/resolutions/${await resolution()}/cancellation`, 'clerk-1', { reason: '撤回' })).status,
    ).toBe(201);
    expect((await act(`${held}/return`, 'clerk-1', { reason: '误缴' })).status).toBe(201);
  });
  const resolution = async () =>
    ((await stage.ask(held, 'clerk-1', { at: LATER })).body as { resolutions: { resolutionId: string }[] })
      .resolutions[0]!.resolutionId;

  it('counts with the amount of the callback, when the bank has confirmed it and two persons say so', async () => {
    const asked = { fen: 50_000, document: '更正函7', reason: '误列' };
    expect(codesOf(await act(`${line(3)}/corrections`, 'clerk-1', asked))).toEqual([409, ['correction.not-of-amount']]);
    expect((await act(`${line(1)}/corrections`, 'clerk-1', asked)).status).toBe(201);
    expect(codesOf(await act(`${line(1)}/closing`, 'clerk-2', { how: 'explained', reason: '误' }))).toEqual([
      409,
      ['correction.under-way'],
    ]);
    const { request } = (await list('?kind=line'))[0] as { request: { id: string } };
    const authorise = (as: string) => act(`${line(1)}/corrections/${request.id}/authorisation`, as, {});
    expect(codesOf(await authorise('clerk-1'))).toEqual([409, ['duties.same-person']]);
    expect((await authorise('clerk-2')).status).toBe(201);
    expect(
      ((await fine())['payments'] as { reference: string }[]).find(({ reference }) => reference === 'A3'),
    ).toMatchObject({ confirmedOn: DAY });
    expect(codesOf(await authorise('clerk-2'))).toEqual([409, ['correction.not-open']]);
    expect(await open()).not.toContain('line 1');
  });

  it('is closed by its reason where no money moves', async () => {
    expect((await act(`${line(3)}/closing`, 'clerk-1', { how: 'bank-has-corrected', reason: '银行来函' })).status).toBe(
      201,
    );
    expect((await act(`${missing}/closing`, 'clerk-1', { how: 'explained', reason: '银行来函' })).status).toBe(201);
    expect(codesOf(await act(`${line(3)}/closing`, 'clerk-1', { how: 'explained', reason: '误' }))).toEqual([
      409,
      ['discrepancy.closed'],
    ]);
    expect((await act(`${line(2)}/closing`, 'clerk-1', { how: 'explained', reason: '误' })).status).toBe(404);
    expect(await open()).toEqual([`suspense ${suspenseId}`, 'line 1']);
  });

  it('is no payment any more, when the bank denies it in writing and two persons say so', async () => {
    const denied = { how: 'bank-denies-payment', reason: '银行来函' };
    expect(codesOf(await act(`${missing}/closing`, 'clerk-1', denied))).toEqual([409, ['discrepancy.correction-due']]);
    expect(await fine()).toMatchObject({ paid: { fen: 60_000 } });
    const asked = { document: '更正函8', reason: '无此款' };
    expect(codesOf(await act(`${missing}/corrections`, 'clerk-1', { ...asked, fen: 9_000 }))).toEqual([
      409,
      ['correction.not-of-amount'],
    ]);
    expect((await act(`${missing}/corrections`, 'clerk-1', { ...asked, fen: 0 })).status).toBe(201);
    const { request } = (await list('?kind=missing'))[0] as { request: { id: string } };
    const authorise = (as: string) => act(`${missing}/corrections/${request.id}/authorisation`, as, {});
    expect(codesOf(await authorise('clerk-1'))).toEqual([409, ['duties.same-person']]);
    expect((await authorise('clerk-2')).status).toBe(201);
    expect(await fine()).toMatchObject({ paid: { fen: 50_000 } });
    expect(await open()).not.toContain('missing A9');
    const totals = await stage.ask(`/totals?by=day&from=${DAY}&through=${DAY}`, 'clerk-1', { at: LATER });
    expect(totals.body['items']).toMatchObject([{ paid: { fen: 80_000 }, reversed: { fen: -10_000 } }]);
  });

  it('is not denied, once a later statement lists it', async () => {
    await act(`${missing}/corrections`, 'clerk-1', { fen: 0, document: '更正函8', reason: '无此款' });
    const { request } = (await list('?kind=missing'))[0] as { request: { id: string } };
    await stage.send('statements', { date: '2024-04-13', lines: [{ reference: 'A9', fen: 10_000 }] }, { at: LATER });
    await stage.settled();
    expect(codesOf(await act(`${missing}/corrections/${request.id}/authorisation`, 'clerk-2', {}))).toEqual([
      404,
      ['discrepancy.not-found'],
    ]);
    expect(await fine()).toMatchObject({ paid: { fen: 60_000 } });
  });

  it('says so when the bank takes back what the treasury had paid back', async () => {
    await act(`${held}/return`, 'clerk-1', { reason: '误缴' });
    await act(`${held}/resolutions/${await resolution()}/authorisation`, 'clerk-2', { approvalNumber: APPROVAL });
    const payOut = { suspenseId, reference: 'T1', fen: 20_000, madeAt: '2024-04-15T09:00:00+08:00' };
    expect((await stage.send('suspense-payouts', payOut, { at: LATER })).status).toBe(201);
    const lines = [{ reference: 'V1', fen: -20_000, reverses: 'A4' }];
    await stage.send('statements', { date: '2024-04-15', lines }, { at: at('2024-04-15 20:00') });
    await stage.settled();
    expect((await list('?kind=line')).at(-1)).toMatchObject({
      ...{ reference: 'V1', reason: 'reversal-of-unknown', because: { why: 'the money had been paid back' } },
    });
  });

  it('is done when a later statement lists what the bank had left out', async () => {
    await act(`${missing}/assignment`, 'clerk-1', { owner: 'clerk-2' });
    await stage.send('statements', { date: '2024-04-13', lines: [{ reference: 'A9', fen: 10_000 }] }, { at: LATER });
    await stage.settled();
    expect(await open()).not.toContain('missing A9');
    expect((await fine())['payments']).toEqual(
      expect.arrayContaining([expect.objectContaining({ reference: 'A9', confirmedOn: '2024-04-13' })]),
    );
  });
});
