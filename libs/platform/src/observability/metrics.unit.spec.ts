import { type EventStore, type Position, VersionConflict } from '@fajiao/event-store';
import { Metrics } from './metrics';

const fail = () => Promise.reject(new Error('not used here'));
const unused: EventStore = {
  append: fail,
  read: () => ({ [Symbol.asyncIterator]: () => ({ next: fail }) }),
  last: fail,
  readAll: fail,
  woken: fail,
  close: fail,
};

describe('a counted store', () => {
  it('tells how many appends went through, how many events they held, and what became of the others', async () => {
    const outcomes = [
      () => Promise.resolve({ revision: 1, position: 'store:1' as Position }),
      () => Promise.reject(new VersionConflict('case-1', 'none', 0)),
    ];
    const store: EventStore = { ...unused, append: () => outcomes.shift()?.() ?? Promise.reject(new Error('no more')) };
    const metrics = new Metrics();
    const counted = metrics.counting(store, 'decision');
    const event = { id: 'x', type: 'X', data: '{}', metadata: '{}' };
    await expect(counted.append('case-1', [event, event], 'none')).resolves.toMatchObject({ revision: 1 });
    await expect(counted.append('case-1', [event], 'none')).rejects.toThrow(VersionConflict);
    const text = await metrics.registry.metrics();
    expect(text).toContain('fajiao_appends_total{context="decision",outcome="ok"} 1');
    expect(text).toContain('fajiao_appends_total{context="decision",outcome="VersionConflict"} 1');
    expect(text).toContain('fajiao_appended_events_total{context="decision"} 2');
  });
});
