import { memoryEventStore } from '@fajiao/event-store';
import { parseInstant, uuid5 } from '@fajiao/kernel';
import { actOf } from '../domain/competing';
import { cases } from '../domain/evolve';
import { codesOf, openDesk, Sender, type Desk } from '../spec-support/desk.fixture.spec';
import { runPolicies } from '../spec-support/policies.fixture.spec';
import { filing, straightCase, upTo } from '../spec-support/steps.fixture.spec';
import { commandOf } from './commands';
import { OneFinePerAct } from './one-fine-per-act';

async function readyToDecide(desk: Desk, change: object = {}): Promise<Sender> {
  const sender = new Sender(desk);
  const filed = { ...straightCase.filed, data: { ...filing, ...change } };
  await sender.sendAll([filed, ...upTo('waived').slice(1)]);
  return sender;
}

describe('one fine for one act', () => {
  it('bars the second case of the same act, after its filing was only warned', async () => {
    const desk = openDesk();
    const first = await readyToDecide(desk);
    await first.send(straightCase.decided);
    const second = await readyToDecide(desk);
    const { state } = await desk.deps.handler.load(cases, second.caseId ?? '');
    expect(state.filing?.overlaps).toEqual([first.caseId]);
    expect(await codesOf(second.send(straightCase.decided))).toEqual(['fine.twice-for-one-act']);
    const { next } = await desk.reader.requirements(second.caseId ?? '', '2023-09-28T02:00:00.000Z' as never);
    expect(next).toEqual([
      { act: 'decide', code: 'fine.twice-for-one-act', source: 'APL-29', detail: { cases: first.caseId } },
    ]);
  });

  it('lets one of two decisions through that are made at the same time by two processes', async () => {
    const store = memoryEventStore();
    const senders = [await readyToDecide(openDesk(store)), await readyToDecide(openDesk(store))];
    const outcomes = await Promise.all(
      senders.map((sender) =>
        sender.send(straightCase.decided).then(
          () => 'decided',
          () => 'refused',
        ),
      ),
    );
    expect(outcomes.sort()).toEqual(['decided', 'refused']);
  });

  it('says nothing about another day or another party', async () => {
    const desk = openDesk();
    await (await readyToDecide(desk)).send(straightCase.decided);
    const otherParty = { ...filing.party, unifiedSocialCreditCode: '92140922MA0K12ABXB' };
    for (const change of [{ actDate: '2023-09-08' }, { party: otherParty }]) {
      const other = await readyToDecide(desk, change);
      await other.send(straightCase.decided);
    }
  });

  it('overlaps where a continuing act covers the day', async () => {
    const desk = openDesk();
    await (await readyToDecide(desk)).send(straightCase.decided);
    const other = await readyToDecide(desk, { actDate: '2023-09-01', actEndDate: '2023-09-10' });
    expect(await codesOf(other.send(straightCase.decided))).toEqual(['fine.twice-for-one-act']);
  });

  it('gives the act back when its case ends without a fine', async () => {
    const desk = openDesk();
    const first = await readyToDecide(desk);
    const second = await readyToDecide(desk);
    await reserveWithoutDeciding(desk, first.caseId ?? '');
    expect(await codesOf(second.send(straightCase.decided))).toEqual(['fine.twice-for-one-act']);
    await first.send({ at: '2023-09-27T10:00+08:00', by: 'head-1', act: 'drop', data: { ground: '重复立案' } });
    await runPolicies(desk);
    await second.send(straightCase.decided);
  });

  it('takes up the reservation that a crash left before the decision', async () => {
    const desk = openDesk();
    const sender = await readyToDecide(desk);
    await reserveWithoutDeciding(desk, sender.caseId ?? '');
    await sender.send(straightCase.decided);
  });

  it('never names a party in a stream', async () => {
    const desk = openDesk();
    await (await readyToDecide(desk)).send(straightCase.decided);
    const { events } = await desk.store.readAll(undefined, 100);
    const streams = events.map(({ stream }) => stream).filter((stream) => stream.startsWith('partyActs-'));
    expect(streams).toEqual([expect.stringMatching(/^partyActs-[0-9a-f]{64}$/)]);
  });
});

/** As a process leaves it that dies between the reservation and the decision. */
async function reserveWithoutDeciding({ deps }: Desk, caseId: string): Promise<void> {
  const { state } = await deps.handler.load(cases, caseId);
  const now = parseInstant('2023-09-26T10:00:00+08:00');
  const acting = { actor: { id: 'head-1', roles: ['head'] }, now, bodyHash: '', correlationId: 'c' };
  const { command } = await commandOf(deps, acting, uuid5('command', caseId), now);
  await new OneFinePerAct(deps).reserve(state.filing!.party, actOf(caseId, state.filing!), command);
}
