import { type CivilDate, fen, parseCivilDate, sha256Hex, uuid5 } from '@fajiao/kernel';
import type { ActRequest } from '@fajiao/platform';
import type { DiscrepancyFacts } from '../domain/statement/discrepancy.events';
import { statementIdOf, statements } from '../domain/statement/statement';
import { readLine } from '../domain/statement/statement-line';
import type { StatementKind } from '../domain/statement/bucket';
import { suspense, suspenseIdOf } from '../domain/suspense/suspense';
import { at, handedOver } from '../spec-support/samples.fixture.spec';
import { bankAt, Stage } from '../spec-support/stage.fixture.spec';
import { StatementIntake } from './statement-intake';
import { WorklistActs } from './worklist-acts';

const served = parseCivilDate('2024-04-08');
const fine = handedOver({ decidedOn: served, servedOn: served, decidingPersons: ['reviewer-1', 'head-1'] });
const noon = at('2024-04-12 12:00');
const refusedToDeciders = { code: 'duties.deciding-side' };

const by = (id: string): ActRequest => ({
  ...{ operation: 'collection.test', now: at('2024-04-15 09:00'), actor: { id, roles: ['finance-clerk'] } },
  ...{ ifMatch: 0, bodyHash: sha256Hex(id), correlationId: uuid5('test', 'correlation'), language: 'en' as const },
  commandId: (resource: string) => uuid5('test', `${id} ${resource}`),
});

async function withFine(): Promise<Stage> {
  const stage = new Stage();
  await stage.handOver(fine, at('2024-04-08 15:00'));
  await stage.settle();
  return stage;
}

async function paid(stage: Stage, reference: string): Promise<void> {
  const code = (await stage.process.fines.read(fine.fineId, noon))?.paymentCode ?? '';
  const money = { bank: 'bank-a', reference, code, fen: fen(50_000), paidAt: at('2024-04-12 10:00') };
  await stage.process.messages.payment(money, bankAt('bank-a', noon));
  await stage.settle();
}

const date: CivilDate = parseCivilDate('2024-04-12');
const place = { bank: 'bank-a', date, kind: 'statement' as const, key: 'line-1' as const };

async function listedWrong() {
  const stage = await withFine();
  await paid(stage, 'A1');
  await stage.process.messages.statement(
    { bank: 'bank-a', date, lines: [{ reference: 'A1', fen: 49_000 }] },
    bankAt('bank-a', at('2024-04-12 20:00')),
  );
  await stage.settle();
  const acts = new WorklistActs(stage.process.deps);
  const facts: DiscrepancyFacts = { reference: 'A1', fen: fen(49_000), bucket: 'amount-differs' };
  const request = (id: string, amount = 50_000, kind: StatementKind = 'statement') =>
    acts.requestCorrection(
      { ...place, kind },
      { facts, fen: fen(amount), document: '更正函7', reason: '误列' },
      by(id),
    );
  const authorise = async (id: string) => {
    const { state } = await stage.process.deps.handler.load(statements, statementIdOf('bank-a', date, 'statement'));
    const correctionId = state.discrepancies['line-1']?.corrections[0]?.correctionId ?? '';
    return acts.authoriseCorrection(place, correctionId, by(id));
  };
  return { stage, request, authorise };
}

describe('a listing of a payment', () => {
  it('is not corrected by whoever decided the case of its fine', async () => {
    const { stage, request, authorise } = await listedWrong();
    await expect(request('reviewer-1')).rejects.toMatchObject(refusedToDeciders);
    await request('clerk-1');
    await expect(authorise('head-1')).rejects.toMatchObject(refusedToDeciders);
    expect((await authorise('clerk-2')).events).toMatchObject([{ type: 'CorrectionAuthorised' }]);
    expect(stage.log.events.filter(({ type }) => type === 'ActRefused')).toHaveLength(2);
  });
});

describe('a correction that would prove nothing', () => {
  it('is refused: to another amount than that of the callback, or in the list of the treasury', async () => {
    const { stage, request } = await listedWrong();
    const list = { bank: 'bank-a', date, kind: 'treasury-credits', lines: 1, linesFen: fen(49_000) } as const;
    const sender = bankAt('bank-a', at('2024-04-13 20:00'));
    const intake = new StatementIntake(stage.process.deps, { ...list, contentHash: sha256Hex('list') }, sender);
    await intake.takeIn([readLine({ reference: 'A1', fen: 49_000 }, 1)]);
    await stage.settle();
    const proves = { code: 'correction.not-of-amount' };
    await expect(request('clerk-1', 500_000)).rejects.toMatchObject(proves);
    await expect(request('clerk-1', 50_000, 'treasury-credits')).rejects.toMatchObject(proves);
    expect((await request('clerk-1')).events).toMatchObject([{ type: 'CorrectionRequested' }]);
  });
});

describe('money held because its fine was cancelled', () => {
  const suspenseId = suspenseIdOf({ bank: 'bank-a', reference: 'A1' });
  const back = { kind: 'return' as const, fineId: null, reason: '处罚已撤销' };

  async function held() {
    const stage = await withFine();
    await stage.cancel(fine.fineId, parseCivilDate('2024-04-11'), at('2024-04-11 09:00'));
    await paid(stage, 'A1');
    const acts = new WorklistActs(stage.process.deps);
    const etag = async () => (await acts.readSuspense(suspenseId))?.etag ?? -1;
    const request = async (id: string) => acts.request(suspenseId, back, { ...by(id), ifMatch: await etag() });
    const authorise = async (id: string) => {
      const { state } = await stage.process.deps.handler.load(suspense, suspenseId);
      const asked = { resolutionId: state.resolutions[0]?.resolutionId ?? '', approvalNumber: '忻财退〔2024〕12号' };
      return acts.authorise(suspenseId, asked, { ...by(id), ifMatch: await etag() });
    };
    return { request, authorise };
  }

  it('is not returned by whoever decided the case of that fine', async () => {
    const { request, authorise } = await held();
    await expect(request('reviewer-1')).rejects.toMatchObject(refusedToDeciders);
    await request('clerk-1');
    await expect(authorise('head-1')).rejects.toMatchObject(refusedToDeciders);
  });

  it('is returned by others, though the fine has ended', async () => {
    const { request, authorise } = await held();
    expect((await request('clerk-1')).events).toMatchObject([{ type: 'ResolutionRequested' }]);
    expect((await authorise('clerk-2')).events).toMatchObject([{ type: 'ResolutionAuthorised' }]);
  });
});
