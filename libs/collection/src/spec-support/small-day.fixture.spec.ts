import { fen, type Fen, parseCivilDate, uuid5 } from '@fajiao/kernel';
import type {
  BankMessages,
  PaymentMessage,
  ReversalMessage,
  StatementMessage,
  TreasuryCreditMessage,
} from '../application/bank-messages';
import { derivePaymentCode } from '../domain/payment-code/payment-code';
import { at, handedOver, rulebook } from './samples.fixture.spec';
import { bankAt, type Stage } from './stage.fixture.spec';

// A day with a little of everything: three fines, a wrong code, too much money, a reversal, a statement with faults.

const SERVED = parseCivilDate('2024-04-08');
const DAY = parseCivilDate('2024-04-12');
const NOON = at('2024-04-12 12:00');
const EVENING = at('2024-04-12 20:00');

export const dayFines = ['A', 'B', 'C'].map((name, i) =>
  handedOver({
    fineId: uuid5('test', `fine of the small day ${name}`),
    caseId: uuid5('test', `case of the small day ${name}`),
    documentNumber: `（示）文综罚字〔2024〕第${i + 1}号`,
    ...{ decidedOn: SERVED, servedOn: SERVED, fineFen: fen(100_000) },
  }),
);

const codeOf = (index: number): string =>
  derivePaymentCode(rulebook.profile.paymentCode, Buffer.from('a key of the tests'), 2024, {
    ...{ fineId: dayFines[index]?.fineId ?? '', plan: 0, instalment: 1, attempt: 0 },
  });

const payment = (reference: string, index: number, amount: number, code = codeOf(index)): PaymentMessage => ({
  ...{ bank: 'bank-a', reference, code, fen: fen(amount), paidAt: at(`2024-04-12 10:${10 + index}`) },
});

const statement: StatementMessage = {
  bank: 'bank-a',
  date: DAY,
  lines: [
    { reference: 'S1', fen: 120_000, covers: ['P1', 'P5'] },
    { reference: 'P2', fen: 150_000 },
    { reference: 'P3', fen: 100_000 },
    { reference: 'P4', fen: 100_000, code: codeOf(2) },
    { reference: 'P4', fen: 100_000, code: codeOf(2) },
    { reference: 'S2', fen: 100_000, covers: ['P2', 'P7'] },
    { reference: 'P8', fen: 500 },
    { reference: 'R1', fen: -100_000, reverses: 'P3' },
    { reference: 'R9', fen: -5_000 },
    'P6;100000',
  ],
};

type Send = (messages: BankMessages) => Promise<{ readonly outcome: string }>;
const noon = bankAt('bank-a', NOON);
const evening = bankAt('bank-a', EVENING);
const credit = (reference: string, amount: Fen): TreasuryCreditMessage => ({
  ...{ bank: 'bank-a', reference, fen: amount, creditedAt: NOON },
});
const reversal: ReversalMessage = {
  bank: 'bank-a',
  reference: 'R1',
  reverses: 'P3',
  fen: fen(100_000),
  reversedAt: NOON,
};

/** What the bank sends; it repeats a message until it is answered. */
export const dayMessages: readonly Send[] = [
  (messages) => messages.payment(payment('P1', 0, 100_000), noon),
  (messages) => messages.payment(payment('P2', 1, 150_000), noon),
  (messages) => messages.payment(payment('P3', 2, 100_000), noon),
  (messages) => messages.payment(payment('P5', 2, 20_000, '12345'), noon),
  (messages) => messages.reversal(reversal, noon),
  (messages) => messages.treasuryCredit(credit('P1', fen(100_000)), noon),
  (messages) => messages.treasuryCredit(credit('P2', fen(150_000)), noon),
  (messages) => messages.treasuryCredit(credit('P5', fen(20_000)), noon),
  (messages) => messages.statement(statement, evening),
];

/** Callbacks of lines that nobody had reported; one of the lines had not even a code. */
export const lateCallbacks: readonly Send[] = [
  (messages) => messages.payment({ ...payment('P4', 2, 100_000), paidAt: at('2024-04-11 09:00') }, evening),
  (messages) => messages.payment(payment('P8', 0, 500), evening),
];

export async function handOverDayFines(stage: Stage): Promise<void> {
  for (const data of dayFines) await stage.handOver(data, at('2024-04-08 15:00'));
}

/** What the fines come to. */
export const endOf = async (stage: Stage) =>
  Promise.all(
    dayFines.map(async ({ fineId }) => {
      const fine = await stage.process.fines.read(fineId, at('2024-04-13 09:00'));
      if (!fine) return undefined;
      const { state, paid, overpaid, outstanding } = fine;
      return { state, paid: paid?.fen, overpaid: overpaid?.fen, outstanding: outstanding?.fen };
    }),
  );

export const dayEnds = [
  { state: 'closable', paid: 100_000, overpaid: 500, outstanding: 0 },
  { state: 'closable', paid: 100_000, overpaid: 50_000, outstanding: 0 },
  { state: 'settled', paid: 100_000, overpaid: 0, outstanding: 0 },
];
