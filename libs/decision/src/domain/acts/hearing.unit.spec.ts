import { changed, hearing, hearingNotice, hearingRequest } from '../../spec-support/other-steps.fixture.spec';
import { made } from '../../spec-support/play.fixture.spec';
import { majorUpTo } from '../../spec-support/steps.fixture.spec';

describe('a hearing', () => {
  const given = [...majorUpTo('noticed'), hearingRequest];

  it('is told with its time and place', () => {
    expect(made(changed(hearingNotice, { place: '二楼会议室' }), given)).toEqual([
      {
        type: 'HearingNoticed',
        data: { proposal: 1, hearingAt: '2024-04-02T01:00:00.000Z', place: '二楼会议室' },
      },
    ]);
  });

  it('ends when the party stays away', () => {
    const missed = { ...hearing, act: 'miss-hearing', data: {} };
    expect(made(missed, [...given, hearingNotice])).toEqual([{ type: 'HearingMissed', data: { proposal: 1 } }]);
  });
});
