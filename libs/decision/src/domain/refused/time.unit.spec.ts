import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { straightCase } from '../../spec-support/steps.fixture.spec';
import { at, endOfCalendar } from '../../spec-support/other-steps.fixture.spec';

const { filed, approved, decided } = straightCase;

describe('it is refused:', () => {
  itIsRefused([
    {
      title: 'an act dated in the future',
      given: [filed],
      attempt: { ...approved, recordedAt: at('2023-09-12', '09:59') },
      refused: ['time.in-future APL-47'],
    },
    {
      title: 'an act dated before that on which it builds',
      given: [filed],
      attempt: { ...approved, at: at('2023-09-11', '08:00'), recordedAt: at('2023-09-12') },
      refused: ['time.before-basis APL-47'],
    },
    {
      title: 'an act recorded three working days late without a reason',
      given: [filed],
      attempt: { ...approved, recordedAt: at('2023-09-15') },
      refused: ['time.late-without-reason internal control'],
    },
    {
      title: 'a comparison that needs a calendar year which is not loaded',
      given: endOfCalendar,
      attempt: { ...decided, at: at('2027-01-20') },
      refused: ['calendar.year-unknown calendar'],
    },
  ]);
});
