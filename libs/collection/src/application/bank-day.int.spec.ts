import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilDateOf, fen, parseCivilDate, parseInstant, uuid5 } from '@fajiao/kernel';
import { statements } from '../domain/statement/statement';
import { suspense, suspenseIdOf } from '../domain/suspense/suspense';
import { at, handedOver } from '../spec-support/samples.fixture.spec';
import { bankAt, Stage } from '../spec-support/stage.fixture.spec';

// The bank's day of the case histories (case 08), played on the application.

interface Line {
  readonly bankReference: string;
  readonly fen: number;
  readonly code?: string;
  readonly reverses?: string;
  readonly bucket: string;
}

interface Step {
  readonly at: string;
  readonly by: string;
  readonly act: 'report-payment' | 'reverse-payment' | 'send-statement';
  readonly data: {
    code?: string;
    bankReference: string;
    fen: number;
    paidAt: string;
    reverses: string;
    date: string;
    lines: Line[];
  };
  readonly answer?: 'accepted' | 'same-again' | 'conflict';
  readonly effect: {
    readonly code?: string;
    readonly outstandingFen?: number;
    readonly overpaidFen?: number;
    readonly suspendedFen?: number;
    readonly reason?: string;
    readonly linesFen?: number;
    readonly bucketFen?: Readonly<Record<string, number>>;
  };
}

interface BankDay {
  readonly fines: readonly {
    code: string;
    documentNumber: string;
    servedOn: string;
    fen: number;
    cancelledAt?: string;
  }[];
  readonly steps: readonly Step[];
}

const FILE = join(__dirname, '../../../../test/acceptance/cases/08-bank-day.json');
const day = JSON.parse(readFileSync(FILE, 'utf8')) as BankDay;
const fineIdOf = (placeholder: string) => uuid5('test', `fine ${placeholder}`);

describe('a bank’s day', () => {
  const stage = new Stage();
  const codes = new Map<string, string>();
  const codeOf = (text: string) => codes.get(text) ?? text;
  const linesOf = (lines: readonly Line[]): object[] =>
    lines.map(({ bankReference, bucket: _, code, ...line }) => ({
      ...{ reference: bankReference, ...line },
      ...(code !== undefined && { code: codeOf(code) }),
    }));

  beforeAll(async () => {
    for (const { code, documentNumber, servedOn, fen: amount, cancelledAt } of day.fines) {
      const served = parseCivilDate(servedOn);
      const ids = { fineId: fineIdOf(code), caseId: uuid5('test', `case ${code}`), documentNumber };
      const data = handedOver({ ...ids, servedOn: served, decidedOn: served, fineFen: fen(amount) });
      await stage.handOver(data, at(`${servedOn} 15:00`));
      await stage.settle();
      const view = await stage.process.fines.read(data.fineId, at('2024-04-12 08:00'));
      codes.set(code, view?.paymentCode ?? '');
      if (cancelledAt)
        await stage.cancel(data.fineId, civilDateOf(parseInstant(cancelledAt)), parseInstant(cancelledAt));
    }
  });

  it.each(day.steps.map((step, i) => [`${i + 1}: ${step.act} ${step.data.bankReference ?? ''}`, step] as const))(
    'step %s',
    async (_, step) => {
      const now = parseInstant(step.at);
      const sender = bankAt(step.by, now);
      const { messages } = stage.process;
      const { bankReference: reference, fen: amount, code = '', paidAt, reverses, date, lines } = step.data;
      const of = { bank: step.by, reference, fen: fen(amount ?? 0) };
      const before = stage.log.events.length;

      const receipt =
        step.act === 'report-payment'
          ? await messages.payment({ ...of, code: codeOf(code), paidAt: parseInstant(paidAt) }, sender)
          : step.act === 'reverse-payment'
            ? await messages.reversal({ ...of, reverses, reversedAt: now }, sender)
            : await messages.statement({ bank: step.by, date: parseCivilDate(date), lines: linesOf(lines) }, sender);
      expect(receipt.outcome).toBe(step.answer === 'conflict' ? 'conflict' : 'accepted');
      await stage.settle();
      if (step.answer === 'same-again') expect(stage.log.events).toHaveLength(before);
      if (step.answer === 'conflict') expect(stage.log.events).toHaveLength(before + 1);

      const { effect } = step;
      if (effect.code !== undefined) {
        const fine = await stage.process.fines.read(fineIdOf(effect.code), now);
        expect(fine).toMatchObject({
          outstanding: { fen: effect.outstandingFen },
          overpaid: { fen: effect.overpaidFen },
        });
      }
      if (effect.suspendedFen !== undefined) {
        const { state } = await stage.process.deps.handler.load(suspense, suspenseIdOf(of));
        expect(state.held).toMatchObject({ fen: effect.suspendedFen, reason: effect.reason });
      }
      if (effect.bucketFen !== undefined) {
        const { state } = await stage.process.deps.handler.load(statements, `${step.by}-${date}`);
        const sums = Object.fromEntries(state.buckets.map((sum) => [sum.bucket, sum.fen]));
        expect({ linesFen: state.received?.linesFen, bucketFen: sums }).toEqual({
          linesFen: effect.linesFen,
          bucketFen: effect.bucketFen,
        });
        expect(state.reconciledAt).not.toBeNull();
        expect(bucketsOf(stage)).toEqual(lines.map(({ bankReference, bucket }) => `${bankReference} ${bucket}`));
      }
    },
  );

  it('changes nothing when the statement is sent, and read, again', async () => {
    const { by, data } = day.steps.at(-1) ?? { by: '', data: { date: '', lines: [] as Line[] } };
    const before = stage.log.events.length;
    const again = bankAt(by, at('2024-04-13 08:00'));
    const receipt = await stage.process.messages.statement(
      { bank: by, date: parseCivilDate(data.date), lines: linesOf(data.lines) },
      again,
    );
    expect(receipt.outcome).toBe('accepted');
    await stage.settle();
    expect(stage.log.events).toHaveLength(before);
  });

  it('gives the fines what the statement proves, and no fine what it does not', async () => {
    const stateOf = async (placeholder: string) =>
      (await stage.process.fines.read(fineIdOf(placeholder), at('2024-04-13 08:00')))?.state;
    expect(await Promise.all(['<A>', '<B>', '<C>', '<D>', '<E>', '<F>'].map(stateOf))).toEqual([
      // B: the bank lists 49,000 yuan where it reported 50,000.
      ...['settled', 'paid', 'settled', 'cancelled', 'settled', 'open'],
    ]);
  });

  it('takes the late callback of a line for what it is, and nothing twice', async () => {
    const payment = {
      bank: 'bank-a',
      reference: 'A7',
      fen: fen(100_000),
      code: codeOf('<E>'),
      paidAt: at('2024-04-12 11:00'),
    };
    const receipt = await stage.process.messages.payment(payment, bankAt('bank-a', at('2024-04-13 09:00')));
    expect(receipt.outcome).toBe('accepted');
    await stage.settle();
    const fine = await stage.process.fines.read(fineIdOf('<E>'), at('2024-04-13 09:00'));
    expect(fine).toMatchObject({
      paid: { fen: 100_000 },
      overpaid: { fen: 0 },
      payments: [{ paidAt: payment.paidAt }],
    });
  });
});

const bucketsOf = (stage: Stage): string[] =>
  stage.log.events
    .flatMap(({ type, data }) => {
      if (type === 'LinesMatched') return (JSON.parse(data) as { lines: Told[] }).lines;
      return type === 'LineMatched' || type === 'LineSuspended' ? [JSON.parse(data) as Told] : [];
    })
    .sort((a, b) => a.line - b.line)
    .map(({ reference, bucket = 'matched' }) => `${reference} ${bucket}`);

interface Told {
  readonly line: number;
  readonly reference: string;
  readonly bucket?: string;
}
