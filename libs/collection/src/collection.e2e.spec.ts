import { fen, parseCivilDate } from '@fajiao/kernel';
import { collectionPart } from './collection.module';
import { type HttpStage, httpStage, idOf, SECRETS } from './spec-support/http-stage.fixture.spec';
import { at, handedOver } from './spec-support/samples.fixture.spec';

describe('the collecting side over HTTP', () => {
  let stage: HttpStage;
  beforeAll(async () => {
    stage = await httpStage();
  });
  afterAll(() => stage.close());

  let number = 0;
  /** A fine of its own for a test: its ids and its payment code. */
  async function aFine(change: Parameters<typeof handedOver>[0] = {}) {
    number += 1;
    const fineId = idOf(`fine ${number}`);
    const caseId = idOf(`case ${number}`);
    const documentNumber = `（示）文综罚字〔2023〕第${number}号`;
    await stage.handOver(handedOver({ fineId, caseId, documentNumber, ...change }), at('2023-09-28 15:00'));
    await stage.settled();
    const { body } = await stage.ask(`/fines?caseId=${caseId}`, 'clerk-1');
    const [item] = body['items'] as { fineId: string; paymentCode: string }[];
    return { fineId, caseId, documentNumber, code: item?.paymentCode ?? '' };
  }
  const read = async (fineId: string, when = at('2023-10-10 09:00')) =>
    (await stage.ask(`/fines/${fineId}`, 'clerk-1', { at: when })).body;

  describe('a fine', () => {
    it('is opened by the decision, and read with its term', async () => {
      const { fineId, caseId, code } = await aFine();
      expect(code).toMatch(/^14092223\d{12}$/);
      expect(await read(fineId)).toMatchObject({
        ...{ fineId, caseId, paymentCode: code, state: 'open', paymentDue: '2023-10-13' },
        party: { kind: 'individual-business', name: '示例网络服务中心' },
        outstanding: { currency: 'CNY', fen: 500_000 },
        paid: { fen: 0 },
        payments: [],
      });
    });

    it('is paid by a callback, settled by the statement, closable with the treasury’s credit', async () => {
      const { fineId, code } = await aFine();
      const reference = 'A20231008000117';
      const noon = { at: at('2023-10-08 10:12') };
      const paid = await stage.send(
        'payments',
        { reference, code, fen: 500_000, paidAt: '2023-10-08T10:12+08:00' },
        noon,
      );
      expect([paid.status, paid.body]).toEqual([
        201,
        {
          ...{ reference, code, amount: { currency: 'CNY', fen: 500_000 } },
          ...{ paidAt: '2023-10-08T02:12:00.000Z', receivedAt: '2023-10-08T02:12:00.000Z' },
        },
      ]);
      expect(paid.headers.get('fajiao-position')).toMatch(/:\d{20}$/);
      await stage.settled();
      expect(await read(fineId)).toMatchObject({ state: 'paid', paid: { fen: 500_000 }, outstanding: { fen: 0 } });

      const lines = [{ reference, fen: 500_000 }];
      const statement = await stage.send('statements', { date: '2023-10-08', lines }, { at: at('2023-10-08 20:00') });
      expect([statement.status, statement.body]).toMatchObject([
        201,
        { bank: 'bank-a', lines: 1, sum: { fen: 500_000 } },
      ]);
      await stage.settled();
      expect(await read(fineId)).toMatchObject({ state: 'settled', payments: [{ confirmedOn: '2023-10-08' }] });

      const credit = { reference, fen: 500_000, creditedAt: '2023-10-09T16:00+08:00' };
      expect((await stage.send('treasury-credits', credit, { at: at('2023-10-09 16:00') })).status).toBe(201);
      await stage.settled();
      expect(await read(fineId)).toMatchObject({
        state: 'closable',
        payments: [{ creditedAt: '2023-10-09T08:00:00.000Z' }],
      });
      expect(stage.log.stream(`fine-${fineId}`).map(({ type }) => type)).toEqual([
        ...['FineImposed', 'PaymentCodeIssued', 'PaymentApplied', 'FinePaid'],
        ...['PaymentConfirmed', 'FineSettled', 'TreasuryCredited', 'FineClosable'],
      ]);
    });

    it('tells what is due on any day, and the surcharge by days', async () => {
      const { fineId } = await aFine({
        ...{ fineFen: fen(8_000_000), confiscatedGainsFen: fen(6_200_000) },
        ...{ servedOn: parseCivilDate('2023-03-01'), decidedOn: parseCivilDate('2023-02-20') },
      });
      const due = async (on: string) =>
        (await stage.ask(`/fines/${fineId}/amount-due?on=${on}`, 'auditor-1')).body['amountDue'] as { fen: number };
      expect((await due('2023-03-16')).fen).toBe(14_200_000);
      expect((await due('2023-03-28')).fen).toBe(17_080_000);
      const { body } = await stage.ask(`/fines/${fineId}/surcharge?on=2023-04-19`, 'clerk-1');
      expect(body).toMatchObject({ surcharge: { fen: 8_000_000 }, perMillePerDay: 30, capPercent: 100, stated: true });
      expect((body['days'] as unknown[]).length).toBe(34);
      expect((body['days'] as unknown[])[0]).toEqual({
        ...{ day: '2023-03-17', base: { currency: 'CNY', fen: 8_000_000 }, arisen: { currency: 'CNY', fen: 240_000 } },
      });
    });

    it('guesses no amount that rests on a year which is not loaded', async () => {
      const { fineId } = await aFine({
        servedOn: parseCivilDate('2099-01-05'),
        decidedOn: parseCivilDate('2099-01-04'),
      });
      const { status, body } = await stage.ask(`/fines/${fineId}/amount-due?on=2099-06-01`, 'clerk-1');
      expect([status, body['code']]).toEqual([409, 'calendar.year-unknown']);
      expect((await stage.ask(`/fines/${fineId}/amount-due?on=2099-01-10`, 'clerk-1')).status).toBe(200);
    });
  });

  describe('the list', () => {
    it('finds by case, number, code, state and party, page by page', async () => {
      const party = { kind: 'citizen' as const, name: '李列表', citizenId: '140922198503120018' };
      const [one, two] = [await aFine({ party }), await aFine({ party, servedOn: parseCivilDate('2023-09-27') })];
      const idsOf = async (query: string) =>
        ((await stage.ask(`/fines?${query}`, 'clerk-1')).body['items'] as { fineId: string }[]).map(
          ({ fineId }) => fineId,
        );
      expect(await idsOf(`code=${one.code}`)).toEqual([one.fineId]);
      expect(await idsOf(`documentNumber=${encodeURIComponent(two.documentNumber)}`)).toEqual([two.fineId]);
      const party_ = `party=${encodeURIComponent('李列')}`;
      expect(await idsOf(party_)).toEqual([one.fineId, two.fineId]);
      expect(await idsOf(`${party_}&state=closable`)).toEqual([]);
      expect(await idsOf(`party=${encodeURIComponent('%')}`)).toEqual([]);

      const first = await stage.ask(`/fines?${party_}&limit=1`, 'clerk-1');
      expect(first.headers.get('fajiao-position')).toMatch(/:\d{20}$/);
      expect(await idsOf(`${party_}&limit=1&cursor=${first.body['next'] as string}`)).toEqual([two.fineId]);
    });

    it.each(['caseId=x', 'state=lost', 'limit=0', 'limit=1e9', 'party=', 'nothing=1', 'cursor=x'])(
      'takes no %s',
      async (query) => {
        expect((await stage.ask(`/fines?${query}`, 'clerk-1')).status).toBeGreaterThanOrEqual(400);
      },
    );

    it.each([
      ['/fines', ['2024-99-99', '0b0e4b1c-64a1-4d3b-8c0f-111111111111']],
      ['/worklist', ['9999-99-99T00:00:00Z', 'line:1']],
      ['/worklist', ['2024-04-12T00:00:00Z', 'line:\0']],
    ])('of %s takes no cursor made by hand: %j', async (path, values) => {
      const cursor = Buffer.from(JSON.stringify(values)).toString('base64url');
      const { status, body } = await stage.ask(`${path}?cursor=${cursor}`, 'clerk-1');
      expect([status, body['code']]).toEqual([400, 'cursor.invalid']);
    });

    it.each([
      ['/payment-codes/%00/quote', 'payment-code.not-found'],
      ['/payment-codes/%F0%90%80/quote', 'request.malformed'],
    ])('%s is answered, whatever the path holds', async (path, expected) => {
      const answers = await Promise.all([path, '/fines', path].map((one) => stage.ask(one, 'clerk-1')));
      expect(answers.map(({ body }) => body['code'])).toEqual([expected, undefined, expected]);
    });

    it('is not for the deciding side', async () => {
      const { status, body } = await stage.ask('/fines', 'officer-1');
      expect([status, body['code'], body['source']]).toEqual([403, 'role.not-allowed', 'APL-67']);
    });
  });

  describe('a callback', () => {
    it('that comes again is answered the same, and a bank may read what it told', async () => {
      const { code } = await aFine();
      const payment = { reference: '回执/2023 #7', code, fen: 500_000, paidAt: '2023-10-08T10:12:00+08:00' };
      const first = await stage.send('payments', payment, { at: at('2023-10-08 10:13') });
      const again = await stage.send(
        'payments',
        { ...payment, paidAt: '2023-10-08T02:12:00Z' },
        { at: at('2023-10-08 11:00') },
      );
      expect([again.status, again.body]).toEqual([first.status, first.body]);

      const path = `payments/${encodeURIComponent(payment.reference)}`;
      const known = await stage.send(path, '', { method: 'GET' });
      expect([known.status, known.body]).toMatchObject([
        200,
        { payment: { code, via: 'callback' }, listed: null, conflicts: 0 },
      ]);
      expect((await stage.send(path, '', { method: 'GET', bank: 'bank-b' })).status).toBe(404);
    });

    it('with other content under a known reference is recorded as a conflict, once', async () => {
      const { fineId, code } = await aFine();
      const payment = { reference: 'K1', code, fen: 500_000, paidAt: '2023-10-08T10:12:00+08:00' };
      await stage.send('payments', payment);
      for (let i = 0; i < 2; i += 1) {
        const other = await stage.send('payments', { ...payment, fen: 400_000 });
        expect([other.status, other.body['code']]).toEqual([422, 'payment.conflict']);
      }
      await stage.settled();
      expect((await stage.send('payments/K1', '', { method: 'GET' })).body).toMatchObject({ conflicts: 1 });
      expect(await read(fineId)).toMatchObject({ paid: { fen: 500_000 }, overpaid: { fen: 0 } });
    });

    it.each([
      ['unknown', (code: string) => `${code.slice(0, 8)}${'0'.repeat(12)}`],
      ['with a wrong check digit', (code: string) => code.slice(0, 19) + String((Number(code[19]) + 1) % 10)],
      ['of another form', () => 'ABC-1'],
    ])('with a code that is %s is money all the same, held in suspense', async (what, wrong) => {
      const { code } = await aFine();
      const reference = `S ${what}`;
      const sent = await stage.send('payments', {
        reference,
        code: wrong(code),
        fen: 7,
        paidAt: '2023-10-08T10:12:00+08:00',
      });
      expect(sent.status).toBe(201);
      await stage.settled();
      const { body } = await stage.send(`payments/${encodeURIComponent(reference)}`, '', { method: 'GET' });
      expect(body).toMatchObject({ payment: { amount: { fen: 7 } }, suspended: 'unknown-code' });
    });

    it('takes a payment back, and the fine is open again', async () => {
      const { fineId, code } = await aFine();
      await stage.send('payments', { reference: 'V1', code, fen: 500_000, paidAt: '2023-10-08T10:08:00+08:00' });
      const reversal = { reference: 'V2', reverses: 'V1', fen: 500_000, reversedAt: '2023-10-08T10:30:00+08:00' };
      expect((await stage.send('reversals', reversal)).status).toBe(201);
      await stage.settled();
      expect(await read(fineId)).toMatchObject({
        state: 'open',
        outstanding: { fen: 500_000 },
        payments: [{ reversed: { by: 'V2' } }],
      });
      expect((await stage.send('reversals', { ...reversal, reference: 'V3' })).body['code']).toBe('payment.conflict');
    });

    it('is signed with either secret while a bank changes it', async () => {
      const { code } = await aFine();
      const payment = { reference: 'W1', code, fen: 1, paidAt: '2023-10-08T10:12:00+08:00' };
      expect((await stage.send('payments', payment, { secret: SECRETS['bank-a'][1] })).status).toBe(201);
    });

    it('by a person is refused, and the refusal is on record', async () => {
      const { code } = await aFine();
      const body = { reference: 'X1', code, fen: 500_000, paidAt: '2023-10-08T10:12:00+08:00' };
      const tried = await stage.ask('/bank-callbacks/bank-a/payments', 'officer-1', { body });
      expect([tried.status, tried.body['code'], tried.body['source']]).toEqual([403, 'role.not-allowed', 'APL-67']);
      const again = await stage.ask('/bank-callbacks/bank-a/payments', 'officer-1', { body });
      expect(again.status).toBe(403);
      const refusals = stage.log.events.filter(({ stream }) => stream.startsWith('collectionRefusal-'));
      expect(refusals.map(({ type }) => type)).toEqual(['ActRefused']);
      expect(stage.log.stream('payment-bank-a-X1')).toEqual([]);
    });
  });

  describe('a statement', () => {
    it('puts each line into its bucket, and lists the callbacks that the bank does not know of', async () => {
      const { code } = await aFine();
      const payment = (reference: string, amount: number) => ({
        reference,
        code,
        fen: amount,
        paidAt: '2023-10-11T10:00:00+08:00',
      });
      await stage.send('payments', payment('T1', 500_000), { bank: 'bank-b' });
      await stage.send('payments', payment('T2', 100), { bank: 'bank-b' });
      await stage.send('payments', { ...payment('T0', 100), paidAt: '2023-10-10T10:00:00+08:00' }, { bank: 'bank-b' });
      await stage.settled();
      const lines = [
        { reference: 'T1', fen: 500_000 },
        'T9;5',
        { reference: 'T3', fen: 100, code },
        { reference: 'T1', fen: 500_000 },
      ];
      const evening = { bank: 'bank-b' as const, at: at('2023-10-11 20:00') };
      expect((await stage.send('statements', { date: '2023-10-11', lines }, evening)).status).toBe(201);
      await stage.settled();
      const { status, body } = await stage.ask('/statements/bank-b/2023-10-11', 'clerk-1');
      expect(status).toBe(200);
      expect(body).toMatchObject({
        ...{ bank: 'bank-b', lines: 4, sum: { fen: 1_000_100 }, conflicts: 0, missingCount: 1 },
        buckets: [
          { bucket: 'malformed', lines: 1, sum: { fen: 0 } },
          { bucket: 'duplicate-line', lines: 1, sum: { fen: 500_000 } },
          { bucket: 'callback-missing', lines: 1, sum: { fen: 100 } },
          { bucket: 'matched-with-overpayment', lines: 1, sum: { fen: 500_000 } },
        ],
        missing: [{ reference: 'T2', kind: 'payment', amount: { fen: 100 }, bucket: 'unknown-to-bank' }],
      });

      // A later statement knows of it after all.
      const later = { bank: 'bank-b' as const, at: at('2023-10-12 20:00') };
      await stage.send('statements', { date: '2023-10-12', lines: [{ reference: 'T2', fen: 100 }] }, later);
      await stage.settled();
      expect((await stage.ask('/statements/bank-b/2023-10-11', 'clerk-1')).body).toMatchObject({ missingCount: 0 });
    });

    it('comes once: the same again is answered the same, another of the day is a conflict', async () => {
      const message = { date: '2023-10-20', lines: [] };
      const when = { at: at('2023-10-20 20:00') };
      const first = await stage.send('statements', message, when);
      const again = await stage.send('statements', message, { at: at('2023-10-21 08:00') });
      expect([again.status, again.body]).toEqual([first.status, first.body]);
      const other = await stage.send('statements', { ...message, lines: [{ reference: 'U1', fen: 1 }] }, when);
      expect([other.status, other.body['code']]).toEqual([422, 'statement.conflict']);
    });

    it('of a day that has not come is refused', async () => {
      const { status, body } = await stage.send(
        'statements',
        { date: '2023-10-23', lines: [] },
        { at: at('2023-10-22 23:59') },
      );
      expect([status, body['code']]).toEqual([422, 'statement.in-future']);
      expect(stage.log.stream('statement-bank-a-2023-10-23')).toEqual([]);
    });
  });

  it('has set no stream aside', async () => {
    await stage.settled();
    expect(await stage.parked()).toEqual([]);
  });

  it('writes no personal data into its log', () => {
    expect(stage.lines.join('\n')).not.toMatch(/示例网络服务中心|李列表|140922198503120018|示例经营者甲/);
  });

  it('keeps no personal data open in its events', () => {
    const text = stage.log.events.map(({ data }) => data).join('\n');
    expect(text).not.toMatch(/示例网络服务中心|李列表|140922198503120018|示例经营者甲/);
  });

  it('documents every operation, with an example of each body that a bank sends', () => {
    const operations = Object.values(stage.document().paths).flatMap((item) =>
      [item.get, item.post].flatMap((operation) => operation ?? []),
    );
    expect(operations.map(({ operationId }) => `collection.${operationId}`).sort()).toEqual(
      Object.keys(collectionPart.operations).sort(),
    );
    const bodies = operations.flatMap(({ requestBody }) =>
      requestBody && 'content' in requestBody ? (requestBody.content['application/json'] ?? []) : [],
    );
    const examples = bodies.map(({ example }) => example as object | undefined);
    expect(examples).not.toContain(undefined);
    expect(examples).toEqual(
      expect.arrayContaining([
        {
          reference: 'A20231008000117',
          code: expect.stringMatching(/^\d{20}$/) as string,
          fen: 500_000,
          paidAt: expect.any(String) as string,
        },
        expect.objectContaining({ reverses: 'A20231008000117', fen: 500_000 }),
        expect.objectContaining({ reference: 'A20231008000117', fen: 500_000 }),
        { date: expect.any(String) as string, lines: [{ reference: 'A20231008000117', fen: 500_000 }] },
      ]),
    );
  });
});
