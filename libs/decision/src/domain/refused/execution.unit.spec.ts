import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import type { Step } from '../../spec-support/play.fixture.spec';
import { majorUpTo, straightCase, upTo } from '../../spec-support/steps.fixture.spec';
import { at } from '../../spec-support/other-steps.fixture.spec';

const { served, closed } = straightCase;

const correction = (field: string, was: string, is: string): Step => ({
  at: at('2023-10-07'),
  by: 'officer-1',
  act: 'correct-clerical-error',
  data: { field, was, is },
});

describe('it is refused:', () => {
  itIsRefused([
    {
      title: 'service before there is a decision',
      given: upTo('waived'),
      attempt: served,
      refused: ['decision.missing APL-57', 'decision.not-numbered profile'],
    },
    {
      title: 'a second service',
      given: upTo('served'),
      attempt: { ...served, at: at('2023-09-29') },
      refused: ['decision.already-served APL-61'],
    },
    {
      title: 'closing before service',
      given: upTo('decided'),
      attempt: { ...closed, at: at('2023-09-28', '16:00') },
      refused: ['decision.not-served APL-61'],
    },
    {
      title: 'closing with an unpaid fine',
      given: upTo('served'),
      attempt: { ...closed, at: at('2023-10-07') },
      refused: ['closing.fine-open internal control'],
    },
    {
      title: 'closing with a suspension that was not carried out',
      given: majorUpTo('served'),
      attempt: { ...closed, at: at('2024-06-03') },
      refused: ['closing.fine-open internal control', 'closing.penalty-not-executed internal control'],
    },
    {
      title: 'the execution of a penalty that was not decided',
      given: upTo('served'),
      attempt: {
        at: at('2023-10-07'),
        by: 'officer-1',
        act: 'execute-other-penalty',
        data: { penalty: 'closure', how: '关闭' },
      },
      refused: ['execution.not-decided APL-66'],
    },
    {
      title: 'a correction of the fine itself',
      given: upTo('served'),
      attempt: correction('penalties', '5000', '500'),
      refused: ['correction.not-clerical APL-75'],
    },
    {
      title: 'a correction that changes nothing',
      given: upTo('served'),
      attempt: correction('place', '示例街1号', '示例街1号'),
      refused: ['correction.changes-nothing APL-75'],
    },
  ]);
});
