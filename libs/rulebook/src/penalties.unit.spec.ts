import { fen, parseCivilDate } from '@fajiao/kernel';
import { loadRulebook } from './load-rulebook';
import { citationOf, type OffenceItem } from './offence';
import {
  allowedPenalties,
  canCommit,
  fineRange,
  isWithin,
  missingPenalties,
  tierOf,
  tierRange,
  tiersOf,
  type Circumstances,
} from './penalties';

const { profile, catalogue } = loadRulebook();
const on = parseCivilDate('2023-09-09');

function item(code: string): OffenceItem {
  const found = catalogue.find(code, on);
  if (!found) throw new Error(code);
  return found;
}

const organisation: Circumstances = { party: 'organisation', serious: false };
const citizen: Circumstances = { party: 'citizen', serious: false };
const business: Circumstances = { party: 'individual-business', serious: false };

describe('the catalogue', () => {
  it('holds from its day on, and knows no item before', () => {
    expect(catalogue.find('CT-NET-31-1', parseCivilDate('2021-07-15'))?.code).toBe('CT-NET-31-1');
    expect(catalogue.find('CT-NET-31-1', parseCivilDate('2021-07-14'))).toBeUndefined();
    expect(catalogue.versionOn(parseCivilDate('2021-07-14'))).toBeUndefined();
    expect(catalogue.find('CT-NET-00', on)).toBeUndefined();
    expect(catalogue.codes()).toHaveLength(12);
  });

  it.each([
    ['CT-NET-31-1', '互联网上网服务营业场所管理条例第三十一条', '互联网上网服务营业场所管理条例第三十一条第（一）项'],
    ['CT-GUIDE-CARD', '导游人员管理条例第二十一条', '导游人员管理条例第二十一条'],
    ['CT-MINOR-123', '未成年人保护法第一百二十三条', '未成年人保护法第一百二十三条（违反第五十八条）'],
    ['CT-TOUR-95', '旅游法第九十五条', '旅游法第九十五条第一款'],
  ])('cites %s as %s', (code, article, full) => {
    expect(citationOf(item(code))).toEqual({ article, full });
  });

  it('says who can commit an act, and who answers beside an organisation', () => {
    expect(canCommit(item('CT-NET-31-1'), 'individual-business')).toBe(true);
    expect(canCommit(item('CT-NET-31-1'), 'citizen')).toBe(false);
    expect(canCommit(item('CT-TOUR-98'), 'citizen')).toBe(false);
    expect(canCommit(item('CT-TOUR-98'), 'citizen', true)).toBe(true);
    expect(canCommit(item('CT-NET-31-1'), 'citizen', true)).toBe(false);
  });
});

describe('the range of a fine', () => {
  it('is the item’s, with both ends inside', () => {
    const range = fineRange(profile, item('CT-NET-31-1'), business);
    expect(range).toEqual({ min: 0, max: 1_500_000 });
    expect(range && [isWithin(range, fen(1_500_000)), isWithin(range, fen(1_500_001))]).toEqual([true, false]);
  });

  it('differs by party where the article says so; an individual business counts as a citizen', () => {
    expect(fineRange(profile, item('CT-SAT-10'), citizen)?.max).toBe(500_000);
    expect(fineRange(profile, item('CT-SAT-10'), business)?.max).toBe(500_000);
    expect(fineRange(profile, item('CT-SAT-10'), organisation)?.max).toBe(5_000_000);
  });

  it('is another in serious circumstances where the article says so', () => {
    expect(fineRange(profile, item('CT-MINOR-123'), business)).toEqual({ min: 0, max: 5_000_000 });
    expect(fineRange(profile, item('CT-MINOR-123'), { ...business, serious: true })).toEqual({
      min: 5_000_000,
      max: 50_000_000,
    });
  });

  it('is a multiple of gains or turnover from the amount on that the article names', () => {
    const agency = item('CT-TOUR-95');
    expect(fineRange(profile, agency, { ...organisation, gainsFen: fen(9_999_999) })).toEqual({
      min: 1_000_000,
      max: 10_000_000,
    });
    expect(fineRange(profile, agency, { ...organisation, gainsFen: fen(10_000_000) })).toEqual({
      min: 10_000_000,
      max: 50_000_000,
    });
    const unlicensed = item('CT-NET-27');
    expect(fineRange(profile, unlicensed, { ...organisation, gainsFen: fen(90_000_000) })?.max).toBe(5_000_000);
    expect(fineRange(profile, unlicensed, { ...organisation, turnoverFen: fen(1_000_000) })).toEqual({
      min: 5_000_000,
      max: 10_000_000,
    });
  });

  it('of a base beyond all sense ends at the greatest amount that can be written', () => {
    const found = { ...organisation, gainsFen: fen(Number.MAX_SAFE_INTEGER) };
    expect(fineRange(profile, item('CT-TOUR-95'), found)?.max).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('is that of a responsible person where one is punished', () => {
    expect(fineRange(profile, item('CT-TOUR-98'), { ...citizen, responsiblePerson: true })).toEqual({
      min: 200_000,
      max: 2_000_000,
    });
  });

  it('is none where the article knows no fine', () => {
    expect(fineRange(profile, item('CT-ENT-49-2'), business)).toBeNull();
  });
});

describe('the tiers of a benchmark', () => {
  it('are found by name, for the party that they are for', () => {
    expect(tierOf(item('CT-SAT-10'), 'citizen', '轻微')?.fineFen).toEqual({ min: 0, max: 50_000 });
    expect(tierOf(item('CT-SAT-10'), 'organisation', '轻微')?.fineFen).toEqual({ min: 0, max: 500_000 });
    expect(tierOf(item('CT-SAT-10'), 'citizen', '严重')).toBeUndefined();
    expect(tiersOf(item('CT-SAT-10'), 'individual-business').map(({ tier }) => tier)).toEqual(['轻微', '一般', '较重']);
  });

  it('bind a fine unless it is a multiple of the gains', () => {
    const agency = item('CT-TOUR-95');
    const tier = tierOf(agency, 'organisation', '严重');
    if (!tier) throw new Error('no such tier');
    expect(tierRange(agency, tier, { ...organisation, gainsFen: fen(6_200_000) })).toEqual({
      min: 6_000_000,
      max: 10_000_000,
    });
    expect(tierRange(agency, tier, { ...organisation, gainsFen: fen(20_000_000) })).toBeNull();
  });
});

describe('penalties that must and that may stand in a decision', () => {
  it('what the article always commands', () => {
    expect(missingPenalties(item('CT-NET-31-1'), business, ['fine'])).toEqual([['warning']]);
    expect(missingPenalties(item('CT-NET-31-1'), business, ['fine', 'warning'])).toEqual([]);
  });

  it('what it commands where there are gains or goods', () => {
    const found = { ...organisation, gainsFen: fen(1), goods: true };
    expect(missingPenalties(item('CT-ENT-48-5'), found, ['fine'])).toEqual([
      ['confiscation-of-gains'],
      ['confiscation-of-goods'],
    ]);
    expect(missingPenalties(item('CT-ENT-48-5'), organisation, ['fine'])).toEqual([]);
  });

  it('a fine of serious circumstances only together with one of the penalties that the article names', () => {
    const serious = { ...business, serious: true };
    expect(missingPenalties(item('CT-MINOR-123'), serious, ['warning', 'fine'])).toEqual([
      ['suspension', 'licence-revocation'],
    ]);
    expect(missingPenalties(item('CT-MINOR-123'), serious, ['warning', 'fine', 'suspension'])).toEqual([]);
    expect(missingPenalties(item('CT-MINOR-123'), serious, ['warning'])).toEqual([]);
  });

  it('what a responsible person gets, and a guide among them', () => {
    const guide = { ...citizen, responsiblePerson: true, guide: true, gainsFen: fen(500) };
    expect(missingPenalties(item('CT-TOUR-98'), guide, ['fine'])).toEqual([
      ['confiscation-of-gains'],
      ['licence-suspension', 'licence-revocation'],
    ]);
    expect(
      missingPenalties(item('CT-TOUR-98'), guide, ['fine', 'confiscation-of-gains', 'licence-suspension']),
    ).toEqual([]);
  });

  it('what serious circumstances open', () => {
    const hall = item('CT-ENT-48-5');
    expect(allowedPenalties(profile, hall, organisation)).not.toContain('suspension');
    expect(allowedPenalties(profile, hall, { ...organisation, serious: true })).toContain('suspension');
    expect(allowedPenalties(profile, hall, organisation)).not.toContain('closure');
  });

  it('no fine where the article knows none, and gains always, even where it is silent', () => {
    expect(allowedPenalties(profile, item('CT-ENT-49-2'), business).sort()).toEqual([
      'confiscation-of-gains',
      'warning',
    ]);
  });
});
