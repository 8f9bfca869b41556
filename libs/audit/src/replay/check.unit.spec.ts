import { canonicalJson, type StoredEvent } from '@fajiao/event-store';
import { type Actor, sha256Hex } from '@fajiao/kernel';
import fc from 'fast-check';
import { checkHistory } from './check';
import { readHistory } from './history';
import { codec, commands, doctored, PARTY, sample, sampleStore, STREAM } from './sample-case.fixture.spec';

type Doctoring = (events: readonly StoredEvent[]) => readonly StoredEvent[];

async function check(change: Doctoring = (events) => events, shownDigest?: string) {
  const store = doctored(await sampleStore(), change);
  return checkHistory(codec, sample, await readHistory(store, STREAM), shownDigest);
}

const shown = sha256Hex(
  canonicalJson({ party: PARTY, notes: ['现场检查笔录', '询问笔录'], closedFor: 500000, status: 'closed' }),
);

/** The content of two events exchanged, revisions and positions left as they stood. */
const exchanged =
  (a: number, b: number): Doctoring =>
  (events) =>
    events.map(({ revision, position, stream }, index) => {
      const from = events[index === a ? b : index === b ? a : index]!;
      return { ...from, revision, position, stream };
    });

const replacedIn =
  (revision: number, field: 'data' | 'metadata' | 'type', was: string, is: string): Doctoring =>
  (events) =>
    events.map((event) => (event.revision === revision ? { ...event, [field]: event[field].replace(was, is) } : event));

describe('the check of a history', () => {
  it('finds an untouched one whole, and gives the digest of the state that its GET shows', async () => {
    expect(await check(undefined, shown)).toEqual({
      stream: STREAM,
      events: 4,
      revisionsContiguous: true,
      contentHashesRight: true,
      orderRight: true,
      sealsWhole: true,
      stateDigest: shown,
      matchesShown: true,
      ok: true,
      faults: [],
    });
  });

  it('says nothing of the shown state when no digest is handed in', async () => {
    expect(await check()).toMatchObject({ matchesShown: null, ok: true });
  });

  it('finds a missing event and names the first revision that is not there', async () => {
    expect(await check((events) => events.filter(({ revision }) => revision !== 2))).toMatchObject({
      ok: false,
      revisionsContiguous: false,
      contentHashesRight: true,
      faults: [{ revision: 3, code: 'revision-missing', expected: 2 }],
    });
  });

  it('finds that the first events are missing', async () => {
    expect((await check((events) => events.slice(2))).faults).toEqual([
      { revision: 2, code: 'revision-missing', expected: 0 },
    ]);
  });

  it('finds an event that was taken out and the others moved up', async () => {
    const movedUp: Doctoring = (events) =>
      events.filter(({ revision }) => revision !== 0).map((event, revision) => ({ ...event, revision }));
    expect((await check(movedUp)).faults).toEqual([{ revision: 0, code: 'not-of-its-command' }]);
  });

  it('finds by the shown digest that the last events are missing', async () => {
    expect(await check((events) => events.slice(0, -1), shown)).toMatchObject({
      ok: false,
      revisionsContiguous: true,
      matchesShown: false,
    });
  });

  it.each<[string, Doctoring]>([
    ['data', replacedIn(3, 'data', '500000', '50000')],
    ['the actor', replacedIn(3, 'metadata', 'head-1', 'head-2')],
    ['a time', replacedIn(2, 'metadata', '2023-09-13', '2023-09-19')],
    ['a space in the metadata', replacedIn(2, 'metadata', '{', '{ ')],
    ['the type', replacedIn(1, 'type', 'Noted', 'Voted')],
  ])('finds that somebody altered %s', async (_what, change) => {
    const result = await check(change, shown);
    expect(result).toMatchObject({ ok: false, contentHashesRight: false });
    expect(result.faults).toContainEqual(expect.objectContaining({ code: 'content-altered' }));
  });

  it('finds any altered byte of data or metadata', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 3 }),
        fc.constantFrom('data' as const, 'metadata' as const),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 1, max: 90 }),
        async (revision, field, place, shift) => {
          const alter: Doctoring = (events) =>
            events.map((event) => {
              if (event.revision !== revision) return event;
              const at = Math.floor(place * event[field].length);
              const other = String.fromCharCode(32 + ((event[field].charCodeAt(at) - 32 + shift) % 95));
              return { ...event, [field]: event[field].slice(0, at) + other + event[field].slice(at + 1) };
            });
          const result = await check(alter);
          expect(result.ok).toBe(false);
          expect(result.faults).toContainEqual(expect.objectContaining({ revision, code: 'content-altered' }));
        },
      ),
    );
  });

  it('survives an event that cannot be opened, and says which', async () => {
    const garbled: Doctoring = (events) =>
      events.map((event) => (event.revision === 0 ? { ...event, data: '{' } : event));
    expect(await check(garbled)).toMatchObject({
      ok: false,
      stateDigest: null,
      faults: [
        { revision: 0, code: 'content-altered' },
        { revision: 0, code: 'unreadable' },
      ],
    });
  });

  it('finds events handed out in another order', async () => {
    expect((await check((events) => [events[0]!, events[2]!, events[1]!, events[3]!])).faults).toContainEqual({
      revision: 1,
      code: 'out-of-order',
    });
  });

  it('finds whole events exchanged although every content hash is right', async () => {
    expect(await check(exchanged(2, 3))).toMatchObject({
      ok: false,
      revisionsContiguous: true,
      contentHashesRight: true,
      orderRight: false,
      faults: [{ revision: 3, code: 'out-of-order' }],
    });
    expect((await check(exchanged(0, 1))).faults).toEqual([
      { revision: 0, code: 'not-of-its-command' },
      { revision: 1, code: 'not-of-its-command' },
    ]);
  });

  it('finds any two events exchanged', async () => {
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ] as const)
      expect(await check(exchanged(a, b))).toMatchObject({ ok: false, orderRight: false });
  });

  it('takes a policy that records at the time of an earlier cause for what it is', async () => {
    const policy: Actor = { id: 'policy:sample', roles: [] };
    const late = {
      by: policy,
      recordedAt: '2023-09-12T09:00:00+08:00',
      events: [{ type: 'Noted', data: { text: '' } }],
    };
    const store = await sampleStore([...commands, late as (typeof commands)[number]]);
    expect(checkHistory(codec, sample, await readHistory(store, STREAM), undefined).ok).toBe(true);
  });
});
