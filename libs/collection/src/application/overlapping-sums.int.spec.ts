import { contextAccess } from '@fajiao/contracts';
import { CommandHandler, memoryEventStore } from '@fajiao/event-store';
import { fen, parseCivilDate } from '@fajiao/kernel';
import { isExactSum } from '../domain/payment/listed-sum';
import { listPayment } from '../domain/payment/payment.decider';
import { payments } from '../domain/payment/payment.state';
import { readLine } from '../domain/statement/statement-line';
import { at } from '../spec-support/samples.fixture.spec';
import { commandOfMessage } from './commands';
import { StatementIntake } from './statement-intake';
import { bankAt, Crash, dyingAt, Stage } from '../spec-support/stage.fixture.spec';

const date = parseCivilDate('2024-04-12');
const noon = bankAt('bank-a', at('2024-04-12 12:00'));
const evening = bankAt('bank-a', at('2024-04-12 20:00'));

const SUMS = { S1: ['P1', 'P2'], S2: ['P1', 'P3'] };
const lines = Object.entries(SUMS).map(([reference, covers]) => ({ reference, fen: 200, covers }));

const report = (stage: Stage, reference: string) =>
  stage.process.messages.payment(
    { bank: 'bank-a', reference, code: '123', fen: fen(100), paidAt: at('2024-04-12 10:00') },
    noon,
  );
const known = async (stage: Stage, reference: string) =>
  (await stage.process.deps.handler.load(payments, `bank-a-${reference}`)).state;
const exactOnes = async (stage: Stage) => {
  const exact: string[] = [];
  for (const reference of Object.keys(SUMS)) {
    const sum = (await known(stage, reference)).sums.statement;
    if (sum && isExactSum(sum)) exact.push(reference);
  }
  return exact;
};
/** The lines of which each payment is the proof. */
const linesOf = async (stage: Stage) => {
  const listed = ['P1', 'P2', 'P3'].map(async (reference) => (await known(stage, reference)).listed?.line ?? null);
  return Promise.all(listed);
};

/** Two lines that name one payment, and wait for the other payment of each. */
async function waitingSums(): Promise<Stage> {
  const stage = new Stage();
  await report(stage, 'P1');
  await stage.settle();
  await stage.process.messages.statement({ bank: 'bank-a', date, lines }, evening);
  await stage.settle();
  await report(stage, 'P2');
  await report(stage, 'P3');
  return stage;
}

describe('a payment that is named on both lists', () => {
  it('proves both sums when it is reported last, the credit too', async () => {
    const stage = new Stage();
    await report(stage, 'P1');
    await stage.settle();
    const sumOf = (reference: string) => [{ reference, fen: 200, covers: ['P1', 'P2'] }];
    await stage.process.messages.statement({ bank: 'bank-a', date, lines: sumOf('S1') }, evening);
    const credits = { bank: 'bank-a', date, kind: 'treasury-credits', lines: 1, linesFen: fen(200) } as const;
    const intake = new StatementIntake(stage.process.deps, { ...credits, contentHash: 'c'.repeat(64) }, evening);
    await intake.takeIn(sumOf('T1').map((line) => readLine(line, 1)));
    await stage.settle();
    await report(stage, 'P2');
    await stage.settle();
    for (const reference of ['P1', 'P2'])
      expect(await known(stage, reference)).toMatchObject({
        listed: { line: 1, fen: 100 },
        creditListed: { line: 1, fen: 100 },
        treasuryCredit: { fen: 100 },
      });
  });
});

describe('two lines that name one payment', () => {
  it('do not both come out when their other payments are reported in one turn', async () => {
    const stage = await waitingSums();
    await stage.settle();
    expect(await exactOnes(stage)).toEqual(['S1']);
    expect(await linesOf(stage)).toEqual([1, 1, null]);
  });

  it('do not both come out however the process dies in between', async () => {
    for (let n = 1, died = true; died; n++)
      for (const when of ['before', 'after'] as const) {
        const stage = await waitingSums();
        stage.restart(dyingAt(n, when));
        died = await stage.settle().then(
          () => false,
          (fault: unknown) => fault instanceof Crash,
        );
        stage.restart();
        await stage.settle();
        expect([await exactOnes(stage), await linesOf(stage)]).toEqual([['S1'], [1, 1, null]]);
      }
  });

  it('do not come out with a payment that another process gives a line of its own at that moment', async () => {
    const stage = await waitingSums();
    const other = new CommandHandler(
      memoryEventStore({ log: stage.log, access: contextAccess('collection') }),
      stage.codec,
    );
    const own = { bank: 'bank-a', reference: 'P1', statementDate: date, line: 9, fen: fen(100), at: evening.now };
    const command = commandOfMessage(stage.process.deps, evening, {
      ...{ kind: 'own line', content: {}, occurredAt: evening.now },
    });
    let isFirst = true;
    stage.restart((inner) => ({
      append: async (stream, events, expected) => {
        if (isFirst && events.some(({ type }) => type === 'PaymentListed')) {
          isFirst = false;
          await other.execute(payments, 'bank-a-P1', command, (state) => listPayment(state, own, undefined));
        }
        return inner.append(stream, events, expected);
      },
      read: (stream, from) => inner.read(stream, from),
      last: (stream) => inner.last(stream),
      readAll: (after, limit) => inner.readAll(after, limit),
      woken: (after, signal) => inner.woken(after, signal),
      close: () => inner.close(),
    }));
    await stage.settle();
    expect(isFirst).toBe(false);
    expect([await exactOnes(stage), await linesOf(stage)]).toEqual([[], [9, null, null]]);
  });
});
