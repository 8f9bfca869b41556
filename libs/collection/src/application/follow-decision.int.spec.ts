import type { PublishedByDecision } from '@fajiao/contracts';
import { fen, parseCivilDate, uuid5 } from '@fajiao/kernel';
import * as fc from 'fast-check';
import { fines } from '../domain/fine/fine.state';
import { at, handedOver } from '../spec-support/samples.fixture.spec';
import { bankAt, Crash, dyingAt, Stage } from '../spec-support/stage.fixture.spec';

// Served on 2024-04-08: due by 2024-04-23.
const served = parseCivilDate('2024-04-08');
const fine = handedOver({
  decidedOn: served,
  servedOn: served,
  fineFen: fen(300_000),
  confiscatedGainsFen: fen(50_000),
});
const { fineId, caseId } = fine;
const of = { fineId, caseId };
const day = parseCivilDate;

const changed: PublishedByDecision = {
  type: 'FineChanged',
  data: {
    ...of,
    fineFen: fen(240_000),
    confiscatedGainsFen: fen(0),
    changedOn: day('2024-06-06'),
    by: 'reconsideration',
  },
};
const pending: PublishedByDecision = {
  type: 'RemedyPending',
  data: { ...of, remedy: 1, kind: 'reconsideration', soughtOn: day('2024-04-26') },
};
const ended: PublishedByDecision = {
  type: 'RemedyEnded',
  data: { ...of, remedy: 1, endedOn: day('2024-06-06'), accepted: true },
};
const instalments: PublishedByDecision = {
  type: 'TermChanged',
  data: {
    ...of,
    approvedOn: day('2024-04-20'),
    term: {
      kind: 'instalments',
      instalments: ['2024-05-10', '2024-06-10', '2024-07-10'].map((due) => ({ due: day(due), fen: fen(100_000) })),
      missedMakesAllDue: false,
    },
  },
};
const news = [instalments, pending, ended, changed];

async function handedOverStage(stage = new Stage()): Promise<Stage> {
  await stage.handOver(fine, at('2024-04-08 15:00'));
  return stage;
}

async function tellAll(stage: Stage, settles = false): Promise<void> {
  for (const one of news) {
    await stage.tell(caseId, one, at('2024-06-07 09:00'));
    if (settles) await stage.settle();
  }
}

const read = (stage: Stage) => stage.process.fines.read(fineId, at('2024-07-01 09:00'));

describe('what the deciding side tells of a fine', () => {
  it('moves its term, pauses its surcharge and changes what is owed', async () => {
    const stage = await handedOverStage();
    await tellAll(stage);
    await stage.settle();
    // 1,000 yuan were due on 05-10 and again on 06-10; the days up to 06-06 do not count.
    expect(await read(stage)).toMatchObject({
      ...{ state: 'open', conditions: ['instalments', 'reduced'], changedOn: '2024-06-06' },
      ...{ fine: { fen: 240_000 }, confiscatedGains: { fen: 0 }, imposed: { fine: { fen: 300_000 } } },
      ...{ paymentDue: '2024-07-10', paymentTerm: { previousDue: ['2024-04-23'] } },
      pauses: [{ remedy: 1, from: '2024-04-26', through: '2024-06-06', counted: true }],
      // 4 days on 1,000 yuan (06-07 to 06-10), 21 on 2,000.
      surcharge: { fen: 4 * 3_000 + 21 * 6_000 },
      instalments: [1, 2, 3].map((instalment) => ({
        instalment,
        amount: { fen: 100_000 },
        state: instalment < 3 ? 'missed' : 'open',
        unpaid: { fen: instalment < 3 ? 100_000 : 40_000 },
        paymentCode: expect.stringMatching(/^\d{20}$/) as string,
      })),
    });
  });

  it('gives each instalment a code of its own, under which money goes to the fine as a whole', async () => {
    const stage = await handedOverStage();
    await tellAll(stage);
    await stage.settle();
    const view = await read(stage);
    const codes = [view?.paymentCode, ...(view?.instalments ?? []).map(({ paymentCode }) => paymentCode)];
    expect(new Set(codes).size).toBe(4);
    const bank = bankAt('bank-a', at('2024-06-08 12:00'));
    const paidAt = at('2024-06-08 11:00');
    const code = codes[3] ?? '';
    await stage.process.messages.payment({ bank: 'bank-a', reference: 'P1', code, fen: fen(100_000), paidAt }, bank);
    await stage.settle();
    expect(await read(stage)).toMatchObject({ paid: { fen: 100_000 }, payments: [{ reference: 'P1' }] });
  });

  it('never un-counts a remedy that was accepted, and forgets one that was not', async () => {
    const stage = await handedOverStage();
    const payment = { bank: 'bank-a', reference: 'P1', fen: fen(350_000), paidAt: at('2024-05-02 11:00') };
    await stage.tell(caseId, pending, at('2024-04-26 09:00'));
    await stage.settle();
    const code = (await read(stage))?.paymentCode ?? '';
    await stage.process.messages.payment({ ...payment, code }, bankAt('bank-a', at('2024-05-02 12:00')));
    await stage.settle();
    // Two days, 04-24 and 04-25, had arisen before: 180 yuan are open.
    expect(await read(stage)).toMatchObject({ state: 'open', conditions: ['paused'], outstanding: { fen: 18_000 } });
    const never = { ...ended, data: { ...ended.data, accepted: false } } as PublishedByDecision;
    await stage.tell(caseId, never, at('2024-06-07 09:00'));
    await stage.settle();
    expect(await read(stage)).toMatchObject({ outstanding: { fen: 9 * 9_000 }, conditions: [] });
  });

  it('opens a fine again that was paid by what was known then, and tells the deciding side so', async () => {
    const stage = await handedOverStage();
    await stage.tell(
      caseId,
      { ...pending, data: { ...pending.data, soughtOn: day('2024-04-20') } },
      at('2024-04-20 09:00'),
    );
    await stage.settle();
    const code = (await read(stage))?.paymentCode ?? '';
    const payment = { bank: 'bank-a', reference: 'P1', code, fen: fen(350_000), paidAt: at('2024-05-02 11:00') };
    await stage.process.messages.payment(payment, bankAt('bank-a', at('2024-05-02 12:00')));
    await stage.settle();
    expect(await read(stage)).toMatchObject({ state: 'paid' });
    const never = { ...ended, data: { ...ended.data, accepted: false } } as PublishedByDecision;
    await stage.tell(caseId, never, at('2024-06-07 09:00'));
    await stage.settle();
    expect(await read(stage)).toMatchObject({ state: 'open', outstanding: { fen: 9 * 9_000 } });
    const reopened = stage.log.events.find(({ type }) => type === 'FineReopened');
    expect(JSON.parse(reopened?.data ?? '{}')).toMatchObject({ reversedReference: null, reversedFen: 0 });
  });

  it('takes a fine that fell out of collection; what was paid is held', async () => {
    const stage = await handedOverStage();
    await stage.settle();
    const code = (await read(stage))?.paymentCode ?? '';
    const payment = { bank: 'bank-a', reference: 'P1', code, fen: fen(100_000), paidAt: at('2024-04-10 11:00') };
    await stage.process.messages.payment(payment, bankAt('bank-a', at('2024-04-10 12:00')));
    await stage.settle();
    const fell: PublishedByDecision = {
      type: 'FineCancelled',
      data: { ...of, reason: 'revoked', cancelledOn: day('2024-06-06'), by: 'litigation' },
    };
    await stage.tell(caseId, fell, at('2024-06-06 09:00'));
    await stage.settle();
    expect(await read(stage)).toMatchObject({
      ...{ state: 'cancelled', cancelledOn: '2024-06-06', outstanding: { fen: 0 }, overpaid: { fen: 100_000 } },
    });
  });

  it('notes cash that was handed in, and uses up the number of its receipt', async () => {
    const stage = await handedOverStage();
    const handedIn: PublishedByDecision = {
      type: 'SpotMoneyHandedIn',
      data: {
        ...{ ...of, fen: fen(10_000), receiptNumber: '晋财0001234' },
        ...{ takenAt: at('2024-04-08 15:05'), handedInOn: day('2024-04-10') },
      },
    };
    await stage.tell(caseId, handedIn, at('2024-04-10 09:00'));
    await stage.settle();
    expect(await read(stage)).toMatchObject({
      conditions: ['spot-money-held'],
      spotMoney: [{ amount: { fen: 10_000 }, receiptNumber: '晋财0001234', depositBy: '2024-04-12' }],
    });
    expect(stage.log.stream(`receiptNumber-${uuid5('receiptNumber', '晋财0001234')}`)).toHaveLength(1);
  });

  it('comes to the same in whatever order it and the money arrive', async () => {
    const ends = async (order: readonly number[], settles: boolean) => {
      const stage = await handedOverStage();
      await stage.settle();
      const code = (await read(stage))?.paymentCode ?? '';
      const pay = async (reference: string, amount: number, paidAt: string) => {
        const payment = { bank: 'bank-a', reference, code, fen: fen(amount), paidAt: at(paidAt) };
        await stage.process.messages.payment(payment, bankAt('bank-a', at('2024-06-30 12:00')));
      };
      const money = [() => pay('P1', 120_000, '2024-05-11 10:00'), () => pay('P2', 300_000, '2024-06-12 10:00')];
      const waiting = news.map((one) => () => stage.tell(caseId, one, at('2024-06-07 09:00')));
      for (const pick of order) {
        await (pick % 2 === 0 ? (money.shift() ?? waiting.shift()) : (waiting.shift() ?? money.shift()))?.();
        if (settles) await stage.settle();
      }
      await stage.settle();
      const { state } = await stage.process.deps.handler.load(fines, fineId);
      const { recordedAt: _, codes: __, payments, ...rest } = state;
      return { ...rest, payments: [...payments].sort((a, b) => (a.reference < b.reference ? -1 : 1)) };
    };
    const expected = await ends([1, 1, 1, 1, 0, 0], true);
    expect(expected).toMatchObject({ said: { paid: { paidOn: '2024-06-12' } } });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1), { minLength: 6, maxLength: 6 }), fc.boolean(), async (order, settles) => {
        expect(await ends(order, settles)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it.each(['before', 'after'] as const)(
    'is followed once wherever the process dies, just %s an append',
    async (when) => {
      const clean = await handedOverStage();
      await tellAll(clean);
      const told = clean.log.events.length;
      await clean.settle();
      const appends = clean.log.events.length - told;
      for (let n = 1; n <= appends; n += 1) {
        const stage = await handedOverStage(new Stage(dyingAt(n, when)));
        await tellAll(stage);
        for (let settled = false; !settled;)
          try {
            await stage.settle();
            settled = true;
          } catch (error) {
            if (!(error instanceof Crash)) throw error;
            stage.restart();
          }
        expect(stage.content()).toEqual(clean.content());
      }
    },
  );
});
