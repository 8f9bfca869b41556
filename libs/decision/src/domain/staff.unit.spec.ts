import { staff } from '../spec-support/people.fixture.spec';
import { namedOfficers } from './staff';

describe('officers as documents name them', () => {
  it('stand there once, with their certificates', () => {
    expect(namedOfficers(['officer-1', 'officer-2', 'officer-1'], staff)).toEqual([
      { id: 'officer-1', certificateNo: '14-0922-001' },
      { id: 'officer-2', certificateNo: '14-0922-002' },
    ]);
  });

  it('stand there without a certificate where the register has none, or does not know them any more', () => {
    expect(namedOfficers(['lead-1', 'gone'], staff)).toEqual([
      { id: 'lead-1', certificateNo: '' },
      { id: 'gone', certificateNo: '' },
    ]);
  });
});
