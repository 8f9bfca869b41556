import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventSchema } from './event-schema';
import { goldenFaults } from './golden-files';

describe('goldenFaults', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (file: string, samples: unknown) => writeFileSync(join(folder, file), JSON.stringify(samples));

  const Filed: EventSchema = {
    version: 2,
    personal: ['party.name', 'party.citizenId'],
    upcasters: { 1: ({ name, ...data }) => ({ ...data, party: { name: name ?? null } }) },
  };

  it('names every version that has no file', () => {
    expect(goldenFaults(folder, { Filed })).toEqual(['Filed.v1.json: missing', 'Filed.v2.json: missing']);
  });

  it('is content when every version reads as its file says and every personal path is used', () => {
    write('Filed.v1.json', [{ data: { name: '张三' }, now: { party: { name: '张三' } } }]);
    write('Filed.v2.json', [
      { data: { party: { name: '张三' } } },
      { data: { party: { citizenId: '44010619990101231X' } } },
    ]);
    expect(goldenFaults(folder, { Filed })).toEqual([]);
  });

  it('tells an upcaster that reads otherwise than before', () => {
    const changed = { ...Filed, upcasters: { 1: () => ({ party: { name: null } }) } };
    expect(goldenFaults(folder, { Filed: changed })).toEqual([
      'Filed.v1.json: sample 0 reads as {"party":{"name":null}}',
    ]);
  });

  it('tells a personal path that no sample has', () => {
    const misspelt = { ...Filed, personal: ['party.nmae'] };
    expect(goldenFaults(folder, { Filed: misspelt })).toEqual(['Filed.v2.json: no sample has party.nmae']);
  });

  it('tells files of no known event, and files without samples', () => {
    write('Filed.v2.json', []);
    const faults = goldenFaults(folder, { Filed: { version: 2, upcasters: Filed.upcasters ?? {} } });
    expect(faults).toEqual(['Filed.v2.json: no sample']);
    expect(goldenFaults(folder, {})).toEqual(['Filed.v1.json: no such event', 'Filed.v2.json: no such event']);
  });
});
