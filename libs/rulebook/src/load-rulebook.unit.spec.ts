import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCivilDate } from '@fajiao/kernel';
import { dataDirectory } from './data-files';
import { NotInForce } from './dated';
import { loadRulebook } from './load-rulebook';
import { CLOCK_IDS, READINGS } from './profile';
import { clockRule, readingOf, threshold } from './rules';
import { RulebookFaults } from './shape';

type Json = Record<string, unknown>;

describe('the rulebook', () => {
  const rulebook = loadRulebook();

  it('is that of a county bureau of culture and tourism, with a version that is the hash of its content', () => {
    expect(rulebook.profile.id).toBe('cn-county-culture-tourism');
    expect(rulebook.version).toMatch(/^[0-9a-f]{64}$/);
    expect(loadRulebook().version).toBe(rulebook.version);
  });

  it('names source, standing and both languages for every clock and reading', () => {
    const on = parseCivilDate('2024-06-01');
    for (const id of CLOCK_IDS) expect(clockRule(rulebook.profile, id, on).source).not.toBe('');
    for (const id of Object.keys(READINGS) as (keyof typeof READINGS)[])
      expect(Object.keys(readingOf(rulebook.profile, id).reason)).toEqual(['zh', 'en']);
  });

  it('has no rule for a day before it begins', () => {
    const before = parseCivilDate('2021-07-14');
    expect(() => clockRule(rulebook.profile, 'payment', before)).toThrow(NotInForce);
    expect(() => threshold(rulebook.profile, 'hearing.fine', before)).toThrow(NotInForce);
    expect(clockRule(rulebook.profile, 'limitation', before).length).toBe(24);
  });
});

describe('a rulebook of one’s own', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'rulebook-'));
    cpSync(dataDirectory, directory, { recursive: true });
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const change = (file: string, edit: (content: Json) => void, as = file) => {
    const content = JSON.parse(readFileSync(join(directory, file), 'utf8')) as Json;
    edit(content);
    writeFileSync(join(directory, as), JSON.stringify(content));
  };
  const inList = (content: Json, list: string, edit: (entries: Json[]) => void) => edit(content[list] as Json[]);
  const faults = () => {
    try {
      loadRulebook(directory);
    } catch (error) {
      if (error instanceof RulebookFaults) return error.faults.map((fault) => fault.replaceAll(`${directory}/`, ''));
      throw error;
    }
    return [];
  };

  it('has the same version whatever its white space and order of keys, and another with other content', () => {
    change('profile.json', (content) => {
      const { id, ...rest } = content;
      delete content.id;
      Object.assign(content, rest, { id });
    });
    expect(loadRulebook(directory).version).toBe(loadRulebook().version);
    change('profile.json', (content) =>
      inList(content, 'surcharge', ([rule]) => Object.assign(rule ?? {}, { perMillePerDay: 20 })),
    );
    expect(loadRulebook(directory).version).not.toBe(loadRulebook().version);
  });

  it('may have a later catalogue, which replaces the earlier one whole from its day on', () => {
    change(
      'catalogue/offences.json',
      (content) => {
        content.effectiveFrom = '2025-03-01';
        content.items = (content.items as Json[]).filter(({ code }) => code !== 'CT-SAT-10');
      },
      'catalogue/offences-2025.json',
    );
    const { catalogue } = loadRulebook(directory);
    expect(catalogue.find('CT-SAT-10', parseCivilDate('2025-02-28'))?.code).toBe('CT-SAT-10');
    expect(catalogue.find('CT-SAT-10', parseCivilDate('2025-03-01'))).toBeUndefined();
    expect(catalogue.codes()).toContain('CT-SAT-10');
  });

  it('is refused with every fault of every file at once', () => {
    change('profile.json', (content) => {
      inList(content, 'clocks', (clocks) => {
        Object.assign(clocks[0] ?? {}, { unit: 'week' });
        clocks.pop();
      });
      delete content.quorum;
      content.colour = 'red';
    });
    change('catalogue/offences.json', (content) =>
      inList(content, 'items', ([first]) => {
        Object.assign(first ?? {}, { must: ['prison'], fineFen: { min: 0.5, max: 1 } });
      }),
    );
    expect(faults()).toEqual([
      'profile.json.colour: not known here',
      'profile.json.clocks[0].unit: one of wd, cd, month, hour is expected',
      'profile.json.quorum: a list is expected',
      'catalogue/offences.json.items[0].fineFen.min: an amount in whole fen is expected',
      expect.stringContaining('catalogue/offences.json.items[0].must[0]: one of warning,'),
    ]);
  });

  it('is refused where it contradicts itself', () => {
    change('profile.json', (content) => {
      inList(content, 'clocks', (clocks) => {
        clocks.splice(0, 1);
        clocks.push(clocks[0] ?? {});
      });
      inList(content, 'readings', ([first]) => Object.assign(first ?? {}, { choice: 'by-lot' }));
      inList(content, 'surcharge', ([rule]) => Object.assign(rule ?? {}, { effectiveFrom: '2022-01-01' }));
      inList(content, 'documents', ([series]) => Object.assign(series ?? {}, { pattern: '第{n}号' }));
      Object.assign(content.authority as Json, { unifiedSocialCreditCode: '11140922MB0K78GHXX' });
    });
    change('catalogue/offences.json', (content) => {
      content.profile = 'cn-elsewhere';
      inList(content, 'items', (items) => {
        const [, cafe] = items;
        Object.assign(cafe ?? {}, {
          fineFen: { min: 2_000_000, max: 1_500_000 },
          orders: ['exile'],
          seriousMust: ['closure'],
        });
        items.push(items[2] ?? {});
      });
    });
    expect(faults()).toEqual([
      'profile.json: clocks: filing is missing',
      'profile.json: clocks: preservation from 2021-07-15 is given twice',
      'profile.json: surcharge: no version holds from 2021-07-15 on',
      'profile.json: readings: major knows hearing-right-or-marked, not by-lot',
      'profile.json: authority: its unified social credit code is wrong',
      'profile.json: documents: the pattern of penalty needs {year} and {n} once each',
      'catalogue/offences.json: CT-NET-27: given twice',
      'catalogue/offences.json: CT-NET-31-1: the order exile has no word',
      'catalogue/offences.json: CT-NET-31-1: fineFen: min is above max',
      'catalogue/offences.json: CT-NET-31-1: seriousMust: closure is not open in serious circumstances',
      'catalogue/offences.json: CT-NET-31-1: the tier 轻微 lies outside the range of the fine',
      'catalogue/offences.json: CT-NET-31-1: the tier 一般 lies outside the range of the fine',
      'catalogue/offences.json: CT-NET-31-1: the tier 较重 lies outside the range of the fine',
      'catalogue: of cn-elsewhere, not of cn-county-culture-tourism',
    ]);
  });

  it('is refused where a file is no JSON or is not there', () => {
    writeFileSync(join(directory, 'profile.json'), '{');
    rmSync(join(directory, 'catalogue'), { recursive: true });
    expect(faults()).toEqual([
      expect.stringMatching(/^profile\.json: .*JSON/),
      'catalogue: not a directory that can be read',
    ]);
  });
});
