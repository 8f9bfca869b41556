import { made, said } from '../../spec-support/play.fixture.spec';
import { straightCase, upTo } from '../../spec-support/steps.fixture.spec';

describe('a filing', () => {
  it('is refused with its reason', () => {
    const refused = { ...straightCase.approved, act: 'refuse-filing', data: { reason: '不符合立案标准' } };
    expect(made(refused, upTo('filed'))).toEqual([{ type: 'FilingRefused', data: { reason: '不符合立案标准' } }]);
  });

  it('is approved for the officers whom it named, and marked major where the lead says so', () => {
    const officers = [
      { id: 'officer-1', certificateNo: '14-0922-001' },
      { id: 'officer-2', certificateNo: '14-0922-002' },
    ];
    expect(made(straightCase.approved, upTo('filed'))).toEqual([
      { type: 'FilingApproved', data: { markedMajor: false } },
      { type: 'OfficersAssigned', data: { officers } },
    ]);
    const major = { ...straightCase.approved, data: { markedMajor: true } };
    expect(said('FilingApproved', major, upTo('filed'))).toEqual({ markedMajor: true });
  });
});
