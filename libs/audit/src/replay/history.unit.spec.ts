import { parseInstant } from '@fajiao/kernel';
import { factsOf, type Moment, readHistory, standingAt, UnreadableEvent } from './history';
import { codec, doctored, PARTY, sample, sampleStore, STREAM } from './sample-case.fixture.spec';

const NOW = parseInstant('2024-01-01T00:00:00+08:00');

async function stoodAt(moment: Moment) {
  const history = await readHistory(await sampleStore(), STREAM);
  return standingAt(sample, STREAM, factsOf(codec, sample, history), moment, NOW);
}

describe('a history', () => {
  it('stands now as all its events fold, read now', async () => {
    expect(await stoodAt('now')).toEqual({
      revision: 3,
      at: NOW,
      state: { party: PARTY, notes: ['现场检查笔录', '询问笔录'], closedFor: 500000, status: 'closed' },
    });
  });

  it('stood at a revision as the events up to it fold, read when that one was recorded', async () => {
    expect(await stoodAt({ revision: 1 })).toEqual({
      revision: 1,
      at: '2023-09-11T01:00:00.000Z',
      state: { party: PARTY, notes: ['现场检查笔录'], closedFor: null, status: 'open' },
    });
  });

  it('stood at an instant as it was on record then: what was recorded late is not there before', async () => {
    const between = parseInstant('2023-09-15T09:00:00+08:00');
    expect(await stoodAt({ at: between })).toMatchObject({
      revision: 1,
      at: between,
      state: { notes: ['现场检查笔录'] },
    });
    const after = parseInstant('2023-09-20T15:00:00+08:00');
    expect(await stoodAt({ at: after })).toMatchObject({ revision: 2 });
  });

  it('stood nowhere before its first event', async () => {
    expect(await stoodAt({ at: parseInstant('2023-09-11T08:59:59+08:00') })).toBeUndefined();
  });

  it('is empty where there is no such stream', async () => {
    expect(await readHistory(await sampleStore(), 'sample-none')).toEqual({ stream: 'sample-none', stored: [] });
  });

  it('names the event that cannot be read', async () => {
    const store = doctored(await sampleStore(), (events) =>
      events.map((event) => (event.revision === 2 ? { ...event, type: 'Unknown' } : event)),
    );
    const history = await readHistory(store, STREAM);
    expect(() => factsOf(codec, sample, history)).toThrow(UnreadableEvent);
    expect(() => factsOf(codec, sample, history)).toThrow(`event 2 of ${STREAM}`);
  });
});
