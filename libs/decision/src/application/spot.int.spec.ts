import { memoryEventStore, type MemoryEventStore } from '@fajiao/event-store';
import { cases } from '../domain/evolve';
import { codesOf, openDesk, Sender, type Desk } from '../spec-support/desk.fixture.spec';
import { at, changed } from '../spec-support/other-steps.fixture.spec';
import { DyingStore, runPolicies } from '../spec-support/policies.fixture.spec';
import { onTheSpot, onTheSpotUpTo, spotDecision } from '../spec-support/spot-steps.fixture.spec';
import { evidence } from '../spec-support/steps.fixture.spec';

const { decided } = onTheSpot;

async function typesIn(store: MemoryEventStore, category: string): Promise<readonly string[]> {
  const { events } = await store.readAll(undefined, 10_000);
  return events.filter(({ stream }) => stream.startsWith(`${category}-`)).map(({ type }) => type);
}

/** The same act in a case of the ordinary procedure, ready to be decided. */
const ordinary = [
  {
    at: at('2024-09-13', '09:00'),
    by: 'officer-1',
    act: 'file',
    data: {
      party: spotDecision.party,
      offence: spotDecision.offence,
      actDate: spotDecision.actDate,
      officers: spotDecision.officers,
      source: spotDecision.source,
      facts: spotDecision.facts,
    },
  },
  { at: at('2024-09-13', '09:10'), by: 'lead-1', act: 'approve-filing' },
  { at: at('2024-09-13', '09:20'), by: 'officer-1', act: 'collect-evidence', data: evidence },
  {
    at: at('2024-09-13', '09:30'),
    by: 'officer-1',
    act: 'conclude-investigation',
    data: {
      findings: spotDecision.facts,
      conditions: ['refused-to-correct'],
      proposal: { penalties: spotDecision.penalties, tier: '轻微' },
    },
  },
  { at: at('2024-09-13', '09:40'), by: 'officer-1', act: 'serve-prior-notice', data: { mode: 'direct' } },
];
const ordinaryDecision = { at: at('2024-09-24'), by: 'head-1', act: 'decide', data: {} };

describe('a decision on the spot', () => {
  it('opens a case, is numbered in a series of its own, and hands its money over', async () => {
    const desk = openDesk();
    const sender = new Sender(desk);
    const done = await sender.send(decided);
    expect(done).toMatchObject({
      revision: 0,
      events: [{ type: 'SpotPenaltyDecided', revision: 0 }],
      documentNumber: '（示）文综当罚字〔2024〕第1号',
    });
    await sender.sendAll(onTheSpotUpTo('reported').slice(1));
    const { state } = await desk.deps.handler.load(cases, sender.caseId ?? '');
    expect(state.log.map(({ type }) => type)).toEqual([
      'SpotPenaltyDecided',
      'DecisionNumbered',
      'FineHandedOver',
      'DecisionForPublic',
      'SpotMoneyTaken',
      'SpotMoneyHandedIn',
      'SpotDecisionReported',
    ]);
  });

  // The appends: reservation, decision, number drawn, number in the case with what it publishes.
  it.each([0, 1, 2, 3, 4])('comes to one number and one fine when the process dies at append %i', async (diesAt) => {
    const store = memoryEventStore();
    const dying = new Sender(openDesk(new DyingStore(store, diesAt)));
    await dying.send(decided, 'the key').catch(() => undefined);

    const desk = openDesk(store);
    await runPolicies(desk);
    const after = new Sender(desk);
    await after.send(decided, 'the key');
    await runPolicies(desk);

    expect(await typesIn(store, 'case')).toEqual([
      'SpotPenaltyDecided',
      'DecisionNumbered',
      'FineHandedOver',
      'DecisionForPublic',
    ]);
    expect(await typesIn(store, 'documentNumbers')).toEqual(['NumberAssigned']);
    expect(await typesIn(store, 'partyActs')).toEqual(['ActReserved']);
  });

  it('waits for its number before money is taken, and tells so', async () => {
    const store = memoryEventStore();
    const dying = new Sender(openDesk(new DyingStore(store, 2)));
    const { documentNumber, stillRequired } = await dying.send(decided);
    expect(documentNumber).toBeNull();
    expect(stillRequired[0]).toEqual({ act: 'close', code: 'decision.not-numbered', source: 'profile' });
    const desk = openDesk(store);
    const sender = new Sender(desk);
    Object.assign(sender, { caseId: dying.caseId, etag: dying.etag });
    expect(await codesOf(sender.send(onTheSpot.collected))).toEqual([
      'decision.not-numbered',
      'spot-collection.nothing-due',
    ]);
    await runPolicies(desk);
    await sender.send(onTheSpot.collected);
  });
});

describe('one fine for one act, on the spot', () => {
  it('bars the case of the same act, and is barred by it', async () => {
    const desk = openDesk();
    const first = new Sender(desk);
    await first.sendAll(ordinary);
    await first.send(ordinaryDecision);
    expect(await codesOf(new Sender(desk).send(decided))).toEqual(['fine.twice-for-one-act']);

    const other = openDesk();
    await new Sender(other).send(decided);
    const second = new Sender(other);
    await second.sendAll(ordinary);
    expect(await codesOf(second.send(ordinaryDecision))).toEqual(['fine.twice-for-one-act']);
  });

  it('lets one of two decisions through that are made at the same time by two processes', async () => {
    for (let round = 0; round < 20; round += 1) {
      const store = memoryEventStore();
      const outcomes = await Promise.all(
        [openDesk(store), openDesk(store)].map((desk) =>
          new Sender(desk).send(decided).then(
            () => 'decided',
            () => 'refused',
          ),
        ),
      );
      expect(outcomes.sort()).toEqual(['decided', 'refused']);
      const made = await typesIn(store, 'case');
      expect(made.filter((type) => type === 'SpotPenaltyDecided')).toHaveLength(1);
    }
  });

  it('lets a warning stand beside a fine', async () => {
    const desk = openDesk();
    await new Sender(desk).send(decided);
    const party = { kind: 'organisation', name: '示例网吧', unifiedSocialCreditCode: '91140922MA0K56EF0A' };
    const warning = { party, offence: 'CT-NET-31-1', penalties: [{ kind: 'warning' }], conditions: [] };
    await new Sender(desk).send(changed(decided, warning));
    await new Sender(desk).send(changed(decided, warning));
  });
});

describe('a decision on the spot that reserved its act and was never recorded', () => {
  async function lostDecision(): Promise<{ readonly store: MemoryEventStore; readonly desk: Desk }> {
    const store = memoryEventStore();
    const dying = new Sender(openDesk(new DyingStore(store, 1)));
    await dying.send(decided, 'the key').catch(() => undefined);
    expect(await typesIn(store, 'partyActs')).toEqual(['ActReserved']);
    return { store, desk: openDesk(store) };
  }

  it('is taken over by the next one, with another key', async () => {
    const { store, desk } = await lostDecision();
    await new Sender(desk).send(decided, 'another key');
    expect(await typesIn(store, 'partyActs')).toEqual(['ActReserved', 'ActReleased', 'ActReserved']);
    expect([...(await typesIn(store, 'case'))].sort()).toEqual([
      'DecisionForPublic',
      'DecisionNumbered',
      'FineHandedOver',
      'OpeningAbandoned',
      'SpotPenaltyDecided',
    ]);
  });

  it('is taken over by a case of the ordinary procedure', async () => {
    const { desk } = await lostDecision();
    const sender = new Sender(desk);
    await sender.sendAll([...ordinary, ordinaryDecision]);
  });

  it('can come no more then', async () => {
    const { desk } = await lostDecision();
    await new Sender(desk).send(decided, 'another key');
    expect(await codesOf(new Sender(desk).send(decided, 'the key'))).toContain('case.ended');
  });

  it('comes where nobody has taken it over', async () => {
    const { store, desk } = await lostDecision();
    await new Sender(desk).send(decided, 'the key');
    expect(await typesIn(store, 'partyActs')).toEqual(['ActReserved']);
  });
});

describe('a case that goes to another authority', () => {
  it('gives the act back that it had reserved', async () => {
    const store = memoryEventStore();
    const desk = openDesk(store);
    const sender = new Sender(desk);
    await sender.sendAll(ordinary);
    const dying = new Sender(openDesk(new DyingStore(store, 1)));
    Object.assign(dying, { caseId: sender.caseId, etag: sender.etag });
    await dying.send(ordinaryDecision).catch(() => undefined);
    expect(await codesOf(new Sender(desk).send(decided))).toEqual(['fine.twice-for-one-act']);

    const elsewhere = { to: '示例市文化和旅游局', ground: '无管辖权', kind: 'authority' };
    await sender.sendAll([
      { at: at('2024-09-24', '14:00'), by: 'officer-1', act: 'propose-transfer', data: elsewhere },
      { at: at('2024-09-24', '15:00'), by: 'head-1', act: 'approve-transfer' },
      { at: at('2024-09-24', '16:00'), by: 'officer-1', act: 'hand-over', data: { receipt: '移送回执' } },
    ]);
    await runPolicies(desk);
    await new Sender(desk).send(decided);
  });
});
