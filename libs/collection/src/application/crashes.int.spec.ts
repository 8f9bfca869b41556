import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutcomeUnknown, type EventStore } from '@fajiao/event-store';
import * as fc from 'fast-check';
import { dayEnds, dayMessages, endOf, handOverDayFines, lateCallbacks } from '../spec-support/small-day.fixture.spec';
import { Crash, dyingAt, Stage } from '../spec-support/stage.fixture.spec';

/** Everything once, nothing in its way; how many appends it took. */
async function cleanDay(): Promise<{ stage: Stage; appends: number }> {
  let appends = 0;
  const stage = new Stage((inner) => ({
    ...through(inner),
    append: (stream, events, expected) => {
      appends += 1;
      return inner.append(stream, events, expected);
    },
  }));
  await handOverDayFines(stage);
  await stage.settle();
  for (const send of dayMessages) {
    await send(stage.process.messages);
    await stage.settle();
  }
  for (const send of lateCallbacks) {
    await send(stage.process.messages);
    await stage.settle();
  }
  return { stage, appends };
}

const through = (inner: EventStore): EventStore => ({
  append: (stream, events, expected) => inner.append(stream, events, expected),
  read: (stream, from) => inner.read(stream, from),
  last: (stream) => inner.last(stream),
  readAll: (after, limit) => inner.readAll(after, limit),
  woken: (after, signal) => inner.woken(after, signal),
  close: () => inner.close(),
});

/** Sends again after a crash, as a bank does that had no answer. */
async function untilAnswered(stage: Stage, work: () => Promise<unknown>): Promise<void> {
  for (;;)
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      stage.restart();
    }
}

describe('a bank’s day', () => {
  it('ends as it should when nothing happens', async () => {
    const { stage } = await cleanDay();
    expect(await endOf(stage)).toEqual(dayEnds);
  });

  it('writes no field into an event that is not in its golden file', async () => {
    const { stage } = await cleanDay();
    const own = stage.log.events.filter(({ stream }) => !stream.startsWith('case-'));
    const strange = own.flatMap(({ type, data }) => {
      const known = goldenFieldsOf(type);
      return fieldsOf(JSON.parse(data)).flatMap((field) => (known.has(field) ? [] : `${type} ${field}`));
    });
    expect([...new Set(strange)]).toEqual([]);
  });

  it.each(['before', 'after'] as const)(
    'leaves the same events wherever the process dies, just %s an append',
    async (when) => {
      const clean = await cleanDay();
      expect(clean.appends).toBeGreaterThan(30);
      for (let n = 1; n <= clean.appends; n += 1) {
        const stage = new Stage(dyingAt(n, when));
        await handOverDayFines(stage);
        const settle = () => untilAnswered(stage, () => stage.settle());
        await settle();
        for (const send of [...dayMessages, ...lateCallbacks]) {
          await untilAnswered(stage, () => send(stage.process.messages));
          await settle();
        }
        expect(stage.content()).toEqual(clean.stage.content());
      }
    },
  );

  it('comes to the same when every message is delivered 20 times, in any order and at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 64 }), async (dice, atOnce) => {
        const stage = new Stage();
        await handOverDayFines(stage);
        await stage.settle();
        const deliveries = shuffled(
          dayMessages.flatMap((send) => Array<typeof send>(20).fill(send)),
          dice,
        );
        for (let i = 0; i < deliveries.length; i += atOnce) {
          const answers = deliveries.slice(i, i + atOnce).map((send) => send(stage.process.messages));
          await Promise.all([...answers, ...(i % 3 === 0 ? [stage.settle()] : [])]);
        }
        await stage.settle();
        for (const send of lateCallbacks) await send(stage.process.messages);
        await stage.settle();
        expect(await endOf(stage)).toEqual(dayEnds);
        expect(stage.log.events.filter(({ type }) => type === 'PaymentReported')).toHaveLength(6);
      }),
      { numRuns: 20 },
    );
  });

  it('is not hurt by two processes that carry the same money', async () => {
    const stage = new Stage();
    await handOverDayFines(stage);
    await stage.settle();
    for (const send of dayMessages) await send(stage.process.messages);
    await Promise.all([stage.settle(), stage.settle(), stage.settle()]);
    for (const send of lateCallbacks) await send(stage.process.messages);
    await Promise.all([stage.settle(), stage.settle()]);
    expect(await endOf(stage)).toEqual(dayEnds);
    expect(stage.log.events.filter(({ type }) => type === 'PaymentApplied')).toHaveLength(5);
  });

  it('is kept once when the store does not say whether it kept a message', async () => {
    const doubtful = new Set<string>();
    const stage = new Stage((inner) => ({
      ...through(inner),
      append: async (stream, events, expected) => {
        const appended = await inner.append(stream, events, expected);
        const batch = events[0]?.id ?? '';
        if (doubtful.has(batch)) return appended;
        doubtful.add(batch);
        throw new OutcomeUnknown(stream);
      },
    }));
    await handOverDayFines(stage);
    await stage.settle();
    for (const send of dayMessages) await send(stage.process.messages);
    await stage.settle();
    for (const send of lateCallbacks) await send(stage.process.messages);
    await stage.settle();
    expect(await endOf(stage)).toEqual(dayEnds);
  });
});

function goldenFieldsOf(type: string): ReadonlySet<string> {
  const folder = join(__dirname, '../domain/golden');
  const files = readdirSync(folder).filter((file) => file.startsWith(`${type}.v`));
  const samples = files.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as { data: unknown }[]);
  return new Set(samples.flatMap(({ data }) => fieldsOf(data)));
}

/** Paths of all fields; what is sealed counts as a field with nothing in it. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => fieldsOf(entry, `${path}[]`));
  if (typeof value !== 'object' || value === null || '$sealed' in value) return [path];
  return Object.entries(value).flatMap(([key, field]) => fieldsOf(field, `${path}.${key}`));
}

function shuffled<T>(items: readonly T[], dice: Iterator<number>): T[] {
  const rest = [...items];
  return items.map(() => {
    const roll: unknown = dice.next().value;
    return rest.splice(Number(roll) % rest.length, 1)[0] as T;
  });
}
