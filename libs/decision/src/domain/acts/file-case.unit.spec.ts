import { changed } from '../../spec-support/other-steps.fixture.spec';
import { made, nothingYet, said } from '../../spec-support/play.fixture.spec';
import { businessParty, filing, straightCase } from '../../spec-support/steps.fixture.spec';

const { filed } = straightCase;
const { place: _place, ...withoutPlace } = filing;

describe('the filing of a case', () => {
  it('names party, offence, day, officers and lead, and no more than was told', () => {
    expect(made({ ...filed, data: withoutPlace }, nothingYet)).toEqual([
      {
        type: 'CaseFiled',
        data: {
          party: businessParty,
          offence: {
            code: 'CT-NET-31-1',
            title: '在规定的营业时间以外营业',
            statute: '互联网上网服务营业场所管理条例',
            article: '第三十一条第（一）项',
          },
          actDate: '2023-09-09',
          officers: [
            { id: 'officer-1', certificateNo: '14-0922-001' },
            { id: 'officer-2', certificateNo: '14-0922-002' },
          ],
          source: { kind: 'complaint', ref: '12345-2023-0909-017' },
          facts: '凌晨1时30分仍在营业',
        },
      },
    ]);
  });

  it('says where, until when and with what harm the act was done, where that is told', () => {
    const more = { actEndDate: '2023-09-10', harm: 'life-health' };
    expect(said('CaseFiled', changed(filed, more), nothingYet)).toMatchObject({ place: '县城示例街1号', ...more });
  });

  it('shows the cases that have fined an overlapping act of the party', () => {
    const competing = [
      { caseId: '11111111-1111-4111-8111-111111111111', offence: 'CT-NET-31-1' },
      { caseId: '22222222-2222-4222-8222-222222222222', offence: 'CT-NET-31-1' },
    ];
    expect(said('CaseFiled', { ...filed, competing }, nothingYet)).toMatchObject({
      overlaps: ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'],
    });
  });
});
