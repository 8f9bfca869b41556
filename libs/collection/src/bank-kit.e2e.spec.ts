import { AdapterDesk } from '../../../test/support/bank-kit/adapter-desk';
import { bankDocument } from '../../../test/support/bank-kit/document';
import { examplesOf } from '../../../test/support/bank-kit/examples';
import { camtFile, csvFile, type FileContent } from '../../../test/support/bank-kit/files';
import { quoteFaults } from '../../../test/support/bank-kit/quote-check';
import { play } from '../../../test/support/bank-kit/run';
import { signed } from '../../../test/support/bank-kit/signed';
import { type HttpStage, httpStage, SECRETS } from './spec-support/http-stage.fixture.spec';

const document = bankDocument();
const { messages, quote, statementFile } = document;
const now = () => Math.floor(Date.now() / 1000);

describe('the conformance kit for banks', () => {
  const secret = SECRETS['bank-t'][0];
  let stage: HttpStage;
  beforeAll(async () => {
    stage = await httpStage();
  });
  afterAll(() => stage.close());

  it('has examples and faults of everything a bank sends or asks, each with an answer that the document promises', () => {
    const examples = examplesOf(document, { bank: 'bank-t', secret, now: now() }, 'a1b2c3');
    expect(messages.map(({ operation }) => operation).sort()).toEqual([
      ...['reportPayment', 'reportReversal', 'reportTreasuryCredit', 'sendStatement'],
    ]);
    expect(examples.length).toBeGreaterThan(130);
    const requests = [...messages, quote, statementFile];
    for (const { operation, expect: due } of examples)
      expect(requests.find((one) => one.operation === operation)?.answers).toContain(due.status);
  });

  it('is answered by the server as it says, and touches nothing but what is in test mode', async () => {
    const examples = examplesOf(document, { bank: 'bank-t', secret, now: now() }, 'a1b2c3');
    const wrong = (await play(stage.url, examples)).filter(({ fault }) => fault !== null);
    expect(wrong).toEqual([]);
    await stage.settled();
    expect(stage.log.events.filter(({ stream }) => !/^(payment|statement)-bank-t\.test-/.test(stream))).toEqual([]);
  });

  it('finds an adapter right that sends again what was not answered, and wrong one that does not', async () => {
    const good = examplesOf(document, { bank: 'bank-t', secret, now: now() }, 'd4e5f6').filter(({ name }) =>
      name.endsWith(': as it should be'),
    );
    const send = async (url: string, patient: boolean): Promise<void> => {
      for (const { path, body, headers } of [...good, ...good.map((one) => ({ ...one, body: `${one.body} ` }))])
        for (let tries = 0; tries < (patient ? 3 : 1); tries += 1) {
          const answer = await fetch(url + path, { method: 'POST', headers, body }).catch(() => undefined);
          if (answer && answer.status < 500) break;
        }
    };
    const faultsOf = async (patient: boolean) => {
      const desk = new AdapterDesk(document, 'bank-t', secret);
      await send(`http://127.0.0.1:${await desk.listen(0)}`, patient);
      await desk.close();
      return desk.faults();
    };
    expect((await faultsOf(true)).filter((fault) => fault.includes('not sent again'))).toEqual([]);
    const hasty = await faultsOf(false);
    expect(hasty.filter((fault) => fault.includes('not sent again'))).toHaveLength(3);
    expect(hasty.filter((fault) => fault.includes('signature does not fit')).length).toBeGreaterThan(0);
  });

  describe('for an adapter that asks what is due', () => {
    const ask = async (isTrusted: (quote: object, code: string) => boolean) => {
      const desk = new AdapterDesk(document, 'bank-t', secret);
      const url = `http://127.0.0.1:${await desk.listen(0)}`;
      const signer = { bank: 'bank-t', secret, now: now() };
      const send = async (request: Parameters<typeof signed>[0]): Promise<Response | undefined> => {
        const { path, headers, body, method } = signed(request, signer, '', { status: 200 });
        for (let tries = 0; tries < 3; tries += 1) {
          const content = method === 'GET' ? {} : { body };
          const answer = await fetch(url + path, { method, headers, ...content }).catch(() => undefined);
          if (answer && answer.status < 500) return answer;
        }
        return undefined;
      };
      for (const code of desk.quotes.codes.keys()) {
        const path = quote.path.replace('{code}', code);
        const answer = await send({ operation: '', method: 'GET', path, bytes: Buffer.alloc(0) });
        const body = (await answer?.json()) as { readonly amountDue?: { readonly fen: number } };
        if (!isTrusted(body, code)) continue;
        const payment = { reference: code, code, fen: body.amountDue?.fen, paidAt: '2023-10-08T10:12:00+08:00' };
        const bytes = Buffer.from(JSON.stringify(payment));
        const to = messages.find(({ operation }) => operation === 'reportPayment')?.path ?? '';
        await send({ operation: '', method: 'POST', path: to, contentType: 'application/json', bytes });
      }
      await desk.close();
      return desk.faults();
    };

    it('finds one right that takes money only on a quote that holds together', async () => {
      const isRight = (body: object, code: string) =>
        'amountDue' in body && quoteFaults(body as never, code).length === 0 && (body as Due).amountDue.fen > 0;
      expect(await ask(isRight)).toEqual([]);
    });

    it('finds one wrong that takes money on any', async () => {
      const faults = await ask((body) => 'amountDue' in body && (body as Due).amountDue.fen > 0);
      expect(faults.filter((fault) => fault.includes('a quote that was not right'))).toHaveLength(3);
    });
  });

  it('tells a bank what is wrong with its files', async () => {
    const lines = [{ reference: 'A1', fen: 100 }];
    const content: FileContent = { bank: 'bank-t', date: '2023-10-08', lines };
    const faultsOf = async (bytes: Uint8Array) => {
      const desk = new AdapterDesk(document, 'bank-t', secret);
      const url = `http://127.0.0.1:${await desk.listen(0)}`;
      const request = {
        operation: '',
        method: 'POST',
        path: statementFile.path,
        contentType: 'text/csv',
        bytes,
      } as const;
      const { path, headers } = signed(request, { bank: 'bank-t', secret, now: now() }, '', { status: 201 });
      await fetch(url + path, { method: 'POST', headers, body: Buffer.from(bytes) });
      await desk.close();
      return desk.faults();
    };
    for (const good of [csvFile(content), csvFile(content, 'gb18030'), camtFile(content)])
      expect(await faultsOf(good)).toEqual([]);
    expect(await faultsOf(csvFile({ ...content, bank: 'bank-a' }))).toEqual([expect.stringContaining('file.bank')]);
    expect(await faultsOf(Buffer.from(csvFile(content).toString().replace('total,1', 'total,2')))).toEqual([
      expect.stringContaining('statement-file.count {"lines":1,"said":2}'),
    ]);
  });
});

interface Due {
  readonly amountDue: { readonly fen: number };
}
