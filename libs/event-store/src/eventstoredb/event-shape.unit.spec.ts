import * as fc from 'fast-check';
import { canonicalJson } from '../canonical-json';
import { BatchRefused } from '../errors';
import type { NewEvent } from '../port';
import { eventData, type Recorded, storedEvent } from './event-shape';

const event = (data: string, metadata = '{}'): NewEvent => ({
  id: '0b0e4b1c-64a1-4d3b-8c0f-111111111111',
  type: 'CaseFiled',
  data,
  metadata,
});

/** What the client sends of a value, and makes of the bytes that come back. */
const overTheWire = (value: unknown): unknown => JSON.parse(Buffer.from(JSON.stringify(value)).toString('utf8'));

const recorded = (sent: ReturnType<typeof eventData>): Recorded => ({
  id: sent.id,
  type: sent.type,
  streamId: 'test.case-1',
  revision: 7n,
  isJson: true,
  data: overTheWire(sent.data) as Record<string, unknown>,
  metadata: overTheWire(sent.metadata) as Record<string, unknown>,
  position: { commit: 4711n, prepare: 4711n },
});

const isNoInteger = (key: string): boolean => !/^(0|[1-9]\d*)$/.test(key);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, true, false, 0, -0, 1e21, 5e-324, '__proto__', 'toJSON'),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value')),
    fc.dictionary(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor')).filter(isNoInteger),
      tie('value'),
    ),
  ),
}));
const record = fc.dictionary(fc.string({ unit: 'binary' }).filter(isNoInteger), value);

describe('events on their way to the server and back', () => {
  it('canonical JSON goes out and comes back byte for byte', () => {
    fc.assert(
      fc.property(value, record, (data, metadata) => {
        const batch = event(canonicalJson(data), canonicalJson(metadata));
        const sent = eventData(batch);

        expect(JSON.stringify(sent.data)).toBe(batch.data);
        expect(JSON.stringify(sent.metadata)).toBe(batch.metadata);
        const stored = storedEvent(recorded(sent), 'case-1', 'store');
        expect(stored).toEqual({ ...batch, stream: 'case-1', revision: 7, position: 'store:00000000000000004711' });
      }),
    );
  });

  it.each(['{"b":1,"1":2}', '{ }', '{"fen":1.0}', '{"fen":12345678901234567890}', '"\\u00e9"', 'undefined', '1n', ''])(
    'refuses %j, whose bytes would not be kept',
    (text) => {
      expect(() => eventData(event(text))).toThrow(BatchRefused);
      expect(() => eventData(event('{}', text))).toThrow(BatchRefused);
    },
  );

  it.each(['null', '0', '""', 'false', '"text"', '1'])('refuses metadata %s: they are a record', (metadata) => {
    expect(() => eventData(event('{}', metadata))).toThrow(BatchRefused);
  });

  it('says in no refusal what stood there', () => {
    const fault = (): unknown => eventData(event('{"name":"陈伯年",}'));

    expect(fault).toThrow(BatchRefused);
    expect(fault).not.toThrow('陈伯年');
  });

  it('shows bytes that are no JSON as they came, for the content hash to judge', () => {
    const bytes = { ...recorded(eventData(event('{}'))), isJson: false as never, data: Buffer.from('forged') };

    expect(storedEvent(bytes as Recorded, 'case-1', 'store').data).toBe('forged');
  });
});
