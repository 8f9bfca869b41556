import { fen, parseCivilDate } from '@fajiao/kernel';
import { Catalogue, type Circumstances, type OffenceItem } from '@fajiao/rulebook';
import { at } from '../spec-support/other-steps.fixture.spec';
import { lawOn, rulebook } from '../spec-support/play.fixture.spec';
import type { LawContext } from './context';
import { laterVersion } from './governing-law';

const first = rulebook.catalogue.versions[0]!;
const changedOn = parseCivilDate('2023-09-15');
const circumstances: Circumstances = {
  ...{ party: 'individual-business', serious: false, gainsFen: fen(0), goods: false, responsiblePerson: false },
};

/** The law on a day, with a second version of the catalogue from 15 September 2023 on. */
function lawWith(change: (item: OffenceItem) => OffenceItem | null, day: string): LawContext {
  const items = first.items.flatMap((item) => change(item) ?? []);
  const catalogue = new Catalogue([first, { ...first, effectiveFrom: changedOn, items }]);
  return { ...lawOn(at(day)), rulebook: { ...rulebook, catalogue } };
}

const later = (actDate: string, day: string, code = 'CT-NET-31-1', change = milder) =>
  laterVersion({ offence: { code }, actDate } as never, circumstances, lawWith(change, day));
const milder = (item: OffenceItem): OffenceItem | null =>
  item.code === 'CT-NET-31-1' ? { ...item, fineFen: { min: fen(0), max: fen(1_000_000) } } : item;

describe('the version of the catalogue on the day of the decision', () => {
  it('is another one where the law has changed since the act, and is compared with that of the act', () => {
    expect(later('2023-09-14', '2023-09-15')).toMatchObject({ version: '2023-09-15', compared: 'milder' });
    const abolished = (item: OffenceItem) => (item.code === 'CT-NET-31-1' ? null : item);
    expect(later('2023-09-14', '2023-09-15', 'CT-NET-31-1', abolished)).toMatchObject({ version: '2023-09-15' });
  });

  it('is none where that of the act still holds', () => {
    expect(later('2023-09-13', '2023-09-14')).toBeNull();
    expect(later('2023-09-15', '2023-09-28')).toBeNull();
  });

  it('is none where the day lies before the act', () => {
    expect(later('2023-09-15', '2023-09-14')).toBeNull();
  });

  it('is none for an act that no version knew on its day', () => {
    expect(later('1990-01-01', '2023-09-28')).toBeNull();
    expect(later('2023-09-14', '2023-09-15', 'CT-UNKNOWN')).toBeNull();
    expect(later('2023-09-14', '1990-01-01')).toBeNull();
  });
});
