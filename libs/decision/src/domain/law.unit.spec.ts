import { attempt, play } from '../spec-support/play.fixture.spec';
import { at, endOfCalendar } from '../spec-support/other-steps.fixture.spec';
import { straightCase } from '../spec-support/steps.fixture.spec';

describe('a term that ends in a year which no calendar has yet', () => {
  it('is never guessed, and the act is told the day before which it cannot end', () => {
    const decided = { ...straightCase.decided, at: at('2027-01-15') };
    const { refused = [] } = attempt(decided, play(endOfCalendar));
    const unknown = refused.filter(({ code }) => code === 'calendar.year-unknown');
    // Noticed on 28 December 2026: three of the five working days lie in that year, the others on 1 and 2 January at best.
    expect(unknown).toContainEqual({
      ...{ code: 'calendar.year-unknown', source: 'calendar', detail: { notBefore: '2027-01-02' } },
    });
  });
});
