import { AdapterDesk } from '../../../test/support/bank-kit/adapter-desk';
import { bankMessages } from '../../../test/support/bank-kit/document';
import { examplesOf } from '../../../test/support/bank-kit/examples';
import { play } from '../../../test/support/bank-kit/run';
import { type HttpStage, httpStage, SECRETS } from './spec-support/http-stage.fixture.spec';

const messages = bankMessages();
const now = () => Math.floor(Date.now() / 1000);

describe('the conformance kit for banks', () => {
  const secret = SECRETS['bank-t'][0];
  let stage: HttpStage;
  beforeAll(async () => {
    stage = await httpStage();
  });
  afterAll(() => stage.close());

  it('has examples and faults of every message, each with an answer that the document promises', () => {
    const examples = examplesOf(messages, { bank: 'bank-t', secret, now: now() }, 'a1b2c3');
    expect(messages.map(({ operation }) => operation).sort()).toEqual([
      ...['reportPayment', 'reportReversal', 'reportTreasuryCredit', 'sendStatement'],
    ]);
    expect(examples.length).toBeGreaterThan(90);
    for (const { operation, expect: due } of examples)
      expect(messages.find((one) => one.operation === operation)?.answers).toContain(due.status);
  });

  it('is answered by the server as it says, and touches nothing but what is in test mode', async () => {
    const examples = examplesOf(messages, { bank: 'bank-t', secret, now: now() }, 'a1b2c3');
    const wrong = (await play(stage.url, examples)).filter(({ fault }) => fault !== null);
    expect(wrong).toEqual([]);
    await stage.settled();
    expect(stage.log.events.filter(({ stream }) => !/^(payment|statement)-bank-t\.test-/.test(stream))).toEqual([]);
  });

  it('finds an adapter right that sends again what was not answered, and wrong one that does not', async () => {
    const good = examplesOf(messages, { bank: 'bank-t', secret, now: now() }, 'd4e5f6').filter(({ name }) =>
      name.endsWith('as it should be'),
    );
    const send = async (url: string, patient: boolean): Promise<void> => {
      for (const { path, body, headers } of [...good, ...good.map((one) => ({ ...one, body: `${one.body} ` }))])
        for (let tries = 0; tries < (patient ? 3 : 1); tries += 1) {
          const answer = await fetch(url + path, { method: 'POST', headers, body }).catch(() => undefined);
          if (answer && answer.status < 500) break;
        }
    };
    const faultsOf = async (patient: boolean) => {
      const desk = new AdapterDesk(messages, 'bank-t', secret);
      await send(`http://127.0.0.1:${await desk.listen(0)}`, patient);
      await desk.close();
      return desk.faults();
    };
    expect((await faultsOf(true)).filter((fault) => fault.includes('not sent again'))).toEqual([]);
    const hasty = await faultsOf(false);
    expect(hasty.filter((fault) => fault.includes('not sent again'))).toHaveLength(3);
    expect(hasty.filter((fault) => fault.includes('signature does not fit')).length).toBeGreaterThan(0);
  });
});
