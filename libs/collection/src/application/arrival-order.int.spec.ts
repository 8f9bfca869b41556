import { fen, parseCivilDate } from '@fajiao/kernel';
import * as fc from 'fast-check';
import { suspense, suspenseIdOf } from '../domain/suspense/suspense';
import { at, handedOver } from '../spec-support/samples.fixture.spec';
import { bankAt, Stage } from '../spec-support/stage.fixture.spec';

const served = parseCivilDate('2024-04-08');
const fine = handedOver({ decidedOn: served, servedOn: served, fineFen: fen(100_000) });
const of = { bank: 'bank-a', reference: 'P1' };
const noon = bankAt('bank-a', at('2024-04-12 12:00'));
const evening = bankAt('bank-a', at('2024-04-12 20:00'));

type Told = 'payment' | 'reversal' | 'credit' | 'statement';

/** A fine, and what a bank tells of one payment of it. */
async function stageOf(withCode: boolean) {
  const stage = new Stage();
  await stage.handOver(fine, at('2024-04-08 15:00'));
  await stage.settle();
  const code = (await stage.process.fines.read(fine.fineId, noon.now))?.paymentCode ?? '';
  const line = { reference: 'P1', fen: 100_000, ...(withCode && { code }) };
  const statement = { bank: 'bank-a', date: parseCivilDate('2024-04-12'), lines: [line] };
  const whole = { ...of, fen: fen(100_000) };
  const tell = (told: Told) => {
    const { messages } = stage.process;
    if (told === 'payment') return messages.payment({ ...whole, code, paidAt: at('2024-04-12 10:10') }, noon);
    if (told === 'credit') return messages.treasuryCredit({ ...whole, creditedAt: noon.now }, noon);
    if (told === 'statement') return messages.statement(statement, evening);
    return messages.reversal({ ...whole, reference: 'R1', reverses: 'P1', reversedAt: noon.now }, noon);
  };
  const end = async () => {
    const view = await stage.process.fines.read(fine.fineId, at('2024-04-13 09:00'));
    const { state, paid, overpaid, outstanding, payments } = view ?? {};
    return { state, paid: paid?.fen, overpaid: overpaid?.fen, outstanding: outstanding?.fen, payments };
  };
  return { stage, tell, end };
}

async function told(order: readonly Told[], withCode: boolean, settles: readonly boolean[] = []) {
  const { stage, tell, end } = await stageOf(withCode);
  for (const [i, one] of order.entries()) {
    expect((await tell(one)).outcome).toBe('accepted');
    if (settles[i]) await stage.settle();
  }
  await stage.settle();
  return end();
}

const settles = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });

describe('what a bank tells of one payment', () => {
  it('comes to the same in every order: callback, statement and treasury credit', async () => {
    const expected = await told(['payment', 'statement', 'credit'], true);
    expect(expected).toMatchObject({
      ...{ state: 'closable', paid: 100_000, overpaid: 0, outstanding: 0 },
      payments: [{ paidAt: at('2024-04-12 10:10'), confirmedOn: '2024-04-12', creditedAt: noon.now, reversed: null }],
    });
    const orders = fc.shuffledSubarray<Told>(['payment', 'statement', 'credit'], { minLength: 3 });
    await fc.assert(
      fc.asyncProperty(orders, fc.boolean(), settles, async (order, withCode, when) =>
        expect(await told(order, withCode, when)).toEqual(expected),
      ),
      { numRuns: 60 },
    );
  });

  it('comes to an open fine in every order when it was taken back', async () => {
    const all: Told[] = ['payment', 'reversal', 'statement', 'credit'];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: 4 }),
        fc.boolean(),
        settles,
        async (order, withCode, when) =>
          expect(await told(order, withCode, when)).toMatchObject({
            ...{ state: 'open', paid: 0, overpaid: 0, outstanding: 100_000 },
          }),
      ),
      { numRuns: 60 },
    );
  });

  it('leaves money without a code in suspense, until the callback tells the code', async () => {
    const { stage, tell, end } = await stageOf(false);
    await tell('statement');
    await stage.settle();
    const held = async () => (await stage.process.deps.handler.load(suspense, suspenseIdOf(of))).state;
    expect(await held()).toMatchObject({ held: { fen: 100_000, codeFault: 'missing' }, appliedTo: null });
    expect(await end()).toMatchObject({ state: 'open', payments: [] });
    await tell('payment');
    await stage.settle();
    expect(await held()).toMatchObject({ appliedTo: fine.fineId });
    expect(await end()).toMatchObject({ state: 'settled', paid: 100_000 });
  });

  it('keeps the time that the callback tells, not that of the statement', async () => {
    const late = { ...(await stageOf(true)) };
    await late.tell('statement');
    await late.stage.settle();
    expect((await late.end()).payments).toMatchObject([{ paidAt: evening.now }]);
    await late.tell('payment');
    await late.stage.settle();
    expect((await late.end()).payments).toMatchObject([{ paidAt: at('2024-04-12 10:10') }]);
  });

  it('goes on although two reversals name each other, which were received at the same moment', async () => {
    const { stage, tell, end } = await stageOf(true);
    const reversal = (reference: string, reverses: string) =>
      stage.process.messages.reversal({ ...of, reference, reverses, fen: fen(100_000), reversedAt: noon.now }, noon);
    await Promise.all([reversal('R1', 'R2'), reversal('R2', 'R1')]);
    for (const reference of ['R1', 'R2'])
      expect((await stage.process.messages.read({ bank: 'bank-a', reference })).reversal).not.toBeNull();
    await tell('payment');
    await stage.settle();
    expect(await end()).toMatchObject({ state: 'paid', paid: 100_000 });
  });

  it('stays with a fine that is cancelled afterwards, and goes to suspense when it was cancelled before', async () => {
    const before = await stageOf(true);
    await before.stage.cancel(fine.fineId, parseCivilDate('2024-04-11'), at('2024-04-11 16:00'));
    await before.tell('payment');
    await before.stage.settle();
    expect(await before.end()).toMatchObject({ state: 'cancelled', payments: [] });
    const { state } = await before.stage.process.deps.handler.load(suspense, suspenseIdOf(of));
    expect(state.held).toMatchObject({ reason: 'fine-cancelled', fineId: fine.fineId, codeFault: null });

    const after = await stageOf(true);
    await after.tell('payment');
    await after.stage.settle();
    await after.stage.cancel(fine.fineId, parseCivilDate('2024-04-13'), at('2024-04-13 08:00'));
    await after.tell('statement');
    await after.stage.settle();
    expect(await after.end()).toMatchObject({
      ...{ state: 'cancelled', overpaid: 100_000, outstanding: 0 },
      payments: [{ confirmedOn: '2024-04-12' }],
    });
  });
});
