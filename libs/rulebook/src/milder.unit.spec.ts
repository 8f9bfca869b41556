import { fen } from '@fajiao/kernel';
import { loadRulebook } from './load-rulebook';
import { compareItems } from './milder';
import type { OffenceItem } from './offence';

const { profile, catalogue } = loadRulebook();
const item = catalogue.versions[0]?.items.find(({ code }) => code === 'CT-NET-31-1') as OffenceItem;
const circumstances = { party: 'individual-business', serious: false, gainsFen: fen(0), goods: false } as const;

const compared = (change: Partial<OffenceItem> | undefined) =>
  compareItems(profile, item, change && { ...item, ...change }, circumstances);

describe('a later version of an offence', () => {
  it('is the same, milder or heavier by its range of fine', () => {
    expect(compared({})).toBe('same');
    expect(compared({ fineFen: { min: fen(0), max: fen(1_000_000) } })).toBe('milder');
    expect(compared({ fineFen: { min: fen(100_000), max: fen(1_500_000) } })).toBe('heavier');
    expect(compared({ fineFen: null })).toBe('milder');
  });

  it('is milder where it commands or allows less', () => {
    expect(compared({ must: [] })).toBe('milder');
    expect(compared({ must: ['warning', 'publication'] })).toBe('heavier');
  });

  it('cannot be told where it is milder in one thing and heavier in another', () => {
    expect(compared({ fineFen: { min: fen(100_000), max: fen(1_000_000) } })).toBe('mixed');
    expect(compared({ fineFen: { min: fen(0), max: fen(1_000_000) }, must: ['warning', 'publication'] })).toBe('mixed');
    expect(compared({ must: ['public-criticism'] })).toBe('mixed');
  });

  it('may punish the act no more', () => {
    expect(compared(undefined)).toBe('abolished');
  });

  it('is compared in the circumstances of the case', () => {
    const seriousOnly = { ...item, serious: ['suspension'] as const };
    expect(compareItems(profile, item, seriousOnly, circumstances)).toBe('same');
    expect(compareItems(profile, item, seriousOnly, { ...circumstances, serious: true })).toBe('milder');
  });
});
