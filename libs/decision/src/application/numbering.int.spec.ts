import { memoryEventStore, type MemoryEventStore } from '@fajiao/event-store';
import { documentNumbers } from '../domain/document-numbers';
import { cases } from '../domain/evolve';
import { openDesk, Sender, type Desk } from '../spec-support/desk.fixture.spec';
import { DyingStore, runPolicies } from '../spec-support/policies.fixture.spec';
import { filing, straightCase, upTo } from '../spec-support/steps.fixture.spec';

async function typesOf(store: MemoryEventStore, category: string): Promise<readonly string[]> {
  const { events } = await store.readAll(undefined, 10_000);
  return events.filter(({ stream }) => stream.startsWith(`${category}-`)).map(({ type }) => type);
}

async function numberOf({ deps }: Desk, caseId: string | undefined) {
  return (await deps.handler.load(cases, caseId ?? '')).state.number?.documentNumber;
}

describe('numbering of decisions', () => {
  // The appends of a decision: reservation, decision, number drawn, number in the case.
  it.each([0, 1, 2, 3, 4])('comes to one number when the process dies at append %i of the decision', async (diesAt) => {
    const store = memoryEventStore();
    const before = new Sender(openDesk(store));
    await before.sendAll(upTo('waived'));
    const dying = new Sender(openDesk(new DyingStore(store, diesAt)));
    Object.assign(dying, { caseId: before.caseId, etag: before.etag });
    await dying.send(straightCase.decided, 'the key').catch(() => undefined);

    const desk = openDesk(store);
    await runPolicies(desk);
    const after = new Sender(desk);
    Object.assign(after, { caseId: before.caseId, etag: before.etag });
    const done = await after.send(straightCase.decided, 'the key');
    await runPolicies(desk);

    expect(done.events).toEqual([{ type: 'PenaltyDecided', revision: 8 }]);
    expect(await numberOf(desk, before.caseId)).toBe('（示）文综罚字〔2023〕第1号');
    expect(await typesOf(store, 'documentNumbers')).toEqual(['NumberAssigned']);
    expect(await typesOf(store, 'partyActs')).toEqual(['ActReserved']);
    expect((await typesOf(store, 'case')).filter((type) => type === 'DecisionNumbered')).toHaveLength(1);
  });

  it('leaves the decision standing when the number cannot be drawn at once, and says so', async () => {
    const store = memoryEventStore();
    const before = new Sender(openDesk(store));
    await before.sendAll(upTo('waived'));
    const faults: string[] = [];
    const dying = new Sender(openDesk(new DyingStore(store, 2), { onFault: (what) => faults.push(what) }));
    Object.assign(dying, { caseId: before.caseId, etag: before.etag });
    const done = await dying.send(straightCase.decided);
    expect(done).toMatchObject({
      documentNumber: null,
      stillRequired: [{ act: 'serve-decision', code: 'decision.not-numbered', source: 'profile' }],
    });
    expect(faults).toEqual(['number-decisions']);
  });

  it('counts 500 decisions made at the same time from 1 to 500, none twice, none missing', async () => {
    const store = memoryEventStore();
    const desks = [openDesk(store), openDesk(store)] as const;
    const senders = await Promise.all(
      Array.from({ length: 500 }, async (_, i) => {
        const sender = new Sender(desks[i % 2 === 0 ? 0 : 1]);
        const filed = { ...straightCase.filed, data: { ...filing, actDate: day(i) } };
        await sender.sendAll([filed, ...upTo('waived').slice(1)]);
        return sender;
      }),
    );
    const done = await Promise.all(senders.map((sender) => sender.send(straightCase.decided)));
    const drawn = done.map(({ documentNumber }) => Number(/第(\d+)号/.exec(documentNumber ?? '')?.[1]));
    expect([...drawn].sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
    const { state } = await desks[0].deps.handler.load(documentNumbers, 'penalty-2023');
    expect(state.decisions).toHaveLength(500);
  }, 120_000);
});

/** A day of its own for each case: the acts are not the same. */
function day(i: number): string {
  const date = new Date(Date.UTC(2022, 0, 1 + i));
  return date.toISOString().slice(0, 10);
}
