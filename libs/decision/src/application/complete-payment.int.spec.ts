import { PolicyRefused, type StreamFact } from '@fajiao/projections';
import type { FineClosable, FineReopened, FineWrittenOff } from '@fajiao/contracts';
import { cases } from '../domain/evolve';
import { codesOf, openDesk, Sender, type Desk } from '../spec-support/desk.fixture.spec';
import { straightCase, upTo } from '../spec-support/steps.fixture.spec';
import { CompletePayment } from './complete-payment.policy';
import { NoteWriteOff } from './note-write-off.policy';

const META = {
  context: 'collection',
  actor: { id: 'policy:carry-money', roles: [] },
  occurredAt: '2023-10-09T08:00:00.000Z',
  recordedAt: '2023-10-09T08:00:00.000Z',
  commandId: '00000000-0000-4000-8000-000000000002',
  commandHash: '',
  correlationId: 'c',
  causationId: 'c',
  rulebook: { profile: 'p', version: 'v' },
} as const;

async function servedCase(): Promise<{ desk: Desk; sender: Sender; fineId: string }> {
  const desk = openDesk();
  const sender = new Sender(desk);
  await sender.sendAll(upTo('served'));
  const { state } = await desk.deps.handler.load(cases, sender.caseId ?? '');
  return { desk, sender, fineId: state.service?.fineId ?? '' };
}

const closable = (caseId: string | undefined, fineId: string) =>
  ({
    type: 'FineClosable',
    data: { fineId, caseId, paidFen: 500000, surchargeFen: 0, paidOn: '2023-10-08' },
    meta: META,
    revision: 7,
    stream: `fine-${fineId}`,
    position: 'p:1',
  }) as unknown as StreamFact<FineClosable>;

const reopened = (caseId: string | undefined, fineId: string) =>
  ({
    ...closable(caseId, fineId),
    type: 'FineReopened',
    data: { fineId, caseId, reversedReference: 'A2', reversedFen: 500000 },
    revision: 8,
  }) as unknown as StreamFact<FineReopened>;

const writtenOff = (caseId: string | undefined, fineId: string) =>
  ({
    ...closable(caseId, fineId),
    type: 'FineWrittenOff',
    data: {
      ...{ fineId, caseId, writtenOffFen: 500000, writtenOffOn: '2023-10-09' },
      ...{ ground: 'died-without-estate', source: 'ACL-40' },
    },
    revision: 9,
  }) as unknown as StreamFact<FineWrittenOff>;

describe('what the collecting side says of a fine', () => {
  it('brings a paid fine into its case once, so that the case can be closed on the version that its officer saw', async () => {
    const { desk, sender, fineId } = await servedCase();
    const policy = new CompletePayment(desk.deps);
    await policy.react(closable(sender.caseId, fineId));
    await policy.react(closable(sender.caseId, fineId));
    const { state } = await desk.deps.handler.load(cases, sender.caseId ?? '');
    expect(state.log.filter(({ type }) => type === 'PaymentCompleted')).toHaveLength(1);
    await sender.send(straightCase.closed);
  });

  it('opens a closed case again when the bank takes the payment back', async () => {
    const { desk, sender, fineId } = await servedCase();
    const policy = new CompletePayment(desk.deps);
    await policy.react(closable(sender.caseId, fineId));
    await sender.send(straightCase.closed);
    await policy.react(reopened(sender.caseId, fineId));
    const { state } = await desk.deps.handler.load(cases, sender.caseId ?? '');
    expect({ status: state.status, ending: state.ending, payment: state.payment }).toEqual({
      status: 'served',
      ending: null,
      payment: null,
    });
    expect(await codesOf(sender.send(straightCase.closed))).toEqual(['closing.fine-open']);
  });

  it('brings a fine that was written off into its case once, which can then be closed', async () => {
    const { desk, sender, fineId } = await servedCase();
    const policy = new NoteWriteOff(desk.deps);
    await policy.react(writtenOff(sender.caseId, fineId));
    await policy.react(writtenOff(sender.caseId, fineId));
    const { state } = await desk.deps.handler.load(cases, sender.caseId ?? '');
    expect(state.log.filter(({ type }) => type === 'PaymentWrittenOff')).toHaveLength(1);
    await sender.send(straightCase.closed);
  });

  it('hears of a write-off by a policy of its own, which reads what complete-payment has passed', async () => {
    const { desk } = await servedCase();
    expect(Object.keys(new CompletePayment(desk.deps).schemas)).not.toContain('FineWrittenOff');
    expect(new NoteWriteOff(desk.deps)).toMatchObject({ name: 'note-write-off', startsAt: 'beginning' });
  });

  it('is refused a fine that is not of the case', async () => {
    const { desk, sender } = await servedCase();
    const another = closable(sender.caseId, 'another fine');
    await expect(new CompletePayment(desk.deps).react(another)).rejects.toThrow(PolicyRefused);
    const writtenOffElsewhere = writtenOff(sender.caseId, 'another fine');
    await expect(new NoteWriteOff(desk.deps).react(writtenOffElsewhere)).rejects.toThrow(PolicyRefused);
  });
});
