import { type HttpStage, httpStage, idOf } from './spec-support/http-stage.fixture.spec';
import { at, handedOver } from './spec-support/samples.fixture.spec';

const NOON = at('2023-10-08 12:00');
const bank = 'bank-t' as const;

describe('a bank in test mode', () => {
  let stage: HttpStage;
  let code = '';
  const fine = async () => (await stage.ask(`/fines/${idOf('one')}`, 'clerk-1', { at: NOON })).body;
  const payment = (reference: string, fen = 500_000) => ({ reference, code, fen, paidAt: '2023-10-08T10:12:00+08:00' });
  beforeAll(async () => {
    stage = await httpStage();
    await stage.handOver(handedOver({ fineId: idOf('one') }), at('2023-09-28 15:00'));
    await stage.settled();
    code = String((await fine())['paymentCode']);
  });
  afterAll(() => stage.close());

  it('is answered as any other, and touches no fine, no worklist and no totals', async () => {
    const before = await fine();
    const first = await stage.send('payments', payment('T1'), { at: NOON, bank });
    expect([first.status, first.body['reference']]).toEqual([201, 'T1']);
    expect((await stage.send('payments', payment('T1'), { at: NOON, bank })).body).toEqual(first.body);
    expect((await stage.send('payments', payment('T1', 1), { at: NOON, bank })).body['code']).toBe('payment.conflict');
    expect((await stage.send('payments', { ...payment('T2'), code: '1' }, { at: NOON, bank })).status).toBe(201);
    const lines = [{ reference: 'T1', fen: 500_000 }, { reference: 'T3', fen: 1 }, 'nonsense'];
    expect((await stage.send('statements', { date: '2023-10-08', lines }, { at: NOON, bank })).status).toBe(201);
    await stage.settled();
    expect(await fine()).toEqual(before);
    expect((await stage.ask('/worklist', 'clerk-1', { at: NOON })).body['items']).toEqual([]);
    expect(stage.log.events.filter(({ stream }) => stream.startsWith('suspense-'))).toEqual([]);
    const { body } = await stage.ask('/statements/bank-t.test/2023-10-08', 'clerk-1', { at: NOON });
    expect((body['buckets'] as { bucket: string }[]).map(({ bucket }) => bucket)).toEqual([
      'malformed',
      'callback-missing',
      'matched',
    ]);
    expect((await stage.send('payments/T1', '', { method: 'GET', at: NOON, bank })).body).toMatchObject({
      reference: 'T1',
      suspended: null,
    });
  });

  it('has no part in what is about real money', async () => {
    const payOut = { suspenseId: idOf('none'), reference: 'T9', fen: 1, madeAt: '2023-10-08T10:12:00+08:00' };
    const answer = await stage.send('suspense-payouts', payOut, { at: NOON, bank });
    expect([answer.status, answer.body['code']]).toEqual([403, 'bank.test-mode']);
  });

  it('and every other stands on file with its agreement and the secrets in force, which nobody is told', async () => {
    const { body } = await stage.ask('/banks', 'clerk-1', { at: NOON });
    expect(body['fault']).toBeNull();
    expect(body['items']).toMatchObject([
      {
        ...{ bank: 'bank-a', name: '示例农商银行', mode: 'live', channels: ['counter', 'mobile'] },
        agreement: {
          ...{ number: '代收〔2023〕1号', signedOn: '2023-01-05', recordedOn: '2023-01-12' },
          ...{ recordBy: '2023-01-20', recordState: 'met', validUntil: null, state: 'in-force' },
          recordClock: { source: 'D235-6', length: 15, unit: 'cd', startedOn: '2023-01-05' },
          outlets: ['示例县东街支行'],
          budget: { item: '103050199', level: '县级' },
          account: { holder: '示例县待结算财政款项', number: '0500000000000001' },
        },
        secrets: [{ state: 'valid' }, { state: 'valid' }],
      },
      { bank: 'bank-b', agreement: { recordedOn: null, recordState: 'overdue', state: 'expired' } },
      { bank: 'bank-t', mode: 'test' },
    ]);
    expect(JSON.stringify(body)).not.toContain('whsec_');
    expect((await stage.ask('/banks', 'officer-1', { at: NOON })).status).toBe(403);
  });
});
