import type { PublishedByDecision } from '@fajiao/contracts';
import { canonicalJson } from '@fajiao/event-store';
import { fen, type Instant, parseCivilDate, sha256Hex } from '@fajiao/kernel';
import { quoteLine } from './application/quotes';
import { fines } from './domain/fine/fine.state';
import { digestedFine } from './domain/fine/fine-view';
import { quoteOf } from './domain/fine/quote';
import { type HttpStage, httpStage, idOf } from './spec-support/http-stage.fixture.spec';
import { at, handedOver, rules } from './spec-support/samples.fixture.spec';

// 5,000 yuan, served on 2023-09-28 unless said: due by 2023-10-13.
const day = parseCivilDate;

describe('what finance clerks do with a fine, over HTTP', () => {
  let stage: HttpStage;

  beforeAll(async () => {
    stage = await httpStage();
  }, 60_000);
  afterAll(() => stage.close());

  const ids = (name: string) => ({ fineId: idOf(`acts ${name}`), caseId: idOf(`acts case ${name}`) });

  async function opened(name: string, change: Parameters<typeof handedOver>[0] = {}) {
    const data = handedOver({ ...ids(name), documentNumber: `（示）文综罚字〔2023〕第${name}号`, ...change });
    await stage.handOver(data, at(`${data.servedOn} 15:00`));
    await stage.settled();
    const fine = await read(name, at('2023-10-01 09:00'));
    return { ...ids(name), code: fine['paymentCode'] as string };
  }

  const read = async (name: string, when: Instant) =>
    (await stage.ask(`/fines/${ids(name).fineId}`, 'clerk-1', { at: when })).body;

  const act = async (by: string, path: string, body: object, when: string) => {
    const answer = await stage.ask(path, by, { at: at(when), body });
    await stage.settled();
    return answer;
  };

  async function paid(name: string, code: string, reference: string, amount: number, paidAt: string) {
    const payment = { reference, code, fen: amount, paidAt: at(paidAt) };
    expect((await stage.send('payments', payment, { at: at(paidAt) })).status).toBe(201);
    await stage.settled();
    return read(name, at(paidAt));
  }

  const tell = async (name: string, event: PublishedByDecision, when: string) => {
    await stage.tell(ids(name).caseId, event, at(when));
    await stage.settled();
  };

  it('refund what is held: requested by one, authorised by another, paid out by the treasury’s bank', async () => {
    const { fineId, caseId, code } = await opened('1');
    await paid('1', code, 'F1', 500_000, '2023-10-08 10:12');
    const change = { fineFen: fen(200_000), confiscatedGainsFen: fen(0), changedOn: day('2023-11-06') };
    await tell(
      '1',
      { type: 'FineChanged', data: { fineId, caseId, ...change, by: 'reconsideration' } },
      '2023-11-06 10:00',
    );

    const asked = await act(
      'clerk-1',
      `/fines/${fineId}/refunds`,
      { fen: 300_000, reason: '变更后多缴' },
      '2023-11-07 10:00',
    );
    expect(asked).toMatchObject({ status: 201, body: { fineId, events: [{ type: 'RefundRequested' }] } });
    const [refund] = (await read('1', at('2023-11-07 11:00')))['refunds'] as { refundId: string }[];
    const path = `/fines/${fineId}/refunds/${refund?.refundId}`;
    const approval = { approvalNumber: '示财退〔2023〕1号' };

    const same = await act('clerk-1', `${path}/authorisation`, approval, '2023-11-07 15:00');
    expect(same).toMatchObject({ status: 409, body: { code: 'duties.same-person', source: 'internal control' } });
    expect(await act('clerk-2', `${path}/authorisation`, {}, '2023-11-07 15:00')).toMatchObject({
      status: 409,
      body: { codes: ['refund.approval-missing'] },
    });
    expect(await act('clerk-2', `${path}/authorisation`, approval, '2023-11-07 15:00')).toMatchObject({ status: 201 });
    expect(await read('1', at('2023-11-07 16:00'))).toMatchObject({
      ...{ overpaid: { fen: 300_000 }, refund: { fen: 300_000 }, refundPending: { fen: 300_000 } },
      ...{ conditions: ['reduced', 'overpaid', 'refund-pending'] },
      refunds: [{ state: 'authorised', requestedBy: 'clerk-1', authorisedBy: 'clerk-2' }],
    });

    const payOut = { reference: 'T1', code, refundId: refund?.refundId, fen: 300_000, paidAt: at('2023-11-09 10:00') };
    const other = await stage.send('refund-payouts', { ...payOut, fen: 299_999 }, { at: at('2023-11-09 10:05') });
    expect(other).toMatchObject({ status: 409, body: { code: 'refund.other-amount' } });
    for (let i = 0; i < 2; i += 1)
      expect((await stage.send('refund-payouts', payOut, { at: at('2023-11-09 10:05') })).status).toBe(201);
    const early = { ...payOut, reference: 'T2', paidAt: at('2024-01-01 00:00') };
    expect((await stage.send('refund-payouts', early, { at: at('2023-11-09 10:05') })).status).toBe(422);
    await stage.settled();
    expect(await read('1', at('2023-11-10 09:00'))).toMatchObject({
      ...{ state: 'paid', overpaid: { fen: 0 }, refunded: { fen: 300_000 }, paid: { fen: 200_000 } },
      refunds: [{ state: 'made', made: { bank: 'bank-a', reference: 'T1' } }],
    });

    const back = {
      reference: 'T3',
      code,
      refundId: refund?.refundId,
      fen: 300_000,
      returnedAt: at('2023-11-13 10:00'),
    };
    for (let i = 0; i < 2; i += 1)
      expect((await stage.send('refund-returns', back, { at: at('2023-11-13 10:05') })).status).toBe(201);
    await stage.settled();
    expect(await read('1', at('2023-11-14 09:00'))).toMatchObject({
      ...{ overpaid: { fen: 300_000 }, refunded: { fen: 0 }, refund: { fen: 0 } },
      refunds: [{ state: 'returned', returned: { reference: 'T3' } }],
    });
  });

  it('are refused what the law refuses, and that is on record', async () => {
    const { fineId, code } = await opened('2');
    await paid('2', code, 'F2', 500_000, '2023-10-08 10:12');
    const before = stage.log.events.length;
    const tooMuch = await act('clerk-1', `/fines/${fineId}/refunds`, { fen: 500_100 }, '2023-10-08 16:00');
    expect(tooMuch).toMatchObject({ status: 409, body: { code: 'refund.above-overpaid', source: 'APL-74' } });
    const again = await act('clerk-1', `/fines/${fineId}/refunds`, { fen: 500_100 }, '2023-10-08 16:00');
    expect(again.status).toBe(409);
    const recorded = stage.log.events.slice(before);
    expect(recorded.map(({ type, stream }) => [type, stream.split('-')[0]])).toEqual([
      ['ActRefused', 'collectionRefusal'],
    ]);
    expect(JSON.parse(recorded[0]?.data ?? '{}')).toMatchObject({
      ...{ operation: 'collection.requestRefund', target: `fine-${fineId}` },
      grounds: [{ code: 'refund.above-overpaid', source: 'APL-74', detail: { fen: 500_100, overpaidFen: 0 } }],
    });
    expect((await act('officer-1', `/fines/${fineId}/refunds`, { fen: 1 }, '2023-10-08 16:00')).status).toBe(403);
    expect((await act('clerk-1', `/fines/${idOf('nobody’s')}/refunds`, { fen: 1 }, '2023-10-08 16:00')).status).toBe(
      404,
    );
    expect((await act('clerk-1', `/fines/${fineId}/refunds`, { fen: 0 }, '2023-10-08 16:00')).status).toBe(422);
  });

  it('answer the same to the same key, and act once', async () => {
    const { fineId, code } = await opened('3');
    await paid('3', code, 'F3', 600_000, '2023-10-08 10:12');
    const body = { fen: 1_000 };
    const options = { at: at('2023-10-09 09:00'), body, key: 'one-and-the-same' };
    const first = await stage.ask(`/fines/${fineId}/refunds`, 'clerk-1', options);
    const again = await stage.ask(`/fines/${fineId}/refunds`, 'clerk-1', options);
    expect([again.status, again.body['events']]).toEqual([first.status, first.body['events']]);
    expect(((await read('3', at('2023-10-09 10:00')))['refunds'] as object[]).length).toBe(1);
  });

  it('deposit what was taken on the spot; the statement’s line of that number is the second proof', async () => {
    const served = day('2024-09-13');
    const { fineId, caseId } = await opened('4', { decidedOn: served, servedOn: served, fineFen: fen(10_000) });
    const cash = {
      ...{ fen: fen(10_000), receiptNumber: '晋财0001234', takenAt: at('2024-09-13 11:05') },
      handedInOn: day('2024-09-18'),
    };
    await tell('4', { type: 'SpotMoneyHandedIn', data: { fineId, caseId, ...cash } }, '2024-09-18 09:00');
    await stage.settled();
    // The officer has it: the party owes nothing more, and is not asked for it again.
    const asked = async (path: string) =>
      JSON.stringify((await stage.ask(path, 'clerk-1', { at: at('2024-11-20 09:00') })).body);
    expect(await asked('/planner?limit=100')).not.toContain(fineId);
    expect(await asked('/planner?limit=100')).toContain('"items":[');
    const body = { bank: 'bank-a', bankReference: 'A20240920000009' };
    const done = await act('clerk-1', `/fines/${fineId}/spot-deposits`, body, '2024-09-20 09:00');
    expect(done).toMatchObject({
      status: 201,
      body: { events: [{ type: 'PaymentApplied' }, { type: 'SpotMoneyDeposited' }, { type: 'FinePaid' }] },
    });
    const lines = [{ reference: 'A20240920000009', fen: 10_000 }];
    await stage.send('statements', { date: '2024-09-20', lines }, { at: at('2024-09-20 20:00') });
    await stage.settled();
    expect(await read('4', at('2024-09-21 09:00'))).toMatchObject({
      ...{ state: 'settled', conditions: [] },
      payments: [
        {
          ...{ reference: 'A20240920000009', paidAt: at('2024-09-13 11:05'), confirmedOn: '2024-09-20' },
          ...{ onTheSpot: true, receiptNumber: '晋财0001234' },
        },
      ],
      spotMoney: [{ depositBy: '2024-09-20', clockState: 'met' }],
    });
    const { fineId: other, code } = await opened('5');
    await paid('5', code, 'F5', 500_000, '2023-10-08 10:12');
    const used = { bank: 'bank-a', reference: 'F5', receiptNumber: '晋财0001234' };
    expect(await act('clerk-1', `/fines/${other}/receipts`, used, '2024-09-21 09:00')).toMatchObject({
      status: 409,
      body: { code: 'receipt.number-used', source: 'APL-70' },
    });
    const fresh = { ...used, receiptNumber: '晋财0001235' };
    expect((await act('clerk-1', `/fines/${other}/receipts`, fresh, '2024-09-21 09:00')).status).toBe(201);
    const wrong = { ...fresh, reason: '金额打印有误' };
    const none = await act('clerk-1', `/fines/${other}/receipt-voidings`, { ...wrong, ...used }, '2024-09-21 09:05');
    expect(none).toMatchObject({ status: 409, body: { code: 'receipt.not-issued', source: 'APL-70' } });
    expect(await act('clerk-1', `/fines/${other}/receipt-voidings`, wrong, '2024-09-21 09:05')).toMatchObject({
      status: 201,
      body: { events: [{ type: 'ReceiptVoided' }] },
    });
    expect(
      (await act('clerk-1', `/fines/${other}/receipts`, { ...fresh, receiptNumber: '晋财0001236' }, '2024-09-21 09:10'))
        .status,
    ).toBe(201);
    expect(await read('5', at('2024-09-22 09:00'))).toMatchObject({ payments: [{ receiptNumber: '晋财0001236' }] });
    const theirs = { bank: 'bank-a', reference: 'A20240920000009', receiptNumber: '晋财0001234', reason: '误开' };
    expect((await act('clerk-1', `/fines/${fineId}/receipt-voidings`, theirs, '2024-09-22 09:00')).status).toBe(409);
  });

  it('find a deposit whose line the statement told first', async () => {
    const served = day('2024-09-13');
    const { fineId, caseId } = await opened('6', { decidedOn: served, servedOn: served, fineFen: fen(10_000) });
    const lines = [{ reference: 'A20240920000010', fen: 10_000 }];
    await stage.send('statements', { date: '2024-09-19', lines }, { at: at('2024-09-19 20:00') });
    const cash = {
      ...{ fen: fen(10_000), receiptNumber: '晋财0001240', takenAt: at('2024-09-13 11:05') },
      handedInOn: day('2024-09-18'),
    };
    await tell('6', { type: 'SpotMoneyHandedIn', data: { fineId, caseId, ...cash } }, '2024-09-18 09:00');
    const body = { bank: 'bank-a', bankReference: 'A20240920000010', occurredAt: at('2024-09-19 15:00') };
    expect((await act('clerk-1', `/fines/${fineId}/spot-deposits`, body, '2024-09-20 09:00')).status).toBe(201);
    expect(await read('6', at('2024-09-21 09:00'))).toMatchObject({
      state: 'settled',
      payments: [{ paidAt: at('2024-09-13 11:05'), confirmedOn: '2024-09-19' }],
    });
  });

  it('lessen surcharge on an agreement, by two persons', async () => {
    const { fineId, code } = await opened('7');
    await paid('7', code, 'F7', 500_000, '2023-10-20 10:00');
    const relief = {
      ...{ kind: 'surcharge-reduction', ground: 'execution-agreement', reason: '已补办许可' },
      ...{ document: '示文执协〔2023〕2号', fen: 105_000, remediedOn: '2023-10-19' },
    };
    expect((await act('clerk-1', `/fines/${fineId}/reliefs`, relief, '2023-10-20 12:00')).status).toBe(201);
    const [asked] = (await read('7', at('2023-10-20 13:00')))['reliefs'] as { reliefId: string }[];
    const path = `/fines/${fineId}/reliefs/${asked?.reliefId}`;
    expect((await act('clerk-1', `${path}/authorisation`, {}, '2023-10-20 13:00')).status).toBe(409);
    expect((await act('clerk-2', `${path}/authorisation`, {}, '2023-10-20 13:00')).status).toBe(201);
    expect(await read('7', at('2023-10-21 09:00'))).toMatchObject({
      ...{ state: 'paid', conditions: ['surcharge-reduced'], surcharge: { fen: 105_000 }, outstanding: { fen: 0 } },
      surchargeWaived: { fen: 105_000 },
    });
    const unlisted = { kind: 'write-off', ground: 'tired-of-it', reason: 'x' };
    expect(await act('clerk-1', `/fines/${fineId}/reliefs`, unlisted, '2023-10-21 12:00')).toMatchObject({
      status: 409,
      body: { codes: ['relief.ground-not-listed', 'relief.nothing-outstanding'] },
    });
  });

  it('and banks are told what is due under a code, what it is made of, until when, and on what it rests', async () => {
    const { fineId, code } = await opened('8', { confiscatedGainsFen: fen(70_000) });
    await paid('8', code, 'F8', 100_000, '2023-10-16 10:00');
    const when = at('2023-10-20 10:00');
    const clerk = await stage.ask(`/payment-codes/${code}/quote?at=${when}`, 'clerk-1', { at: at('2023-10-22 09:00') });
    const bank = await stage.send(`payment-codes/${code}/quote`, '', { at: when, method: 'GET' });
    expect(bank).toMatchObject({ status: 200, body: clerk.body });
    // 15,000 fen on each of 10-14 to 10-16, then 12,000 on four days.
    expect(bank.body).toMatchObject({
      ...{ code, fineId, of: 'whole', status: 'open', holdsUntil: at('2023-10-21 00:00') },
      ...{ amountDue: { fen: 400_000 + 70_000 + 93_000 }, fine: { fen: 400_000 }, confiscatedGains: { fen: 70_000 } },
      surcharge: { fen: 93_000 },
    });
    expect(bank.body['surchargeDays']).toHaveLength(7);

    // Whoever has the events and the rules comes to the same.
    const proof = bank.body['proof'] as { revision: number; stateDigest: string; line: string; digest: string };
    const history = await stage.deps.handler.history(fines, fineId);
    const state = history.slice(0, proof.revision + 1).reduce(fines.evolve, fines.initial);
    expect(sha256Hex(canonicalJson(digestedFine(state, state.recordedAt!, rules)))).toBe(proof.stateDigest);
    expect(quoteLine(quoteOf(state, code, when, rules)!, bank.body['proof'] as never)).toBe(proof.line);
    expect(sha256Hex(proof.line)).toBe(proof.digest);
    expect(proof.line).toMatch(/due=563000 fine=400000 gains=70000 surcharge=93000 /);
    const fine = await read('8', at('2023-10-20 10:00'));
    expect(fine['stateDigest']).toBe(proof.stateDigest);

    expect((await stage.ask('/payment-codes/123/quote', 'clerk-1')).body['code']).toBe('payment-code.not-found');
    expect((await stage.ask(`/payment-codes/${code}/quote`, 'officer-1')).status).toBe(403);
  });

  it('quote instalments, of which paying all at once leaves nothing, and the reverse', async () => {
    const { fineId, caseId, code } = await opened('9', { confiscatedGainsFen: fen(20_000) });
    const parts = ['2023-11-10', '2023-12-11', '2024-01-10'].map((due, i) => ({
      due: day(due),
      fen: fen(i === 2 ? 100_000 : 200_000),
    }));
    const term = { kind: 'instalments' as const, instalments: parts, missedMakesAllDue: false };
    await tell(
      '9',
      { type: 'TermChanged', data: { fineId, caseId, approvedOn: day('2023-10-09'), term } },
      '2023-10-09 10:00',
    );
    const plan = (await read('9', at('2023-10-09 11:00')))['instalments'] as { paymentCode: string }[];
    const quotes = async (when: Instant) =>
      Promise.all(
        [code, ...plan.map((part) => part.paymentCode)].map(async (one) => {
          const { body } = await stage.ask(`/payment-codes/${one}/quote?at=${when}`, 'clerk-1');
          return [body['status'], (body['amountDue'] as { fen: number }).fen];
        }),
      );
    expect(await quotes(at('2023-10-10 09:00'))).toEqual([
      ...[
        ['open', 520_000],
        ['open', 200_000],
      ],
      // The last one that is open asks for everything else besides.
      ...[
        ['open', 200_000],
        ['open', 120_000],
      ],
    ]);
    await paid('9', plan[0]?.paymentCode ?? '', 'F9', 200_000, '2023-11-01 10:00');
    expect(await quotes(at('2023-11-02 09:00'))).toEqual([
      ...[
        ['open', 320_000],
        ['settled', 0],
      ],
      ...[
        ['open', 200_000],
        ['open', 120_000],
      ],
    ]);
    await paid('9', code, 'F9b', 320_000, '2023-11-20 10:00');
    expect(await quotes(at('2023-11-21 09:00'))).toEqual([
      ...[
        ['settled', 0],
        ['settled', 0],
      ],
      ...[
        ['settled', 0],
        ['settled', 0],
      ],
    ]);
    expect(await read('9', at('2023-11-21 09:00'))).toMatchObject({ state: 'paid', surcharge: { fen: 0 } });
  });

  it('read the ledger of a fine, whose balance is what is outstanding', async () => {
    const { fineId, code } = await opened('10');
    await paid('10', code, 'F10', 100_000, '2023-10-15 10:00');
    const { body } = await stage.ask(`/fines/${fineId}/ledger?on=2023-10-17`, 'clerk-1', {
      at: at('2023-10-17 12:00'),
    });
    expect(body).toMatchObject({
      lines: [
        { on: '2023-09-28', kind: 'fine', debit: { fen: 500_000 }, balance: { fen: 500_000 } },
        { on: '2023-10-15', kind: 'surcharge', from: '2023-10-14', debit: { fen: 30_000 }, balance: { fen: 530_000 } },
        { on: '2023-10-15', kind: 'payment', credit: { fen: 100_000 }, reference: 'F10', balance: { fen: 430_000 } },
        { on: '2023-10-17', kind: 'surcharge', from: '2023-10-16', debit: { fen: 24_000 }, balance: { fen: 454_000 } },
      ],
      balance: { fen: 454_000 },
    });
  });

  it('see which fines must be demanded and taken to court, and by when', async () => {
    const { fineId, caseId } = await opened('11');
    const planned = async (on: string, query = '') => {
      const { body } = await stage.ask(`/planner?on=${on}${query}&limit=100`, 'clerk-1');
      return (body['items'] as { fineId: string }[]).find((item) => item.fineId === fineId);
    };
    expect(await planned('2023-10-13')).toMatchObject({ standing: 'not-due' });
    // Suit until 2024-03-28; three months more; ten working days before that the demand.
    expect(await planned('2023-10-14')).toMatchObject({
      ...{ standing: 'demand', courtTermFrom: '2024-03-28', courtApplyBy: '2024-06-28', demandBy: '2024-06-13' },
      principalUnpaid: { fen: 500_000 },
    });
    expect(await planned('2024-03-29')).toMatchObject({ standing: 'demand', daysLeft: 91 });
    const demanded = { fineId, caseId, demand: 1, servedOn: day('2023-11-20') };
    await tell('11', { type: 'FineDemanded', data: demanded }, '2023-11-20 10:00');
    expect(await planned('2023-11-21')).toMatchObject({
      ...{ standing: 'demanded', demandBy: null, demandedOn: '2023-11-20', demandTermEnds: '2023-12-04' },
    });
    expect(await planned('2024-03-29')).toMatchObject({ standing: 'apply', daysLeft: 91 });
    expect(await planned('2024-03-29', '&within=90')).toBeUndefined();
    expect(await planned('2024-06-20', '&within=10')).toMatchObject({ daysLeft: 8 });
    expect(await planned('2024-06-29')).toMatchObject({ standing: 'lost' });
    expect(await planned('2024-06-29', '&standing=apply')).toBeUndefined();
    const sought = { fineId, caseId, appliedOn: day('2024-04-01') };
    await tell('11', { type: 'FineTakenToCourt', data: sought }, '2024-04-01 10:00');
    expect(await planned('2024-06-29')).toMatchObject({ standing: 'at-court', atCourtSince: '2024-04-01' });
    expect(await read('11', at('2024-04-02 09:00'))).toMatchObject({
      ...{ demandedOn: '2023-11-20', atCourtSince: '2024-04-01' },
    });
    const turnedAway = { fineId, caseId, on: day('2024-04-03') };
    await tell('11', { type: 'FineTurnedAwayByCourt', data: turnedAway }, '2024-04-03 10:00');
    expect(await planned('2024-06-20', '&within=10')).toMatchObject({ standing: 'apply', atCourtSince: null });
  });

  it('list fines by what holds of them, and by the code of an instalment', async () => {
    const { fineId, caseId } = await opened('12');
    const term = { kind: 'deferral' as const, until: day('2024-03-05') };
    await tell(
      '12',
      { type: 'TermChanged', data: { fineId, caseId, approvedOn: day('2023-10-09'), term } },
      '2023-10-09 10:00',
    );
    const pending = { remedy: 1, kind: 'reconsideration' as const, soughtOn: day('2023-10-10') };
    await tell('12', { type: 'RemedyPending', data: { fineId, caseId, ...pending } }, '2023-10-10 10:00');
    const listed = async (query: string) => {
      const { body } = await stage.ask(`/fines?${query}&limit=100`, 'clerk-1');
      return (body['items'] as { documentNumber: string; conditions: string[] }[]).map(
        ({ documentNumber, conditions }) => `${/第(.*)号/.exec(documentNumber)?.[1]} ${conditions.join(' ')}`,
      );
    };
    expect(await listed('condition=deferred')).toEqual(['12 deferred paused']);
    expect(await listed('condition=paused')).toEqual(['12 deferred paused']);
    expect(await listed('condition=reduced')).toEqual(['1 reduced overpaid']);
    expect(await listed('condition=refund-pending')).toEqual(['3 overpaid refund-pending']);
    const [part] = (await read('9', at('2023-11-21 09:00')))['instalments'] as { paymentCode: string }[];
    expect(await listed(`code=${part?.paymentCode}`)).toEqual(['9 instalments']);
    const { body } = await stage.ask('/planner?on=2023-10-20&standing=remedy-pending', 'clerk-1');
    expect(body['items']).toEqual([]); // deferred: nothing is due before its end
    const later = await stage.ask('/planner?on=2024-03-06&standing=remedy-pending', 'clerk-1');
    expect(later.body['items']).toMatchObject([{ fineId, courtApplyBy: null }]);
  });

  it('act upon the version that they saw, which no bank changes, and no other clerk may have changed', async () => {
    const { fineId, code } = await opened('13');
    const path = `/fines/${fineId}/refunds`;
    const seen = await stage.ask(`/fines/${fineId}`, 'clerk-1');
    expect(seen.headers.get('etag')).toBe('"0"');
    await paid('13', code, 'F13', 700_000, '2023-10-08 10:00');
    const body = { fen: 1_000 };
    const without = await stage.ask(path, 'clerk-1', { body, ifMatch: null });
    expect([without.status, without.body['code']]).toEqual([428, 'precondition.required']);
    const done = await stage.ask(path, 'clerk-1', { body, ifMatch: '"0"', key: 'once' });
    expect([done.status, done.headers.get('etag')]).toEqual([
      201,
      (await stage.ask(`/fines/${fineId}`, 'clerk-1')).headers.get('etag'),
    ]);
    const stale = await stage.ask(path, 'clerk-2', { body, ifMatch: '"0"' });
    expect([stale.status, stale.headers.get('etag')]).toEqual([412, done.headers.get('etag')]);
    const again = await stage.ask(path, 'clerk-1', { body, ifMatch: '"0"', key: 'once' });
    expect([again.status, again.body]).toEqual([201, done.body]);
  });

  it('have set no stream aside', async () => {
    expect(await stage.parked()).toEqual([]);
  });
});
