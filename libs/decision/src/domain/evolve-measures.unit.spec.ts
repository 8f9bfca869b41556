import {
  confirmation,
  disposal,
  equipmentConfiscated,
  preserved,
  resolved,
  seized,
  seizedUrgently,
  seizureApproved,
  seizureExtension,
  tested,
  testing,
  unlicensed,
} from '../spec-support/measures.fixture.spec';
import { at } from '../spec-support/other-steps.fixture.spec';
import { play, type Step } from '../spec-support/play.fixture.spec';

const open = [...unlicensed, seizureApproved, seized];
const seizures = (steps: readonly Step[]) => play(steps).state.seizures;

describe('the measures of a case', () => {
  it('are preserved and resolved each for itself', () => {
    const second = { ...preserved, at: at('2023-09-14') };
    const { preservations } = play([...unlicensed, preserved, second, resolved('2023-09-20')]).state;
    expect(preservations.map(({ resolved: how }) => how?.outcome)).toEqual(['recorded-and-returned', undefined]);
  });

  it('were approved by a head and carried out by officers on a day', () => {
    expect(seizures(open)).toMatchObject([
      {
        approved: { by: 'head-2', at: '2023-09-14T01:00:00.000Z' },
        made: { officers: ['officer-1', 'officer-2'], on: '2023-09-14', place: '县城示例街1号', urgent: null },
        ...{ notApproved: null, extended: null, testing: [], ended: null },
      },
    ]);
  });

  it('were not approved afterwards by a head, who is named', () => {
    const refused = confirmation('2023-09-14', { confirmed: false }, '16:00');
    expect(seizures([...unlicensed, seizedUrgently, refused])).toMatchObject([
      { approved: null, notApproved: { by: 'head-2', at: '2023-09-14T08:00:00.000Z' } },
    ]);
  });

  it('were extended with reasons', () => {
    expect(seizures([...open, seizureExtension('2023-10-10', { reasons: '案情复杂' })])).toMatchObject([
      { extended: { on: '2023-10-10', reasons: '案情复杂' } },
    ]);
  });

  it('were tested more than once, each time with its own days', () => {
    const first = testing('2023-09-20', { institution: '甲鉴定机构', what: '主机', until: '2023-09-25' });
    const second = testing('2023-10-09', { institution: '乙鉴定机构', what: '主机', until: '2023-10-12' });
    const steps = [
      ...open,
      first,
      tested('2023-09-22', { result: '一' }),
      second,
      tested('2023-10-11', { result: '二' }),
    ];
    expect(seizures(steps)[0]?.testing).toEqual([
      { institution: '甲鉴定机构', from: '2023-09-20', until: '2023-09-25', endedOn: '2023-09-22' },
      { institution: '乙鉴定机构', from: '2023-10-09', until: '2023-10-12', endedOn: '2023-10-11' },
    ]);
  });

  it('ended in confiscation, not in being given back', () => {
    const steps = [...open, ...equipmentConfiscated, disposal('2023-09-29', { how: 'confiscated' })];
    expect(seizures(steps)).toMatchObject([{ ended: { how: 'disposed', ground: 'confiscated', on: '2023-09-29' } }]);
  });
});
