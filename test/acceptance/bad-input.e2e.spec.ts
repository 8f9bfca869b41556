import { createHmac, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { checkDigit11_10 } from '@fajiao/kernel';
import { Client as Database } from 'pg';
import { Client, type RunningSystem } from '../support/case-history/client';
import { type JsonObject, readHistoryFile } from '../support/case-history/format';
import { fineOf } from '../support/case-history/fine-of-case';
import { runHistory } from '../support/case-history/run';
import { startStandaloneSystem } from '../support/case-history/standalone-system';
import { freshDatabase, type TestDatabase } from '../support/postgres';

const CASES = join(__dirname, 'cases');
const SERVED = '2023-09-28T15:00+08:00';
const AT = '2023-10-08T10:12+08:00';
const TEN_MINUTES = 600;

interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly headers: Headers;
  readonly body: JsonObject;
}

/** How a callback differs from an honest one. */
interface Forgery {
  readonly secretOf?: string;
  readonly signedSecondsAgo?: number;
  /** The bytes that arrive; those that are signed unless told. */
  readonly sent?: (body: string) => string;
  readonly headers?: Record<string, string>;
}

describe('bad input at the door of the running system, with case 01 served', () => {
  let database: TestDatabase;
  let system: RunningSystem;
  let client: Client;
  let owner: Database;
  let caseId: string;
  let etag: string;
  let paymentCode: string;

  beforeAll(async () => {
    database = await freshDatabase();
    const staffFile = join(CASES, 'staff.json');
    system = await startStandaloneSystem({ staffFile, banks: ['bank-a', 'bank-b'], databaseUrl: database.adminUrl });
    owner = new Database({ connectionString: database.adminUrl });
    await owner.connect();
    const [history] = readHistoryFile(join(CASES, '01-internet-cafe-paid-in-time.json')).histories;
    const steps = history!.steps.filter(({ at }) => Date.parse(at) <= Date.parse(SERVED));
    const played = await runHistory('01', { ...history!, steps, expect: {} }, system);
    expect(played.steps.filter(({ ok }) => !ok)).toEqual([]);
    caseId = played.caseIds['1']!;
    client = new Client(system);
    paymentCode = (await fineOf(client, caseId, AT))['paymentCode'] as string;
    const shown = await client.send({ side: 'decision', method: 'GET', path: casePath(), by: 'head-1', at: AT });
    etag = shown.etag!;
  }, 120_000);
  afterAll(async () => {
    await owner.end();
    await system.stop();
    await database.drop();
  });

  const casePath = (noun = '') => `/decision/v1/cases/${caseId}${noun}`;
  const payment = (change: JsonObject = {}): JsonObject => ({
    reference: 'A20231008000117',
    code: paymentCode,
    fen: 500_000,
    paidAt: AT,
    ...change,
  });

  async function post(path: string, body: string, headers: Record<string, string>): Promise<Answer> {
    const response = await fetch(system.urls.decision + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'fajiao-demo-time': AT, ...headers },
      body,
    });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      headers: response.headers,
      body: JSON.parse(await response.text()) as JsonObject,
    };
  }

  /** What a person sends, with all that a write needs; a header that is set to nothing is left out. */
  async function act(by: string, path: string, body: string, change: Record<string, string> = {}): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${await system.token(by)}`,
      'idempotency-key': randomUUID(),
      'if-match': etag,
      ...change,
    };
    return post(path, body, Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== '')));
  }

  function callback(body: JsonObject, { secretOf = 'bank-a', signedSecondsAgo = 0, sent, headers }: Forgery = {}) {
    const text = JSON.stringify(body);
    const timestamp = String(Math.floor(Date.now() / 1000) - signedSecondsAgo);
    const key = Buffer.from(system.bankSecret(secretOf)!.replace('whsec_', ''), 'base64');
    const signature = createHmac('sha256', key).update(`msg_1.${timestamp}.${text}`).digest('base64');
    return post('/collection/v1/bank-callbacks/bank-a/payments', sent?.(text) ?? text, {
      'webhook-id': 'msg_1',
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
      ...headers,
    });
  }

  /** The types of the events that are written meanwhile, by whomever. */
  async function written(work: () => Promise<void>): Promise<string[]> {
    const count = async () =>
      (await owner.query<{ n: string }>('SELECT max(number) AS n FROM events.event')).rows[0]!.n;
    await client.settled();
    const before = await count();
    await work();
    await client.settled();
    const { rows } = await owner.query<{ type: string }>(
      'SELECT type FROM events.event WHERE number > $1 ORDER BY number',
      [before],
    );
    return rows.map(({ type }) => type);
  }

  async function expectRefused(send: () => Promise<Answer>, status: number, expected: object): Promise<void> {
    const events = await written(async () => {
      const answer = await send();
      expect(answer.type).toContain('application/problem+json');
      expect(answer.body).toMatchObject({ status, ...expected });
      expect(answer.status).toBe(status);
    });
    expect(events).toEqual([]);
  }

  describe('a callback', () => {
    it.each<[string, Forgery, number, string]>([
      ['without a signature', { headers: { 'webhook-signature': '' } }, 401, 'callback.signature-missing'],
      ['signed by another bank', { secretOf: 'bank-b' }, 401, 'callback.signature-invalid'],
      ['signed ten minutes ago', { signedSecondsAgo: TEN_MINUTES }, 401, 'callback.timestamp-outside'],
      ['signed in ten minutes', { signedSecondsAgo: -TEN_MINUTES }, 401, 'callback.timestamp-outside'],
      [
        'of which one byte was altered',
        { sent: (body) => body.replace('500000', '500001') },
        401,
        'callback.signature-invalid',
      ],
      ['with a blank more than was signed', { sent: (body) => `${body} ` }, 401, 'callback.signature-invalid'],
      ['of another media type', { headers: { 'content-type': 'text/plain' } }, 415, 'body.media-type'],
    ])('%s is refused, and nothing is written', async (_, forgery, status, code) => {
      await expectRefused(() => callback(payment(), forgery), status, { code });
    });

    it('of more than 64 KiB is refused though its signature fits', async () => {
      const large = payment({ note: 'x'.repeat(64 * 1024) });
      await expectRefused(() => callback(large), 413, { code: 'body.too-large' });
    });

    it('of exactly 64 KiB is read', async () => {
      const padding = 64 * 1024 - Buffer.byteLength(JSON.stringify(payment({ note: '' })));
      await expectRefused(() => callback(payment({ note: 'x'.repeat(padding) })), 422, {
        errors: [{ pointer: '#/note', code: 'field.unknown' }],
      });
    });

    it('whose content is not what it should be is refused with a pointer to each fault', async () => {
      await expectRefused(() => callback({ reference: '', code: paymentCode, fen: -1, paidAt: 'yesterday' }), 422, {
        code: 'input.invalid',
        errors: expect.arrayContaining([
          expect.objectContaining({ pointer: '#/reference' }),
          expect.objectContaining({ pointer: '#/fen' }),
          expect.objectContaining({ pointer: '#/paidAt', code: 'field.instant' }),
        ]) as unknown,
      });
    });

    const otherDigit = (digit: string) => String((Number(digit) + 1) % 10);
    const neverIssued = (code: string) => {
      const digits = code.slice(0, -2) + otherDigit(code.at(-2)!);
      return digits + checkDigit11_10(digits);
    };
    it.each<[string, string, (code: string) => string, string]>([
      ['an unknown payment code', 'S1', neverIssued, 'not-issued'],
      ['a wrong check digit', 'S2', (code) => code.slice(0, -1) + otherDigit(code.at(-1)!), 'check-digit'],
      ['a code of another kind', 'S3', () => '12345', 'form'],
    ])('with %s is money all the same: accepted, and held in suspense', async (_, reference, code, codeFault) => {
      const events = await written(async () => {
        expect((await callback(payment({ reference, code: code(paymentCode) }))).status).toBe(201);
      });
      expect(events).toEqual(['PaymentReported', 'PaymentSuspended', 'MoneyHeld']);
      const { rows } = await owner.query<{ data: JsonObject }>(
        `SELECT data FROM events.readable WHERE type = 'MoneyHeld' AND data ->> 'reference' = $1`,
        [reference],
      );
      expect(rows[0]!.data).toMatchObject({ fen: 500_000, reason: 'unknown-code', codeFault });
      expect(await fineOf(client, caseId, AT)).toMatchObject({ state: 'open', received: { fen: 0 } });
    });
  });

  describe('an act', () => {
    const correction = JSON.stringify({ field: 'facts', was: '甲', is: '乙' });
    const correct = (change: Record<string, string>) =>
      act('officer-1', casePath('/clerical-corrections'), correction, change);

    it.each<[string, Record<string, string>, number, string]>([
      ['without If-Match', { 'if-match': '' }, 428, 'precondition.required'],
      ['that rests on an older version', { 'if-match': '"0"' }, 412, 'precondition.stale'],
      ['that rests on a version to come', { 'if-match': '"999"' }, 412, 'precondition.stale'],
      ['that rests on a weak tag', { 'if-match': 'W/"0"' }, 412, 'precondition.stale'],
      ['without Idempotency-Key', { 'idempotency-key': '' }, 400, 'idempotency.key-missing'],
      ['without a token', { authorization: '' }, 401, 'token.missing'],
      ['with a token of nobody', { authorization: 'Bearer aaaa.bbbb.cccc' }, 401, 'token.invalid'],
    ])('%s is refused, and nothing is written', async (_, change, status, code) => {
      await expectRefused(() => correct(change), status, { code });
    });

    it('that rests on an older version is told the version that stands', async () => {
      expect((await correct({ 'if-match': '"0"' })).headers.get('etag')).toBe(etag);
    });

    it('with a token whose signature was altered is refused', async () => {
      const [head, claims, signature = ''] = (await system.token('officer-1')).split('.');
      const altered = `${head}.${claims}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
      await expectRefused(() => correct({ authorization: `Bearer ${altered}` }), 401, { code: 'token.invalid' });
    });

    it.each([
      ['cut off', '{"mode":"dir', 400, { code: 'json.malformed' }],
      ['that is no object', '[]', 422, { errors: [{ pointer: '#' }] }],
      [
        'with an unknown field',
        '{"mode":"direct","fen":1}',
        422,
        { errors: [{ pointer: '#/fen', code: 'field.unknown' }] },
      ],
      ['with a field twice', '{"mode":"direct","mode":"post"}', 422, { errors: [{ pointer: '#/mode' }] }],
      ['that lacks a field', '{}', 422, { errors: [{ pointer: '#/mode', code: 'field.missing' }] }],
      ['of another type', '{"mode":1}', 422, { errors: [{ pointer: '#/mode' }] }],
      ['outside the given values', '{"mode":"pigeon"}', 422, { errors: [{ pointer: '#/mode', code: 'field.choice' }] }],
    ])('with a body %s is refused, and nothing is written', async (_, body, status, expected) => {
      await expectRefused(() => act('officer-1', casePath('/prior-notice'), body), status, expected);
    });

    it('on a case that does not exist is refused', async () => {
      const nowhere = `/decision/v1/cases/${randomUUID()}/clerical-corrections`;
      await expectRefused(() => act('officer-1', nowhere, correction), 404, { code: 'resource.not-found' });
    });

    it('under a key that was used for other content is refused', async () => {
      const key = { 'idempotency-key': randomUUID(), 'if-match': '' };
      const file = {
        party: partyOfCase01(),
        offence: 'CT-NET-31-1',
        actDate: '2023-10-07',
        officers: ['officer-1', 'officer-2'],
      };
      const lead = { source: { kind: 'inspection' }, facts: '凌晨仍在营业' };
      expect((await act('officer-1', '/decision/v1/cases', JSON.stringify({ ...file, ...lead }), key)).status).toBe(
        201,
      );
      const other = JSON.stringify({ ...file, ...lead, facts: '凌晨未营业' });
      await expectRefused(() => act('officer-1', '/decision/v1/cases', other, key), 422, {
        code: 'idempotency.other-content',
      });
    });

    it.each([
      ['without the role', 'officer-1', '/decision', '{"outcome":"penalty"}', 403, 'role.not-allowed'],
      ['with roles of both sides', 'both-1', '/decision', '{"outcome":"penalty"}', 403, 'identity.both-sides'],
      ['of the collecting side', 'clerk-1', '/decision', '{"outcome":"penalty"}', 403, 'role.not-allowed'],
      ['that the law refuses', 'head-1', '/decision', '{"outcome":"penalty"}', 409, undefined],
    ])('by somebody %s changes nothing but the record of refusals', async (_, by, noun, body, status, code) => {
      const events = await written(async () => {
        const answer = await act(by, casePath(noun), body);
        expect(answer.status).toBe(status);
        expect(answer.body).toMatchObject({ status, ...(code ? { code } : { source: expect.any(String) as unknown }) });
      });
      expect(events).toEqual(['ActRefused']);
    });
  });
});

const partyOfCase01 = (): JsonObject =>
  readHistoryFile(join(CASES, '01-internet-cafe-paid-in-time.json')).histories[0]!.cases['1']!.party;
