import { parseCivilDate, WorkingCalendar } from '@fajiao/kernel';
import { rules } from '../../spec-support/samples.fixture.spec';
import { planOf, type UnpaidFine } from './enforcement-plan';

const day = parseCivilDate;
// Due by 2023-10-13; suit until 2024-03-28.
const served = day('2023-09-28');
const fine = (change: Partial<UnpaidFine> = {}): UnpaidFine => ({
  ...{
    servedOn: served,
    reconsiderationFirst: false,
    approvedUntil: null,
    remedies: [],
    demandedOn: null,
    atCourtSince: null,
  },
  ...change,
});
const remedy = (kind: 'reconsideration' | 'litigation', through: string | null, counted = true) => ({
  ...{ kind, from: day('2023-10-20'), counted },
  through: through === null ? null : day(through),
});
const courtFrom = (change: Partial<UnpaidFine>) => planOf(fine(change), day('2024-02-01'), rules).courtTermFrom;

describe('the court’s term begins with the end of whichever term ends last', () => {
  it.each<[string, Partial<UnpaidFine>, string | null]>([
    ['the suit term', {}, '2024-03-28'],
    ['the reconsideration’s term, where there is no direct suit', { reconsiderationFirst: true }, '2023-11-27'],
    ['a reconsideration’s fifteen days', { remedies: [remedy('reconsideration', '2024-06-06')] }, '2024-06-21'],
    ['a judgment’s effect', { remedies: [remedy('litigation', '2024-09-02')] }, '2024-09-02'],
    [
      'a reconsideration’s fifteen days, though the six months from service end later',
      { remedies: [remedy('reconsideration', '2023-12-01')] },
      '2023-12-18',
    ],
    ['a deferral', { approvedUntil: day('2024-05-31') }, '2024-05-31'],
    [
      'a remedy that was never accepted moves nothing',
      { remedies: [remedy('litigation', '2024-09-02', false)] },
      '2024-03-28',
    ],
    ['a pending remedy leaves it open', { remedies: [remedy('litigation', null)] }, null],
  ])('%s', (_, change, expected) => {
    expect(courtFrom(change)).toBe(expected);
  });
});

describe('an unpaid fine', () => {
  const standing = (on: string, change: Partial<UnpaidFine> = {}) => planOf(fine(change), day(on), rules).standing;

  it('is to be demanded from the day after its term, taken to court after the last one, and lost after three months', () => {
    expect(standing('2023-10-13')).toBe('not-due');
    expect(standing('2023-10-14')).toBe('demand');
    expect(standing('2024-06-28')).toBe('demand');
    expect(standing('2024-06-29')).toBe('lost');
    const demanded = { demandedOn: day('2023-11-20') };
    expect(standing('2024-03-28', demanded)).toBe('demanded');
    expect(standing('2024-03-29', demanded)).toBe('apply');
    expect(standing('2024-06-28', demanded)).toBe('apply');
    expect(standing('2024-06-29', demanded)).toBe('lost');
  });

  it('that was demanded late waits for the ten working days, and at the court for nothing', () => {
    const demanded = { demandedOn: day('2024-06-11') };
    expect(planOf(fine(demanded), day('2024-06-12'), rules)).toMatchObject({
      ...{ standing: 'demanded', demandBy: null },
      demandTerm: { due: '2024-06-25' },
    });
    expect(standing('2024-06-25', demanded)).toBe('demanded');
    expect(standing('2024-06-26', demanded)).toBe('apply');
    expect(standing('2024-07-30', { ...demanded, atCourtSince: day('2024-06-27') })).toBe('at-court');
  });

  it('waits while it is deferred or a remedy is pending', () => {
    expect(standing('2024-01-10', { approvedUntil: day('2024-03-05') })).toBe('not-due');
    expect(standing('2024-01-10', { remedies: [remedy('reconsideration', null)] })).toBe('remedy-pending');
  });

  it('is demanded so that ten working days end before the court’s term does', () => {
    expect(planOf(fine(), day('2024-01-10'), rules)).toMatchObject({
      courtApplyBy: { due: '2024-06-28' },
      demandBy: '2024-06-13',
      daysLeft: 170,
    });
  });

  it('says that it does not know where a calendar year is missing', () => {
    const years = [{ year: 2023, source: 'test', holidays: [], workdays: [] }];
    const known = { ...rules, calendar: new WorkingCalendar(years) };
    expect(planOf(fine(), day('2024-05-01'), known)).toMatchObject({ standing: 'unknown', demandBy: null });
  });
});
