import { parseCivilDate, WorkingCalendar } from '@fajiao/kernel';
import { loadCalendar, loadRulebook } from '@fajiao/rulebook';
import { disclosureClocks } from './disclosure-clocks';

const { profile } = loadRulebook();
const calendar = loadCalendar();
const decidedOn = parseCivilDate('2023-09-28');

const ends = (publishedOn: string) =>
  disclosureClocks({ profile, calendar }, decidedOn, parseCivilDate(publishedOn)).map(({ rule, due, met }) => ({
    rule,
    due,
    met,
  }));

describe('the clocks of publication', () => {
  it('run from the decision, ten working days by the bureau’s promise and seven by the national rule', () => {
    expect(disclosureClocks({ profile, calendar }, decidedOn, decidedOn)).toEqual([
      {
        rule: 'disclosure-promise',
        name: '处罚决定公开期限（本机关承诺）',
        due: '2023-10-18',
        notBefore: null,
        met: true,
        source: 'Report §3(2)',
      },
      {
        rule: 'disclosure-ceiling',
        name: '处罚决定公开期限（国家规定）',
        due: '2023-10-13',
        notBefore: null,
        met: true,
        source: 'GBF118',
      },
    ]);
  });

  it('end with their last day, each for itself', () => {
    expect(ends('2023-10-13').map(({ met }) => met)).toEqual([true, true]);
    expect(ends('2023-10-14').map(({ met }) => met)).toEqual([true, false]);
    expect(ends('2023-10-19').map(({ met }) => met)).toEqual([false, false]);
  });

  it('guess nothing of a year that the calendar lacks', () => {
    const rules = { profile, calendar: new WorkingCalendar([]) };
    const clocksOf = (publishedOn: string) => disclosureClocks(rules, decidedOn, parseCivilDate(publishedOn));
    expect(clocksOf('2023-10-05')).toMatchObject([
      { due: null, notBefore: '2023-10-08', met: true },
      { due: null, notBefore: '2023-10-05', met: true },
    ]);
    expect(clocksOf('2023-10-06').map(({ met }) => met)).toEqual([true, null]);
  });
});
