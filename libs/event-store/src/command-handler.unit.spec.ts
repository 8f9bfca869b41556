import { parseInstant } from '@fajiao/kernel';
import { account, codec, commandOf, move, moved, policy } from './account.fixture.spec';
import { contentHashOf } from './codec';
import { CommandContentDiffers, StaleRevision, StreamNotFound } from './command-errors';
import { CommandHandler } from './command-handler';
import { OutcomeUnknown, StoreUnavailable, VersionConflict } from './errors';
import { type Fault, FaultyStore } from './faulty-store.fixture.spec';
import { memoryEventStore } from './memory/memory-event-store';

const opening = { opening: true };

/** A handler on a store of its own, and a second process on the same events. */
function stage(...faults: Fault[]) {
  const memory = memoryEventStore();
  const store = new FaultyStore(memory, faults);
  const handler = new CommandHandler(store, codec);
  const other = new CommandHandler(memory, codec);
  const typesOf = async (id: string) => (await other.history(account, id)).map((fact) => fact.type);
  return { memory, store, handler, other, typesOf };
}

/** With 5 units in `case-1`, put there by the handler, whose cache knows it. */
async function opened(...faults: Fault[]) {
  const stood = stage('none', ...faults);
  await stood.handler.execute(account, '1', commandOf('open'), move(5), opening);
  stood.store.reads = 0;
  stood.store.appends.length = 0;
  return stood;
}

describe('CommandHandler', () => {
  it('opens a stream and answers with its facts, its state and its position', async () => {
    const { handler, memory } = stage();
    const done = await handler.execute(account, '1', commandOf('open'), move(5), opening);
    expect(done).toMatchObject({ done: true, repeated: false, revision: 1, etag: 1, state: { units: 5, events: 2 } });
    if (!done.done) throw new Error('refused');
    expect(done.facts.map(({ type, data, revision }) => ({ type, data, revision }))).toEqual([
      { type: 'Moved', data: { units: 5 }, revision: 0 },
      { type: 'Noted', data: { text: 'had 0' }, revision: 1 },
    ]);
    expect(done.position).toBe((await memory.last('case-1'))?.position);
    expect(await handler.load(account, '1')).toEqual({ state: { units: 5, events: 2 }, revision: 1, etag: 1 });
    expect(await handler.history(account, '1')).toEqual(done.facts);
  });

  it('keeps of actor and rulebook what facts are to hold, and nothing more', async () => {
    const { handler } = stage();
    const actor = { id: 'officer-1', roles: ['officer'], certificateNo: '7', name: '张三' };
    const rulebook = { profile: 'p', version: '1', clocks: [] };
    await handler.execute(account, '1', commandOf('open', { actor, rulebook }), move(5), opening);
    const [fact] = await handler.history(account, '1');
    expect(fact?.meta.actor).toEqual({ id: 'officer-1', roles: ['officer'], certificateNo: '7' });
    expect(fact?.meta.rulebook).toEqual({ profile: 'p', version: '1' });
  });

  it('loads a stream that does not exist as the initial state', async () => {
    expect(await stage().handler.load(account, '9')).toEqual({ state: account.initial, revision: -1, etag: -1 });
    expect(await stage().handler.history(account, '9')).toEqual([]);
  });

  it('names the events of a stream with the hashes that the store keeps', async () => {
    const { handler, memory } = await opened();
    expect(await handler.record(account, '1')).toEqual(
      memory.log.events.map((event) => ({ revision: event.revision, type: event.type, sha256: contentHashOf(event) })),
    );
    expect(await handler.record(account, '9')).toEqual([]);
  });

  describe('a refusal', () => {
    it('has its grounds and changes nothing', async () => {
      const { handler, typesOf } = await opened();
      const refused = await handler.execute(account, '1', commandOf('take'), move(-6));
      const grounds = [{ code: 'account.empty', source: 'test', detail: { units: 5 } }];
      expect(refused).toEqual({ done: false, grounds, state: { units: 5, events: 2 }, revision: 1, etag: 1 });
      expect(await typesOf('1')).toEqual(['Moved', 'Noted']);
    });

    it('is no answer for ever: the same command is decided again', async () => {
      const { handler } = await opened();
      expect((await handler.execute(account, '1', commandOf('take'), move(-6))).done).toBe(false);
      await handler.execute(account, '1', commandOf('put'), move(1));
      expect((await handler.execute(account, '1', commandOf('take'), move(-6))).done).toBe(true);
    });

    it('without events nothing is appended, and the stream stands as it stood', async () => {
      const { handler, store } = await opened();
      const done = await handler.execute(account, '1', commandOf('nothing'), () => ({ events: [] }));
      expect(done).toMatchObject({ done: true, facts: [], repeated: false, revision: 1 });
      expect(store.appends).toEqual([]);
      const nothing = handler.execute(account, '2', commandOf('nothing'), () => ({ events: [] }), opening);
      await expect(nothing).rejects.toThrow('made no event');
    });
  });

  describe('the guards', () => {
    it('a stream that does not exist is opened by an opening command only', async () => {
      const { handler } = stage();
      await expect(handler.execute(account, '1', commandOf('a'), move(1))).rejects.toBeInstanceOf(StreamNotFound);
      expect((await handler.execute(account, '1', commandOf('a'), move(1), opening)).done).toBe(true);
      expect((await handler.execute(account, '1', commandOf('b'), move(1), opening)).revision).toBe(3);
    });

    it('If-Match is 0 where only policies made events', async () => {
      const { handler } = stage();
      await handler.execute(account, '2', commandOf('p', { actor: policy }), move(1), opening);
      expect(await handler.load(account, '2')).toMatchObject({ etag: 0 });
      const blind = handler.execute(account, '2', commandOf('a'), move(1), { ifMatch: -1 });
      await expect(blind).rejects.toBeInstanceOf(StaleRevision);
      expect((await handler.execute(account, '2', commandOf('a'), move(1), { ifMatch: 0 })).done).toBe(true);
    });

    it('If-Match is the revision of the last event that no policy made', async () => {
      const { handler } = await opened();
      await handler.execute(account, '1', commandOf('p', { actor: policy }), move(1));
      expect(await handler.load(account, '1')).toMatchObject({ revision: 3, etag: 1 });
      const stale = handler.execute(account, '1', commandOf('a'), move(1), { ifMatch: 3 });
      await expect(stale).rejects.toMatchObject({ stream: 'case-1', etag: 1 });
      await expect(stale).rejects.toBeInstanceOf(StaleRevision);
      const fresh = await handler.execute(account, '1', commandOf('a'), move(1), { ifMatch: 1 });
      expect(fresh).toMatchObject({ done: true, revision: 5, etag: 5 });
    });
  });

  describe('a command that most likely opens its stream', () => {
    const likelyNew = { opening: true, likelyNew: true };

    it('is executed without a read', async () => {
      const { handler, store, typesOf } = stage();
      const done = await handler.execute(account, '1', commandOf('open'), move(5), likelyNew);
      expect(done).toMatchObject({ done: true, repeated: false, revision: 1, etag: 1, state: { units: 5, events: 2 } });
      expect(store.reads).toBe(0);
      expect(await typesOf('1')).toEqual(['Moved', 'Noted']);
    });

    it('rests on what stands in the stream, when it did exist', async () => {
      const { handler, other } = stage();
      await other.execute(account, '1', commandOf('open'), move(5), opening);
      const done = await handler.execute(account, '1', commandOf('take'), move(-4), likelyNew);
      expect(done).toMatchObject({ done: true, repeated: false, revision: 3, state: { units: 1, events: 4 } });
    });

    it('is refused on what stands in the stream only', async () => {
      const { handler, store } = stage();
      expect((await handler.execute(account, '1', commandOf('take'), move(-4), likelyNew)).done).toBe(false);
      expect(store.reads).toBe(1);
    });

    it('is answered as repeated, with the stream as it stands, when another process had executed it', async () => {
      const { handler, other, typesOf } = stage();
      await other.execute(account, '1', commandOf('open'), move(5), likelyNew);
      await other.execute(account, '1', commandOf('take'), move(-4));
      const done = await handler.execute(account, '1', commandOf('open'), move(5), likelyNew);
      expect(done).toMatchObject({ done: true, repeated: true, revision: 3, state: { units: 1, events: 4 } });
      expect(await typesOf('1')).toEqual(['Moved', 'Noted', 'Moved', 'Noted']);
    });

    it('with another body is not taken for the one that is known', async () => {
      const { handler, other } = stage();
      await other.execute(account, '1', commandOf('open'), move(5), likelyNew);
      const differing = handler.execute(account, '1', commandOf('open', { hash: 'f'.repeat(64) }), move(6), likelyNew);
      await expect(differing).rejects.toBeInstanceOf(CommandContentDiffers);
    });

    it.each<Fault>(['answer-lost', 'never-arrived', 'written-but-conflict'])(
      'stands there once, though its first append met %s',
      async (fault) => {
        const { handler, typesOf } = stage(fault);
        const done = await handler.execute(account, '1', commandOf('open'), move(5), likelyNew);
        expect(done).toMatchObject({ done: true, revision: 1, state: { units: 5, events: 2 } });
        expect(await typesOf('1')).toEqual(['Moved', 'Noted']);
      },
    );
  });

  describe('a command that is known', () => {
    it('is answered with what it did, before anything else is looked at', async () => {
      const { handler, other, typesOf } = await opened();
      const first = await handler.execute(account, '1', commandOf('a'), move(1), { ifMatch: 1 });
      await other.execute(account, '1', commandOf('b'), move(1));
      for (const process of [handler, other]) {
        const never = () => {
          throw new Error('decided again');
        };
        const again = await process.execute(account, '1', commandOf('a'), never, { ifMatch: 1 });
        if (!first.done || !again.done) throw new Error('refused');
        expect(again.facts).toEqual(first.facts);
        expect(again).toMatchObject({ repeated: true, position: first.position, revision: 5, state: { units: 7 } });
      }
      expect(await typesOf('1')).toHaveLength(6);
    });

    it('is not sent to the store again', async () => {
      const { handler, store } = await opened();
      const again = await handler.execute(account, '1', commandOf('open'), move(5), opening);
      expect(again).toMatchObject({ repeated: true, revision: 1 });
      expect(store.appends).toEqual([]);
    });

    it('with another body is refused outright', async () => {
      const { handler, other } = await opened();
      for (const process of [handler, other]) {
        const answer = process.execute(account, '1', commandOf('open', { hash: 'another' }), move(1));
        await expect(answer).rejects.toBeInstanceOf(CommandContentDiffers);
      }
    });
  });

  describe('the cache', () => {
    it('an acceptance rests on it: one append and no read', async () => {
      const { handler, store } = await opened();
      await handler.execute(account, '1', commandOf('a'), move(1), { ifMatch: 1 });
      await handler.execute(account, '1', commandOf('b'), move(1), { ifMatch: 3 });
      expect(store.reads).toBe(0);
      expect(store.appends.map(({ expected }) => expected)).toEqual([1, 3]);
    });

    it('a refusal never rests on it', async () => {
      const { handler, other } = await opened();
      await other.execute(account, '1', commandOf('put'), move(10));
      expect((await handler.execute(account, '1', commandOf('take'), move(-12))).done).toBe(true);
      await other.execute(account, '1', commandOf('put more'), move(10));
      const refused = await handler.execute(account, '1', commandOf('take all'), move(-14));
      expect(refused).toMatchObject({ done: false, revision: 7, state: { units: 13 } });
    });

    it('a stale If-Match, and what decide throws, never rest on it', async () => {
      const { handler, other } = await opened();
      await other.execute(account, '1', commandOf('put'), move(10));
      expect((await handler.execute(account, '1', commandOf('a'), move(1), { ifMatch: 3 })).done).toBe(true);
      await other.execute(account, '1', commandOf('put more'), move(10));
      const picky = (state: { units: number }) => {
        if (state.units < 26) throw new Error('decided on an old state');
        return { events: [moved(1)] };
      };
      expect((await handler.execute(account, '1', commandOf('b'), picky)).done).toBe(true);
      const broken = handler.execute(account, '1', commandOf('c'), () => Promise.reject(new Error('always')));
      await expect(broken).rejects.toThrow('always');
    });

    it('what was accepted on an old state is decided again on the true one', async () => {
      const { handler, other, store } = await opened();
      await other.execute(account, '1', commandOf('take'), move(-4));
      const refused = await handler.execute(account, '1', commandOf('take too'), move(-4));
      expect(refused).toMatchObject({ done: false, state: { units: 1 }, revision: 3 });
      expect(store.appends).toHaveLength(1);
    });

    it('is bounded, and forgets what was used longest ago', async () => {
      const store = new FaultyStore(memoryEventStore());
      const handler = new CommandHandler(store, codec, { cached: 2 * (2 + 2 + 3) });
      for (const id of ['1', '2', '3']) await handler.execute(account, id, commandOf(`open ${id}`), move(1), opening);
      store.reads = 0;
      for (const id of ['2', '3']) await handler.execute(account, id, commandOf(`more ${id}`), move(1));
      expect(store.reads).toBe(0);
      await handler.execute(account, '1', commandOf('more 1'), move(1));
      expect(store.reads).toBe(1);
    });

    it('keeps a long stream, however many short ones come and go between its uses', async () => {
      const store = new FaultyStore(memoryEventStore());
      const handler = new CommandHandler(store, codec, { cached: 2_000 });
      for (let n = 0; n <= 250; n += 1) await handler.execute(account, 'long', commandOf(`${n}`), move(1), opening);
      for (let n = 0; n < 200; n += 1) await handler.execute(account, `${n}`, commandOf(`open ${n}`), move(1), opening);
      store.reads = 0;
      await handler.execute(account, 'long', commandOf('more'), move(1));
      expect(store.reads).toBe(0);
      expect(await handler.load(account, 'long')).toMatchObject({ revision: 503, state: { units: 252 } });
    });

    it('is dropped when the store contradicts it, as after a backup was restored', async () => {
      const { handler, store } = await opened();
      await handler.execute(account, '1', commandOf('a'), move(1));
      store.store = (await opened()).memory;
      const done = await handler.execute(account, '1', commandOf('b'), move(1));
      expect(done).toMatchObject({ done: true, revision: 3, state: { units: 6 } });
    });

    it('two foldings of one stream do not mix', async () => {
      const { handler } = await opened();
      const lengthOnly = { ...account, initial: 0, evolve: (length: number) => length + 1 };
      expect(await handler.load(lengthOnly, '1')).toMatchObject({ state: 2 });
      expect(await handler.load(account, '1')).toMatchObject({ state: { units: 5 } });
    });
  });

  describe('an append whose outcome is unknown', () => {
    it.each<[Fault[], string]>([
      [['answer-lost'], 'written, answer lost'],
      [['never-arrived'], 'never arrived'],
      [['arrives-late'], 'arrives late'],
      [['answer-lost', 'never-arrived', 'answer-lost', 'arrives-late'], 'four faults in a row'],
      [['never-arrived', 'unavailable', 'unavailable'], 'lost, then the store is away'],
      [['written-but-conflict'], 'a conflict that is none'],
      [['answer-lost', 'written-but-conflict'], 'a repeat answered by a conflict'],
    ])('%j is repeated with the same bytes at the same revision: written once (%s)', async (faults) => {
      const { handler, store, typesOf } = await opened(...faults);
      const done = await handler.execute(account, '1', commandOf('a'), move(1), { ifMatch: 1 });
      expect(done).toMatchObject({ done: true, revision: 3, state: { units: 6 } });
      expect(done.done && done.facts.map((fact) => fact.type)).toEqual(['Moved', 'Noted']);
      for (const call of store.appends) expect(call).toEqual(store.appends[0]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await typesOf('1')).toHaveLength(4);
    });

    it('is told when it stays unknown; the same command sent again has its answer', async () => {
      const { handler, store, typesOf } = await opened(...Array<Fault>(5).fill('answer-lost'));
      await expect(handler.execute(account, '1', commandOf('a'), move(1))).rejects.toBeInstanceOf(OutcomeUnknown);
      expect(store.appends).toHaveLength(5);
      expect(await handler.execute(account, '1', commandOf('a'), move(1))).toMatchObject({ done: true, revision: 3 });
      expect(await typesOf('1')).toHaveLength(4);
    });

    it('stays unknown though the store says in the end that it is away', async () => {
      const { handler } = await opened('answer-lost', ...Array<Fault>(4).fill('unavailable'));
      await expect(handler.execute(account, '1', commandOf('a'), move(1))).rejects.toBeInstanceOf(OutcomeUnknown);
    });

    it('is not what a store says that was never reached', async () => {
      const { handler, store } = await opened('unavailable');
      await expect(handler.execute(account, '1', commandOf('a'), move(1))).rejects.toBeInstanceOf(StoreUnavailable);
      expect(store.appends).toHaveLength(1);
      expect((await handler.execute(account, '1', commandOf('a'), move(1))).done).toBe(true);
    });
  });

  describe('when others come first', () => {
    it('a policy: the act is decided again and accepted, whatever its If-Match', async () => {
      const { handler, other, store } = await opened();
      let times = 0;
      store.beforeAppend = async () => {
        if (times++ < 30)
          await other.execute(account, '1', commandOf(`p${times}`, { actor: policy }), () => ({ events: [moved(1)] }));
      };
      const done = await handler.execute(account, '1', commandOf('a'), move(1), { ifMatch: 1 });
      expect(done).toMatchObject({ done: true, revision: 33, state: { units: 36 } });
    });

    it('a person: who gave If-Match is told', async () => {
      const { handler, other, store } = await opened();
      store.beforeAppend = async () => other.execute(account, '1', commandOf('b'), move(1));
      const stale = handler.execute(account, '1', commandOf('a'), move(1), { ifMatch: 1 });
      await expect(stale).rejects.toMatchObject({ etag: 3 });
    });

    it('people again and again: given up in the end', async () => {
      const { memory, store, other } = stage();
      const handler = new CommandHandler(store, codec, { conflicts: 3 });
      await other.execute(account, '1', commandOf('open'), move(5), opening);
      let times = 0;
      store.beforeAppend = async () => other.execute(account, '1', commandOf(`b${times++}`), move(1));
      await expect(handler.execute(account, '1', commandOf('a'), move(1))).rejects.toBeInstanceOf(VersionConflict);
      expect(times).toBe(4);
      expect(await memory.last('case-1')).toMatchObject({ revision: 9 });
    });

    it('a twin in another process: both have the same answer', async () => {
      const { handler, other, store, typesOf } = await opened();
      let twin: unknown;
      store.beforeAppend = async () => {
        twin ??= await other.execute(account, '1', commandOf('a'), move(1), { ifMatch: 1 });
      };
      const mine = await handler.execute(account, '1', commandOf('a'), move(1), { ifMatch: 1 });
      expect(mine).toEqual(twin);
      expect(await typesOf('1')).toHaveLength(4);
    });

    it('a twin that decided otherwise: what won is the answer', async () => {
      const { handler, other, store, typesOf } = await opened();
      const later = commandOf('a', { recordedAt: parseInstant('2023-09-11T09:00:07+08:00') });
      store.beforeAppend = () => other.execute(account, '1', later, move(1));
      const mine = await handler.execute(account, '1', commandOf('a'), move(1));
      expect(mine).toMatchObject({
        done: true,
        repeated: true,
        facts: [{ meta: { recordedAt: later.recordedAt } }, {}],
      });
      expect(await typesOf('1')).toHaveLength(4);
    });

    it('a command of the same id with another body: the loser is refused', async () => {
      const { handler, other, store } = await opened();
      store.beforeAppend = () => other.execute(account, '1', commandOf('a', { hash: 'another' }), move(2));
      const loser = handler.execute(account, '1', commandOf('a'), move(1));
      await expect(loser).rejects.toBeInstanceOf(CommandContentDiffers);
    });

    it('in the same process they take turns: no conflict, no read', async () => {
      const { handler, store } = await opened();
      const all = await Promise.all(
        Array.from({ length: 50 }, (_, i) => handler.execute(account, '1', commandOf(`m${i}`), move(1))),
      );
      expect(all.map((done) => done.revision)).toEqual(Array.from({ length: 50 }, (_, i) => 3 + 2 * i));
      expect(store.appends).toHaveLength(50);
      expect(store.reads).toBe(0);
    });
  });
});
