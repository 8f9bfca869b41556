import { type Appended, ContentDiffers, type Expected, type NewEvent } from '@fajiao/event-store';
import { all, appendUntilKnown, idsOf, newBatch, newEvent, newStream } from './sample-events';
import type { Topic } from './store-under-test';

/** An append that is sent again: the answer of the first time, or ContentDiffers; never written twice. */
export function repeatedAppends({ under, decision, knowsBatches, refusesKnownIds }: Topic): void {
  /** A stream of two appends: three events, then two. */
  const twoAppends = async () => {
    const stream = newStream();
    const [first, second] = [newBatch(3), newBatch(2)];
    const answers = [await decision().append(stream, first, 'none'), await decision().append(stream, second, 2)];
    return { stream, first, second, answers, ids: idsOf([...first, ...second]) };
  };

  it('the first batch again has the first answer, though the stream has moved on', async () => {
    const { stream, first, answers, ids } = await twoAppends();
    expect(await decision().append(stream, first, 'none')).toMatchObject(placeOf(answers[0]));
    expect(idsOf(await all(decision().read(stream)))).toEqual(ids);
  });

  it('the last batch again has its answer', async () => {
    const { stream, second, answers, ids } = await twoAppends();
    expect(await decision().append(stream, second, 2)).toMatchObject(placeOf(answers[1]));
    expect(idsOf(await all(decision().read(stream)))).toEqual(ids);
  });

  it('another process gets the same answer', async () => {
    const { stream, first, second, answers } = await twoAppends();
    const other = await under().open('decision');
    expect(await other.append(stream, first, 'none')).toMatchObject(placeOf(answers[0]));
    expect(await other.append(stream, second, 2)).toMatchObject(placeOf(answers[1]));
    await other.close();
  });

  it('an append does not say that it is new when it is not', async () => {
    const { stream, first, answers } = await twoAppends();
    expect(answers.map(({ isNew }) => isNew)).not.toContain(false);
    expect((await decision().append(stream, first, 'none')).isNew).not.toBe(true);
  });

  it('one batch in two streams stands in both', async () => {
    const { first } = await twoAppends();
    const stream = newStream();
    await decision().append(stream, first, 'none');
    expect(idsOf(await all(decision().read(stream)))).toEqual(idsOf(first));
  });

  type Batches = { readonly first: readonly NewEvent[]; readonly second: readonly NewEvent[] };
  const differing: Record<string, (batches: Batches) => [readonly NewEvent[], Expected]> = {
    'the first event new': ({ first: [, b, c] }) => [list(newEvent(), b, c), 'none'],
    'only the first event known': ({ first: [a] }) => [list(a, newEvent(), newEvent()), 'none'],
    'two events permuted': ({ first: [a, b, c] }) => [list(b, a, c), 'none'],
    reversed: ({ first: [a, b, c] }) => [list(c, b, a), 'none'],
    'longer than the stream': ({ first, second }) => [[...first, ...second, newEvent()], 'none'],
    'longer by a new event': ({ second }) => [[...second, newEvent()], 2],
    'other data': ({ first: [a, b, c] }) => [list(a, b && { ...b, data: '{"facts":"其他"}' }, c), 'none'],
    'another type': ({ first: [a, b, c] }) => [list(a, b, c && { ...c, type: 'FilingApproved' }), 'none'],
    'other metadata': ({ first: [a, b, c] }) => [list(a && { ...a, metadata: '{"schema":2}' }, b, c), 'none'],
    'other data in the last batch': ({ second: [a, b] }) => [list(a, b && { ...b, data: '{}' }), 2],
  };
  it.each(Object.entries(differing))('%s: ContentDiffers, and nothing is written', async (_, change) => {
    const { stream, first, second, ids } = await twoAppends();
    const [events, expected] = change({ first, second });
    await expect(decision().append(stream, events, expected)).rejects.toBeInstanceOf(ContentDiffers);
    expect(idsOf(await all(decision().read(stream)))).toEqual(ids);
  });

  const unlikeTheBatch: Record<string, (batches: Batches) => [readonly NewEvent[], Expected]> = {
    'the first part of a batch': ({ first }) => [first.slice(0, 2), 'none'],
    'the last part of a batch': ({ first }) => [first.slice(1), 0],
    'two batches as one': ({ first, second }) => [[...first, ...second], 'none'],
    'a batch and a part of the next': ({ first, second }) => [[...first, ...second.slice(0, 1)], 'none'],
  };
  it.each(Object.entries(unlikeTheBatch))('%s: never written again', async (_, change) => {
    const { stream, first, second, ids } = await twoAppends();
    const answer = decision().append(stream, ...change({ first, second }));
    if (knowsBatches) await expect(answer).rejects.toBeInstanceOf(ContentDiffers);
    else await answer.catch((error: unknown) => expect(error).toBeInstanceOf(ContentDiffers));
    expect(idsOf(await all(decision().read(stream)))).toEqual(ids);
  });

  if (refusesKnownIds) {
    it('a batch at a refreshed revision: ContentDiffers, and nothing is written', async () => {
      const { stream, second, ids } = await twoAppends();
      await expect(decision().append(stream, second, 4)).rejects.toBeInstanceOf(ContentDiffers);
      expect(idsOf(await all(decision().read(stream)))).toEqual(ids);
    });
  }

  it.each([
    ['that opens a stream', 'none'],
    ['at a revision', 0],
  ] as const)('eight twins at the same moment, %s: one result, written once', async (_, expected) => {
    const other = await under().open('decision');
    for (let round = 0; round < 20; round++) {
      const stream = newStream();
      const before = expected === 'none' ? [] : newBatch(expected + 1);
      if (before.length > 0) await decision().append(stream, before, 'none');
      const batch = newBatch(2);
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, i) => appendUntilKnown(i % 2 ? other : decision(), stream, batch, expected)),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(placeOf(answer)))).size).toBe(1);
      expect(answers.filter(({ isNew }) => isNew).length).toBeLessThanOrEqual(1);
      expect(idsOf(await all(decision().read(stream)))).toEqual(idsOf([...before, ...batch]));
    }
    await other.close();
  });
}

const placeOf = (answer: Appended | undefined) => ({ revision: answer?.revision, position: answer?.position });

const list = (...events: readonly (NewEvent | undefined)[]): NewEvent[] =>
  events.filter((event) => event !== undefined);
