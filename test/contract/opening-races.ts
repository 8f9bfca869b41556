import { type EventStore, type NewEvent, VersionConflict } from '@fajiao/event-store';
import { all, appendUntilKnown, idsOf, newBatch, newStream } from './sample-events';
import type { Topic } from './store-under-test';

const AT_ONCE = 25;

/** Appenders that want the same place: one of them gets it. */
export function openingRaces({ under, decision, races }: Topic): void {
  it(`${races} races of two openings have one winner each`, async () => {
    const other = await under().open('decision');
    let winners = 0;
    for (let done = 0; done < races; done += AT_ONCE) {
      const outcomes = await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, races - done) }, () => race(decision(), other)),
      );
      winners += outcomes.reduce((sum, outcome) => sum + outcome, 0);
    }
    expect(winners).toBe(races);
    await other.close();
  }, 600_000);

  it('sixteen callers add to one stream: every event once, revisions without a gap', async () => {
    const other = await under().open('decision');
    const stream = newStream();
    await decision().append(stream, newBatch(1), 'none');
    const added = await Promise.all(
      Array.from({ length: 16 }, (_, i) => addInTurn(i % 2 ? other : decision(), stream, newBatch(5))),
    );
    const events = await all(decision().read(stream));
    expect(events.map((event) => event.revision)).toEqual(events.map((_, i) => i));
    expect(idsOf(events.slice(1)).sort()).toEqual(added.flatMap(idsOf).sort());
    await other.close();
  }, 120_000);
}

/** How many of two openings won. The stream must hold the winner's events and nothing else. */
async function race(one: EventStore, other: EventStore): Promise<number> {
  const stream = newStream();
  const batches = [newBatch(2), newBatch(1)] as const;
  const outcomes = await Promise.allSettled([
    appendUntilKnown(one, stream, batches[0], 'none'),
    appendUntilKnown(other, stream, batches[1], 'none'),
  ]);
  const losers = outcomes.filter((outcome) => outcome.status === 'rejected');
  for (const loser of losers) expect(loser.reason).toBeInstanceOf(VersionConflict);
  const winner = batches.find((_, i) => outcomes[i]?.status === 'fulfilled');
  expect(idsOf(await all(one.read(stream)))).toEqual(idsOf(winner ?? []));
  return outcomes.length - losers.length;
}

/** Appends the events one by one, each where the stream stands by then. */
async function addInTurn(store: EventStore, stream: string, events: readonly NewEvent[]): Promise<readonly NewEvent[]> {
  for (const event of events) {
    for (let added = false; !added;) {
      const last = await store.last(stream);
      try {
        await appendUntilKnown(store, stream, [event], last?.revision ?? 'none');
        added = true;
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
      }
    }
  }
  return events;
}
