import { fen, parseCivilDate } from '@fajiao/kernel';
import { suspenseIdOf } from './domain/suspense/suspense';
import { type HttpStage, httpStage, idOf } from './spec-support/http-stage.fixture.spec';
import { at, handedOver } from './spec-support/samples.fixture.spec';

const EVENING = at('2024-04-12 20:00');
const DAY = '2024-04-12';
const APPROVAL = { approvalNumber: '示财退〔2024〕1号' };

describe('a line of a statement that names a refund', () => {
  let stage: HttpStage;
  let code: string;
  let refundId: string;
  const fine = `/fines/${idOf('one')}`;
  const suspenseId = suspenseIdOf({ bank: 'bank-a', reference: 'A2' });

  const act = async (by: string, path: string, body: object) => {
    const answer = await stage.ask(path, by, { at: EVENING, body });
    await stage.settled();
    return answer;
  };
  const read = async (path: string) => (await stage.ask(path, 'clerk-1', { at: EVENING })).body;
  const buckets = async () =>
    Object.fromEntries(
      ((await read(`/statements/bank-a/${DAY}`))['buckets'] as { bucket: string; lines: number }[]).map((one) => [
        one.bucket,
        one.lines,
      ]),
    );
  const send = async (lines: readonly object[]) => {
    expect((await stage.send('statements', { date: DAY, lines }, { at: EVENING })).status).toBe(201);
    await stage.settled();
  };
  const line = (change: object = {}) => ({ reference: 'T1', fen: -50_000, code, refunds: refundId, ...change });

  /** A fine of 1,000 yuan for which 1,500 were paid, a refund of 500 asked for and authorised, and held money to go back. */
  beforeEach(async () => {
    stage = await httpStage();
    const served = parseCivilDate('2024-04-08');
    const ids = { fineId: idOf('one'), caseId: idOf('case one'), documentNumber: 'one' };
    await stage.handOver(
      handedOver({ ...ids, servedOn: served, decidedOn: served, fineFen: fen(100_000) }),
      at('2024-04-08 15:00'),
    );
    await stage.settled();
    code = String((await read(fine))['paymentCode']);
    const paidAt = '2024-04-12T10:00:00+08:00';
    await stage.send('payments', { reference: 'A1', code, fen: 150_000, paidAt }, { at: EVENING });
    await stage.send('payments', { reference: 'A2', code: '123', fen: 7_000, paidAt }, { at: EVENING });
    await stage.settled();
    await act('clerk-1', `${fine}/refunds`, { fen: 50_000, reason: '多缴' });
    refundId = ((await read(fine))['refunds'] as { refundId: string }[])[0]?.refundId ?? '';
    await act('clerk-2', `${fine}/refunds/${refundId}/authorisation`, APPROVAL);
    await act('clerk-1', `/suspense/${suspenseId}/return`, { reason: '误缴' });
    const [resolution] = (await read(`/suspense/${suspenseId}`))['resolutions'] as { resolutionId: string }[];
    const path = `/suspense/${suspenseId}/resolutions/${resolution?.resolutionId}/authorisation`;
    expect((await act('clerk-2', path, APPROVAL)).status).toBe(201);
  });
  afterEach(() => stage.close());

  it('closes it, of a fine or of held money; the message that comes late says what is known', async () => {
    await send([line(), { reference: 'T2', fen: -7_000, refunds: suspenseId }, line()]);
    expect(await buckets()).toEqual({ refund: 2, 'duplicate-line': 1 });
    expect(await read(fine)).toMatchObject({
      ...{ overpaid: { fen: 0 }, refunded: { fen: 50_000 } },
      refunds: [{ state: 'made', made: { bank: 'bank-a', reference: 'T1' } }],
    });
    const before = stage.log.events.length;
    const late = { reference: 'T1', code, refundId, fen: 50_000, paidAt: '2024-04-12T15:00:00+08:00' };
    expect((await stage.send('refund-payouts', late, { at: EVENING })).status).toBe(201);
    expect(stage.log.events).toHaveLength(before);
    expect(stage.log.events.filter(({ type }) => type === 'MoneyPaidBack')).toHaveLength(1);
  });

  it('pays one refund, whatever else is told under its reference', async () => {
    const told = { reference: 'T1', fen: 50_000, refundId, code, paidAt: '2024-04-12T15:00:00+08:00' };
    expect((await stage.send('refund-payouts', told, { at: EVENING })).status).toBe(201);
    const held = { reference: 'T1', fen: 7_000, suspenseId, madeAt: '2024-04-12T15:00:00+08:00' };
    const answer = await stage.send('suspense-payouts', held, { at: EVENING });
    expect([answer.status, answer.body['code']]).toEqual([409, 'refund.reference-known']);
    const back = { reference: 'T1', code, refundId, fen: 50_000, returnedAt: '2024-04-12T16:00:00+08:00' };
    expect((await stage.send('refund-returns', back, { at: EVENING })).body['code']).toBe('refund.reference-known');
    const payment = { reference: 'T1', code, fen: 50_000, paidAt: '2024-04-12T16:00:00+08:00' };
    expect((await stage.send('payments', payment, { at: EVENING })).body['code']).toBe('payment.conflict');
    const ofPayment = { ...held, reference: 'A1' };
    expect((await stage.send('suspense-payouts', ofPayment, { at: EVENING })).body['code']).toBe(
      'refund.reference-known',
    );
    await stage.settled();
    expect(await read(`/suspense/${suspenseId}`)).toMatchObject({ state: 'held' });
    expect(await read(fine)).toMatchObject({ refunds: [{ state: 'made' }], refunded: { fen: 50_000 } });
  });

  it('is known by the reference of its message, where it does not name it; what came back is no new money', async () => {
    const out = { reference: 'T1', fen: 50_000, refundId, code, paidAt: '2024-04-12T15:00:00+08:00' };
    await stage.send('refund-payouts', out, { at: EVENING });
    const back = { reference: 'T5', code, refundId, fen: 50_000, returnedAt: '2024-04-12T16:00:00+08:00' };
    expect((await stage.send('refund-returns', back, { at: EVENING })).status).toBe(201);
    await send([
      { reference: 'T1', fen: -50_000 },
      { reference: 'T5', fen: 50_000, code },
    ]);
    expect(await buckets()).toEqual({ refund: 2 });
    expect(await read(fine)).toMatchObject({ overpaid: { fen: 50_000 }, refunds: [{ state: 'returned' }] });
    expect(stage.log.events.filter(({ type, stream }) => type === 'PaymentReported' && stream.endsWith('T5'))).toEqual(
      [],
    );
  });

  it('of another amount than its message is looked at', async () => {
    const out = { reference: 'T1', fen: 50_000, refundId, code, paidAt: '2024-04-12T15:00:00+08:00' };
    await stage.send('refund-payouts', out, { at: EVENING });
    await send([{ reference: 'T1', fen: -49_000 }]);
    expect(await buckets()).toEqual({ 'amount-differs': 1 });
  });

  it('takes one back that came back, and holds its money once', async () => {
    await send([line(), line({ reference: 'T5', fen: 50_000 })]);
    expect(await buckets()).toEqual({ refund: 2 });
    expect(await read(fine)).toMatchObject({
      ...{ overpaid: { fen: 50_000 }, refunded: { fen: 0 } },
      refunds: [{ state: 'returned', returned: { bank: 'bank-a', reference: 'T5' } }],
    });
    expect(stage.log.events.filter(({ type, stream }) => type === 'PaymentReported' && stream.endsWith('T5'))).toEqual(
      [],
    );
    const before = stage.log.events.length;
    const told = { reference: 'T5', code, refundId, fen: 50_000, returnedAt: '2024-04-12T16:00:00+08:00' };
    const { status } = await stage.send('refund-returns', told, { at: EVENING });
    expect([status, stage.log.events.length]).toEqual([201, before]);
  });

  it('that would take back what was never paid out closes nothing', async () => {
    await send([line({ reference: 'T5', fen: 50_000 })]);
    expect(await buckets()).toEqual({ 'refund-of-unknown': 1 });
  });

  it('agrees with the message that came first', async () => {
    const told = { reference: 'T1', code, refundId, fen: 50_000, paidAt: '2024-04-12T15:00:00+08:00' };
    expect((await stage.send('refund-payouts', told, { at: EVENING })).status).toBe(201);
    await send([line()]);
    expect(await buckets()).toEqual({ refund: 1 });
    expect(stage.log.events.filter(({ type }) => type === 'RefundMade')).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['of another amount', { fen: -49_999 }],
    ['under a code that nobody issued', { code: '99999999999999999999' }],
    ['that nobody asked for', { refunds: idOf('nobody’s refund') }],
    ['by no number of ours', { refunds: 'RF-1' }],
    ['under the reference of a payment', { reference: 'A1' }],
    ['as held money', { code: undefined }],
  ])('%s closes nothing: somebody has to look at it', async (_, change) => {
    await send([JSON.parse(JSON.stringify(line(change)))]);
    expect(await buckets()).toEqual({ 'refund-of-unknown': 1 });
    expect(((await read(fine))['refunds'] as object[])[0]).toMatchObject({ state: 'authorised' });
    const { items } = await read('/worklist');
    expect(items).toContainEqual(expect.objectContaining({ reason: 'refund-of-unknown' }));
  });

  it('stands in files under a column of its own, and is told in a dry run', async () => {
    const file = (by: string) =>
      [
        ...[`statement,1,bank-a,${DAY},CNY`, 'reference,amount,code,refunds'],
        ...[`T1,-500.00,${code},${by}`, 'total,1,-500.00', ''],
      ].join('\n');
    const headers = { 'content-type': 'text/csv' };
    const dryRun = async (by: string) =>
      (await stage.send('statement-files?dryRun=true', file(by), { at: EVENING, headers })).body['buckets'];
    expect(await dryRun(refundId)).toMatchObject([{ bucket: 'refund', lines: 1 }]);
    expect(await dryRun(idOf('nobody’s refund'))).toMatchObject([{ bucket: 'refund-of-unknown', lines: 1 }]);
    expect((await stage.send('statement-files', file(refundId), { at: EVENING, headers })).status).toBe(201);
    await stage.settled();
    expect(await buckets()).toEqual({ refund: 1 });
  });

  it('closes it once where two lines name it: the first does, and the dry run says so too', async () => {
    const file = [
      ...[`statement,1,bank-a,${DAY},CNY`, 'reference,amount,code,refunds'],
      ...[`T1,-500.00,${code},${refundId}`, `T2,-500.00,${code},${refundId}`],
      ...[`T3,-70.00,,${suspenseId}`, `T4,-70.00,,${suspenseId}`, 'total,4,-1140.00', ''],
    ].join('\n');
    const headers = { 'content-type': 'text/csv' };
    const { body } = await stage.send('statement-files?dryRun=true', file, { at: EVENING, headers });
    const expected = { refund: 2, 'refund-of-unknown': 2 };
    const told = body['buckets'] as { bucket: string; lines: number }[];
    expect(Object.fromEntries(told.map((one) => [one.bucket, one.lines]))).toEqual(expected);
    expect((await stage.send('statement-files', file, { at: EVENING, headers })).status).toBe(201);
    await stage.settled();
    expect(await buckets()).toEqual(expected);
    const paidOut = stage.log.events.filter(({ type }) => type === 'RefundMade' || type === 'MoneyPaidBack');
    expect(paidOut.map(({ data }) => (JSON.parse(data) as { reference: string }).reference).sort()).toEqual([
      'T1',
      'T3',
    ]);
  });

  it('is paid by the bank’s statement alone, not by the same line of the treasury’s list', async () => {
    const credits = [
      ...[`treasury-credits,1,bank-a,${DAY},CNY`, 'reference,amount,code,refunds'],
      ...[`T1,-500.00,${code},${refundId}`, 'total,1,-500.00', ''],
    ].join('\n');
    await send([{ reference: 'T1', fen: -50_000 }]);
    const headers = { 'content-type': 'text/csv' };
    const { body } = await stage.send('statement-files?dryRun=true', credits, { at: EVENING, headers });
    expect(body['buckets']).toMatchObject([{ bucket: 'credit-of-unknown', lines: 1 }]);
    expect((await stage.send('statement-files', credits, { at: EVENING, headers })).status).toBe(201);
    await stage.settled();
    expect((await read(`/statements/bank-a/${DAY}?kind=treasury-credits`))['buckets']).toMatchObject([
      { bucket: 'credit-of-unknown', lines: 1 },
    ]);
    expect(stage.log.events.filter(({ type }) => type === 'RefundMade')).toEqual([]);
  });
});
