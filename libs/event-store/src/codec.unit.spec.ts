import { type DomainEvent, type FactMeta, parseInstant, sha256Hex, uuid5 } from '@fajiao/kernel';
import { aesSealer } from './aes-sealer';
import { Codec } from './codec';
import type { EventSchemas, JsonObject } from './event-schema';
import type { NewEvent, Position, StoredEvent } from './port';
import type { Sealer } from './sealer';
import { CodecFault } from './upcast';

type Filed = DomainEvent<
  'Filed',
  {
    readonly party: { readonly name: string | null; readonly citizenId?: string };
    readonly items: readonly { readonly what: string; readonly owner: string }[];
    readonly facts: string;
  }
>;
type Closed = DomainEvent<'Closed', { readonly reason: string }>;

const schemas: EventSchemas<Filed | Closed> = {
  Filed: { version: 1, personal: ['party.name', 'party.citizenId', 'items[].owner'] },
  Closed: { version: 1 },
};

const meta: FactMeta = {
  context: 'decision',
  actor: { id: 'officer-1', roles: ['officer'], certificateNo: '12345' },
  occurredAt: parseInstant('2023-09-11T09:00:00+08:00'),
  recordedAt: parseInstant('2023-09-11T09:05:00+08:00'),
  commandId: '6f1f0c3e-7b7e-5a55-8a8a-2f1f0c3e7b7e',
  commandHash: sha256Hex('{}'),
  correlationId: 'c',
  causationId: 'd',
  rulebook: { profile: 'cn-county-culture-tourism', version: '1' },
};

const filed: Filed = {
  type: 'Filed',
  data: {
    party: { name: '张三', citizenId: '44010619990101231X' },
    items: [
      { what: '电脑主机', owner: '李四' },
      { what: '显示器', owner: '王五' },
    ],
    facts: '检查时发现',
  },
};

const codec = new Codec(aesSealer(Buffer.alloc(32, 1)));
const stored = (event: NewEvent | undefined, change: Partial<StoredEvent> = {}): StoredEvent => {
  if (!event) throw new Error('no event');
  return { ...event, stream: 'case-1', revision: 4, position: 's:00000000000000000001' as Position, ...change };
};
const encode = (...events: (Filed | Closed)[]) => codec.encode('case-1', events, meta, schemas);

describe('Codec', () => {
  it('writes canonical data and metadata with schema version and content hash', () => {
    const [event] = encode({ type: 'Closed', data: { reason: '结案' } });
    expect(event?.data).toBe('{"reason":"结案"}');
    const { contentHash, ...described } = JSON.parse(event?.metadata ?? '') as Record<string, unknown>;
    expect(described).toEqual({ ...meta, schema: 1 });
    expect(event?.metadata.startsWith('{"actor":{"certificateNo":"12345","id":"officer-1"')).toBe(true);
    const hashed = event?.metadata.replace(`"contentHash":"${String(contentHash)}",`, '');
    expect(contentHash).toBe(sha256Hex(`Closed\n{"reason":"结案"}\n${hashed}`));
  });

  it('derives ids from the command and the place in the batch; the same command is the same bytes', () => {
    const batch = encode(filed, { type: 'Closed', data: { reason: 'x' } });
    expect(batch.map((event) => event.id)).toEqual([uuid5(meta.commandId, '0'), uuid5(meta.commandId, '1')]);
    expect(encode(filed, { type: 'Closed', data: { reason: 'x' } })).toEqual(batch);
  });

  it('reads what it wrote', () => {
    const [event] = encode(filed);
    expect(codec.decode(stored(event), schemas)).toEqual({ ...filed, meta, revision: 4 });
  });

  it('seals personal fields, in lists too, and nothing else', () => {
    const [event] = encode(filed);
    for (const personal of ['张三', '44010619990101231X', '李四', '王五']) expect(event?.data).not.toContain(personal);
    const sealed = { $sealed: expect.any(String) as string };
    expect(JSON.parse(event?.data ?? '')).toEqual({
      party: { name: sealed, citizenId: sealed },
      items: [
        { what: '电脑主机', owner: sealed },
        { what: '显示器', owner: sealed },
      ],
      facts: '检查时发现',
    });
  });

  it('leaves absent and null personal fields as they are', () => {
    const data = { party: { name: null }, items: [], facts: '' };
    const [event] = encode({ type: 'Filed', data });
    expect(event?.data).toBe('{"facts":"","items":[],"party":{"name":null}}');
    expect(codec.decode(stored(event), schemas).data).toEqual(data);
  });

  it('seals whole records and numbers, and what is sealed twice opens twice', () => {
    type Noted = DomainEvent<
      'Noted',
      { readonly who: { readonly name: string; readonly age: number }; readonly age: number }
    >;
    const noted: EventSchemas<Noted> = { Noted: { version: 1, personal: ['who.name', 'who', 'age'] } };
    const event: Noted = { type: 'Noted', data: { who: { name: '张三', age: 17 }, age: 17 } };
    const [written] = codec.encode('case-1', [event], meta, noted);
    expect(JSON.parse(written?.data ?? '')).toEqual({
      who: { $sealed: expect.any(String) as string },
      age: { $sealed: expect.any(String) as string },
    });
    expect(codec.decode(stored(written), noted).data).toEqual(event.data);
  });

  it('shows a field whose key was destroyed as null', () => {
    const shredded: Sealer = { seal: () => 'x', open: (subject) => (subject === 'case-1' ? null : '"x"') };
    const [event] = encode(filed);
    expect(new Codec(shredded).decode(stored(event), schemas).data).toEqual({
      party: { name: null, citizenId: null },
      items: [
        { what: '电脑主机', owner: null },
        { what: '显示器', owner: null },
      ],
      facts: '检查时发现',
    });
  });

  it('does not open a field that was moved to another stream or event', () => {
    const [event] = encode(filed);
    expect(() => codec.decode(stored(event, { stream: 'case-2' }), schemas)).toThrow(CodecFault);
    expect(() => codec.decode(stored(event, { id: uuid5(meta.commandId, '9') }), schemas)).toThrow(CodecFault);
  });

  it('refuses plain data that looks sealed', () => {
    const data = { reason: { $sealed: 'x' } } as JsonObject as Closed['data'];
    expect(() => encode({ type: 'Closed', data })).toThrow(CodecFault);
  });

  it('verifies exactly what was written', () => {
    const [event] = encode(filed);
    expect(codec.verify(stored(event))).toBe(true);
    const later = event?.metadata.replace('2023-09-11', '2023-09-12');
    expect(codec.verify(stored(event, { metadata: later ?? '' }))).toBe(false);
    expect(codec.verify(stored(event, { data: event?.data.replace('检查', '复查') ?? '' }))).toBe(false);
    expect(codec.verify(stored(event, { type: 'Closed' }))).toBe(false);
    expect(codec.verify(stored(event, { metadata: '{}' }))).toBe(false);
    expect(codec.verify(stored(event, { metadata: 'no JSON' }))).toBe(false);
  });

  it('brings older versions up to date, personal fields opened', () => {
    const upToDate: EventSchemas<Closed> = {
      Closed: {
        version: 3,
        upcasters: {
          1: (data) => ({ reason: data['why'] ?? null, by: data['who'] ?? null }),
          2: ({ reason, by }) => ({ by: by ?? null, reason: [reason ?? null, by ?? null] }),
        },
      },
    };
    type Old = DomainEvent<'Closed', { readonly why: string; readonly who: string }>;
    const old: EventSchemas<Old> = { Closed: { version: 1, personal: ['who'] } };
    const [event] = codec.encode('case-1', [{ type: 'Closed', data: { why: '结案', who: '张三' } }], meta, old);
    expect(codec.decode(stored(event), upToDate).data).toEqual({ reason: ['结案', '张三'], by: '张三' });
  });

  it('refuses types that it does not know, newer versions, and gaps between versions', () => {
    const [event] = encode({ type: 'Closed', data: { reason: 'x' } });
    expect(() => codec.decode(stored(event, { type: 'toString' }), schemas)).toThrow('toString are not known');
    const newer = event?.metadata.replace('"schema":1', '"schema":2') ?? '';
    expect(() => codec.decode(stored(event, { metadata: newer }), schemas)).toThrow('newer than this program');
    expect(() => codec.decode(stored(event), { Closed: { version: 2 } })).toThrow('no upcaster from version 1');
  });

  it('never puts what an event holds into an error', () => {
    const [event] = encode(filed);
    const broken = [
      stored(event, { data: '{"party":张三' }),
      stored(event, { metadata: '张三' }),
      stored(event, { stream: 'case-2' }),
      stored(event, { type: 'Unknown' }),
    ];
    for (const sample of broken) {
      const error = failureOf(() => codec.decode(sample, schemas));
      expect(error).toBeInstanceOf(CodecFault);
      expect(JSON.stringify(error, ['message', 'stack', 'cause'])).not.toContain('张三');
      expect(String(error)).not.toContain('张三');
    }
    const wrong = { ...filed, data: { ...filed.data, facts: '张三\ud800' } };
    expect(String(failureOf(() => encode(wrong)))).not.toContain('张三');
  });
});

function failureOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
