import { fen, parseCivilDate } from '@fajiao/kernel';
import { Catalogue, type OffenceItem } from '@fajiao/rulebook';
import { codes } from '../../spec-support/discretion.fixture.spec';
import { proposing } from '../../spec-support/other-steps.fixture.spec';
import { contextOf, happened, play, rulebook } from '../../spec-support/play.fixture.spec';
import { straightCase, upTo } from '../../spec-support/steps.fixture.spec';
import { decide } from '../act';
import { caseActs } from '../case-acts';

const { concluded, noticed, waived, decided } = straightCase;

describe('the version of the catalogue that governs (APL-37)', () => {
  const first = rulebook.catalogue.versions[0]!;
  const today = '2023-09-15';
  const later = (change: (item: OffenceItem) => OffenceItem | null) => {
    const items = first.items.flatMap((item) => change(item) ?? []);
    const version = { ...first, effectiveFrom: parseCivilDate(today), items };
    return { rulebook: { ...rulebook, catalogue: new Catalogue([first, version]) } };
  };
  const ours = (change: Partial<OffenceItem> | null) => (item: OffenceItem) =>
    item.code === 'CT-NET-31-1' ? change && { ...item, ...change } : item;
  const milder = later(ours({ fineFen: { min: fen(0), max: fen(1_000_000) } }));
  const heavier = later(ours({ fineFen: { min: fen(100_000), max: fen(3_000_000) } }));
  const mixed = later(ours({ fineFen: { min: fen(100_000), max: fen(1_000_000) } }));
  const abolished = later(ours(null));
  const governing = { version: today, reason: '新规定处罚较轻' };
  const newLaw = { ...concluded, data: proposing({ governing }) };
  const given = play(upTo('inspected'));

  it('is that of the day of the act where nothing else holds, or where the later one is not milder', () => {
    expect(codes(concluded, given, heavier)).toEqual([]);
    expect(codes(newLaw, given, heavier)).toEqual(['catalogue.version-not-governing APL-37']);
    expect(codes(newLaw, given)).toContain('catalogue.version-not-governing APL-37');
  });

  it('is that of today where it is milder', () => {
    expect(codes(concluded, given, milder)).toEqual(['catalogue.milder-version APL-37']);
    expect(codes(newLaw, given, milder)).toEqual([]);
    const above = {
      ...concluded,
      data: proposing({ governing, penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 1_200_000 }], tier: '较重' }),
    };
    expect(codes(above, given, milder)).toEqual(['fine.above-maximum 互联网上网服务营业场所管理条例第三十一条']);
  });

  it('is people’s to weigh where it is milder in one thing and heavier in another', () => {
    expect(codes(concluded, given, mixed)).toEqual([]);
    expect(codes(newLaw, given, mixed)).toEqual([]);
  });

  it('leaves nothing to propose where it punishes the act no more', () => {
    expect(codes(concluded, given, abolished)).toEqual(['catalogue.milder-version APL-37']);
    expect(codes(newLaw, given, abolished)).toContain('catalogue.version-not-governing APL-37');
  });

  it('is asked again when the decision is made, and stands in it', () => {
    expect(codes(decided, play(upTo('waived')), milder)).toEqual(['catalogue.milder-version APL-37']);
    const act = caseActs.find(({ name }) => name === 'conclude-investigation')!;
    const made = decide(act, newLaw.data as never, given.state, { ...contextOf(newLaw), ...milder });
    const proposed = happened('events' in made ? made.events : [], newLaw, given);
    const ready = play([noticed, waived], proposed);
    const decision = decide(
      caseActs.find(({ name }) => name === 'decide')!,
      {} as never,
      ready.state,
      {
        ...contextOf(decided),
        ...milder,
      },
    );
    expect('events' in decision && decision.events[0]?.data).toMatchObject({ governing });
  });
});
