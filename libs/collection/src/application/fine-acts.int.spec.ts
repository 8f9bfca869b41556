import type { PublishedByDecision } from '@fajiao/contracts';
import { fen, type Instant, parseCivilDate, sha256Hex, uuid5 } from '@fajiao/kernel';
import type { ActRequest } from '@fajiao/platform';
import { at, handedOver } from '../spec-support/samples.fixture.spec';
import { Crash, dyingAt, Stage } from '../spec-support/stage.fixture.spec';
import { FineActs } from './fine-acts';

const served = parseCivilDate('2024-09-13');
const decidingPersons = ['officer-2', 'reviewer-1'];
const fine = handedOver({ decidedOn: served, servedOn: served, fineFen: fen(10_000), decidingPersons });
const { fineId, caseId } = fine;
const cash: PublishedByDecision = {
  type: 'SpotMoneyHandedIn',
  data: {
    ...{ fineId, caseId, fen: fen(10_000), receiptNumber: '晋财0001234', takenAt: at('2024-09-13 11:05') },
    handedInOn: parseCivilDate('2024-09-18'),
  },
};

const requestOf = (id: string, operation: string, now: Instant, body = '', ifMatch = 0): ActRequest => ({
  ...{ operation, now, actor: { id, roles: ['finance-clerk'] }, ifMatch, bodyHash: sha256Hex(body) },
  ...{ correlationId: uuid5('test', 'correlation'), language: 'en' as const },
  commandId: (resource: string) => uuid5('test', `${id} ${resource} ${body}`),
});

async function withCash(): Promise<Stage> {
  const stage = new Stage();
  await stage.handOver(fine, at('2024-09-13 11:00'));
  await stage.tell(caseId, cash, at('2024-09-18 09:00'));
  await stage.settle();
  return stage;
}

const deposit = { bank: 'bank-a', reference: 'D1' };
const nine = at('2024-09-20 09:00');
const depositBy = (stage: Stage, by = 'clerk-1') =>
  new FineActs(stage.process.deps).depositSpotMoney(
    fineId,
    deposit,
    requestOf(by, 'collection.depositSpotMoney', nine),
  );
const read = (stage: Stage) => stage.process.fines.read(fineId, at('2024-09-21 09:00'));

describe('an act of a finance clerk', () => {
  it('is nothing for whoever had a part in the case before the fine was handed over', async () => {
    const stage = await withCash();
    await expect(depositBy(stage, 'reviewer-1')).rejects.toMatchObject({ code: 'duties.deciding-side' });
  });

  it('is nothing for whoever the deciding side names as one of its own', async () => {
    const stage = await withCash();
    await expect(depositBy(stage, 'officer-1')).rejects.toMatchObject({ code: 'duties.deciding-side' });
    const refusals = stage.log.events.filter(({ type }) => type === 'ActRefused');
    expect(refusals.map(({ data }) => JSON.parse(data) as object)).toMatchObject([
      {
        operation: 'collection.depositSpotMoney',
        target: `fine-${fineId}`,
        grounds: [{ code: 'duties.deciding-side' }],
      },
    ]);
  });

  it.each(['before', 'after'] as const)(
    'counts a deposit once, wherever the process dies %s an append',
    async (when) => {
      for (let n = 1; n <= 2; n += 1) {
        const stage = await withCash();
        stage.restart(dyingAt(n, when));
        await depositBy(stage).catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error;
        });
        stage.restart();
        await stage.settle(); // the payment may be carried before the clerk asks again
        await depositBy(stage);
        await stage.settle();
        expect(await read(stage)).toMatchObject({
          ...{ state: 'paid', overpaid: { fen: 0 }, paid: { fen: 10_000 } },
          payments: [{ reference: 'D1', paidAt: at('2024-09-13 11:05'), onTheSpot: true }],
          spotMoney: [{ deposited: { bank: 'bank-a', reference: 'D1' } }],
        });
        expect(stage.log.events.filter(({ type }) => type === 'SpotMoneyDeposited')).toHaveLength(1);
      }
    },
  );

  it('takes no reference for a deposit under which a bank told of other money', async () => {
    const stage = await withCash();
    const code = (await read(stage))?.paymentCode ?? '';
    const bank = { actor: { id: 'bank:bank-a', roles: ['bank'] }, now: nine, correlationId: uuid5('test', 'bank') };
    await stage.process.messages.payment({ ...deposit, code, fen: fen(9_999), paidAt: nine }, bank);
    await expect(depositBy(stage)).rejects.toMatchObject({ code: 'spot-deposit.reference-known' });
    await stage.settle();
    await expect(depositBy(stage)).rejects.toMatchObject({ code: 'spot-deposit.reference-known' });
  });

  it('gives a receipt number to one payment, whoever asks at the same time', async () => {
    const stage = await withCash();
    await depositBy(stage);
    const second = handedOver({
      ...{ fineId: uuid5('test', 'second'), caseId: uuid5('test', 'second case') },
      ...{ decidedOn: served, servedOn: served },
    });
    await stage.handOver(second, at('2024-09-13 11:00'));
    await stage.settle();
    const code = (await stage.process.fines.read(second.fineId, nine))?.paymentCode ?? '';
    const bank = { actor: { id: 'bank:bank-a', roles: ['bank'] }, now: nine, correlationId: uuid5('test', 'bank') };
    for (const reference of ['R1', 'R2'])
      await stage.process.messages.payment({ bank: 'bank-a', reference, code, fen: fen(100), paidAt: nine }, bank);
    await stage.settle();
    const acts = new FineActs(stage.process.deps);
    const issue = (reference: string, ifMatch: number) =>
      acts.issueReceipt(
        second.fineId,
        { bank: 'bank-a', reference, receiptNumber: '晋财0001300' },
        requestOf('clerk-1', 'collection.issueReceipt', nine, reference, ifMatch),
      );
    const issued = await Promise.allSettled(['R1', 'R2'].map((reference) => issue(reference, 0)));
    expect(issued.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { etag = 0 } = (await stage.process.fines.read(second.fineId, nine)) ?? {};
    const again = await Promise.allSettled(['R1', 'R2'].map((reference) => issue(reference, etag)));
    expect(again.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'receipt.number-used' },
    });
    expect(stage.log.events.filter(({ type }) => type === 'ReceiptIssued')).toHaveLength(1);
  });
});
