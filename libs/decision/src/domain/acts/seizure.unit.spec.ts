import {
  confirmation,
  disposal,
  equipmentConfiscated,
  lifting,
  seized,
  seizedUrgently,
  seizureApproved,
  testing,
  unlicensed,
} from '../../spec-support/measures.fixture.spec';
import { at, changed } from '../../spec-support/other-steps.fixture.spec';
import { made, said } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';

const officers = [
  { id: 'officer-1', certificateNo: '14-0922-001' },
  { id: 'officer-2', certificateNo: '14-0922-002' },
];
const approved = [...unlicensed, seizureApproved];
const open = [...approved, seized];

describe('the approval of a seizure', () => {
  it('names the law by its id, whether it was told so or by its words', () => {
    const data = { seizure: 1, items: ['电脑主机20台', '服务器1台'], reasons: '从事违法经营活动的专用设备' };
    const expected = [{ type: 'SeizureApproved', data: { ...data, basis: 'net-cafe' } }];
    expect(made(seizureApproved, unlicensed)).toEqual(expected);
    const inWords = changed(seizureApproved, { basis: '擅自从事互联网上网服务经营活动' });
    expect(made(inWords, unlicensed)).toEqual(expected);
  });
});

describe('a seizure', () => {
  it('carries out its approval: its number and its law, and what was taken of it', () => {
    expect(made(seized, approved)).toEqual([
      {
        type: 'SeizureMade',
        data: {
          ...{ seizure: 1, officers, certificatesShown: true, basis: 'net-cafe', items: ['电脑主机20台'] },
          ...{ place: '县城示例街1号', partyPresent: true },
        },
      },
    ]);
  });

  it('that could not wait has a number and a law of its own, and leaves an approval on file alone', () => {
    const inWords = changed(seizedUrgently, { basis: '擅自从事互联网上网服务经营活动' });
    expect(made(inWords, approved)).toEqual([
      {
        type: 'SeizureMade',
        data: {
          ...{ seizure: 2, officers, certificatesShown: true, basis: 'net-cafe', items: ['电脑主机20台'] },
          ...{ place: '县城示例街1号', urgent: '当事人正在转移设备', partyPresent: true },
        },
      },
    ]);
    const naming = changed(seizedUrgently, { seizure: 1 });
    expect(said('SeizureMade', naming, approved)).toMatchObject({ seizure: 2 });
  });

  it('in the party’s absence names its witness', () => {
    const absent = changed(seized, { partyPresent: false, witness: '社区工作人员王示例' });
    expect(said('SeizureMade', absent, approved)).toMatchObject({
      ...{ partyPresent: false, witness: '社区工作人员王示例' },
    });
  });

  it('may be tested until today', () => {
    const today = testing('2023-09-20', { institution: '鉴定机构', what: '主机', until: '2023-09-20' });
    expect(made(today, open)).toEqual([
      {
        type: 'SeizureTestingBegun',
        data: { seizure: 1, institution: '鉴定机构', what: '主机', until: '2023-09-20' },
      },
    ]);
  });

  it('that a head did not approve afterwards says why', () => {
    const refused = confirmation('2023-09-14', { confirmed: false, reasons: '无紧急情况' }, '16:00');
    expect(made(refused, [...unlicensed, seizedUrgently])).toEqual([
      { type: 'SeizureConfirmed', data: { seizure: 1, confirmed: false, reasons: '无紧急情况' } },
    ]);
  });

  it('is lifted on a ground of the list, with the reasons where there are any', () => {
    const step = lifting('2023-09-20', { ground: '当事人没有违法行为', reasons: '经查有许可证' });
    expect(made(step, open)).toEqual([
      { type: 'SeizureLifted', data: { seizure: 1, ground: 'no-violation', reasons: '经查有许可证' } },
    ]);
  });

  it('is disposed of in a way of the list, with a note where there is one', () => {
    const step = disposal('2023-09-29', { how: '依法没收', note: '移交罚没仓库' });
    expect(made(step, [...open, ...equipmentConfiscated])).toEqual([
      { type: 'SeizedDisposed', data: { seizure: 1, how: 'confiscated', note: '移交罚没仓库' } },
    ]);
  });

  itIsRefused([
    {
      title: 'testing that was to end yesterday, with its day',
      given: open,
      attempt: testing('2023-09-20', { institution: '鉴定机构', what: '主机', until: '2023-09-19' }),
      refused: ['correction.day-passed ACL-25'],
      tells: [{ by: '2023-09-19' }],
    },
    {
      title: 'a seizure that neither waited for its approval nor says why',
      given: unlicensed,
      attempt: changed({ ...seized, at: at('2023-09-14') }, { seizure: 7 }),
      refused: ['seizure.not-approved ACL-18'],
    },
  ]);
});
