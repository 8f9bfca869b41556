import { handOver, preserved, resolved, sampling, unlicensed } from '../../spec-support/measures.fixture.spec';
import { at, changed, exclusion } from '../../spec-support/other-steps.fixture.spec';
import { made, play, said, type Step } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { evidence, straightCase, upTo } from '../../spec-support/steps.fixture.spec';

const { inspected } = straightCase;
const given = upTo('approved');
const theTwo = [
  { id: 'officer-1', certificateNo: '14-0922-001' },
  { id: 'officer-2', certificateNo: '14-0922-002' },
];

describe('evidence on file', () => {
  it('says what it is, who took it with which certificates shown, and no more than was told', () => {
    expect(made(inspected, given)).toEqual([
      {
        type: 'EvidenceCollected',
        data: {
          evidence: 1,
          kind: 'inspection-record',
          officers: theTwo,
          certificatesShown: true,
          title: '现场检查笔录',
          sha256: evidence.sha256,
        },
      },
    ]);
  });

  it('says where it came from and who holds it, where that is told', () => {
    const origin = { medium: '计费服务器', extraction: '导出并计算校验值', partySigned: true };
    const custody = { holder: 'officer-2', place: '证据室' };
    const step = changed(inspected, { kind: 'electronic', origin, custody });
    expect(said('EvidenceCollected', step, given)).toMatchObject({ origin, custody });
    expect(play([...given, step]).state.evidence[0]?.custody).toMatchObject([custody]);
  });

  it('is numbered in its order', () => {
    expect(said('EvidenceCollected', straightCase.questioned, upTo('inspected'))).toMatchObject({ evidence: 2 });
  });

  it('tells when it changes hands, and why', () => {
    expect(made(changed(handOver, { reason: '送检' }), unlicensed)).toEqual([
      {
        type: 'EvidenceHandedOver',
        data: { evidence: 1, from: 'officer-1', to: 'officer-2', place: '证据室', reason: '送检' },
      },
    ]);
  });

  it('goes on from whoever holds it now, though others held it before', () => {
    const back = { ...changed(handOver, { from: 'officer-2', to: 'officer-1' }), at: at('2023-09-15') };
    const again = { ...handOver, at: at('2023-09-16') };
    const { state } = play([...unlicensed, handOver, back, again]);
    expect(state.evidence[0]?.custody.map(({ holder }) => holder)).toEqual([
      ...['officer-1', 'officer-2', 'officer-1', 'officer-2'],
    ]);
  });
});

describe('a sample', () => {
  it('says what was taken how and where, by two officers who showed their certificates', () => {
    expect(made(changed(sampling, { place: '仓库' }), unlicensed)).toEqual([
      {
        type: 'EvidenceSampled',
        data: {
          sample: 1,
          officers: theTwo,
          certificatesShown: true,
          items: ['光盘3张'],
          method: '随机抽取',
          place: '仓库',
        },
      },
    ]);
  });
});

describe('a preservation', () => {
  it('says what is kept where, and which head approved it', () => {
    expect(made(changed(preserved, { place: '当事人处' }), unlicensed)).toEqual([
      {
        type: 'EvidencePreserved',
        data: {
          preservation: 1,
          officers: theTwo,
          certificatesShown: true,
          items: ['计费服务器1台'],
          approvedBy: 'head-1',
          place: '当事人处',
        },
      },
    ]);
  });

  it('ends in an outcome of the list, named by its id or its words, with a note where there is one', () => {
    const noted = changed(resolved('2023-09-20', '解除先行登记保存措施'), { note: '当事人签收' });
    expect(made(noted, [...unlicensed, preserved])).toEqual([
      { type: 'PreservationResolved', data: { preservation: 1, outcome: 'lifted', note: '当事人签收' } },
    ]);
  });

  it('of several is the oldest that is open, unless one is named', () => {
    const again = { ...preserved, at: at('2023-09-14') };
    const both = [...unlicensed, preserved, again];
    const preservationOf = (step: Step) => said('PreservationResolved', step, both);
    expect(preservationOf(resolved('2023-09-20'))).toMatchObject({ preservation: 1 });
    expect(preservationOf(changed(resolved('2023-09-20'), { preservation: 2 }))).toMatchObject({ preservation: 2 });
  });
});

describe('evidence: it is refused:', () => {
  const verification = (item: number): Step => ({
    at: at('2023-09-15'),
    by: 'officer-1',
    act: 'verify-evidence',
    data: { evidence: item, result: '一致' },
  });

  itIsRefused([
    {
      title: 'custody of somebody whom nobody knows, by name',
      given,
      attempt: changed(inspected, { custody: { holder: 'nobody' } }),
      refused: ['custody.unknown-person APL-46'],
      tells: [{ person: 'nobody' }],
    },
    {
      title: 'a hand-over to somebody whom nobody knows, by name',
      given: unlicensed,
      attempt: changed(handOver, { to: 'nobody' }),
      refused: ['custody.unknown-person APL-46'],
      tells: [{ person: 'nobody' }],
    },
    {
      title: 'a hand-over by somebody else, who is told who holds the piece',
      given: unlicensed,
      attempt: changed(handOver, { from: 'officer-2', to: 'officer-1' }),
      refused: ['custody.not-held APL-46'],
      tells: [{ evidence: 1, holder: 'officer-1' }],
    },
    {
      title: 'a hand-over of what is not on file',
      given: unlicensed,
      attempt: changed(handOver, { evidence: 9 }),
      refused: ['evidence.unknown APL-46'],
      tells: [{ evidence: 9 }],
    },
    {
      title: 'verifying what was excluded',
      given: [...unlicensed, exclusion(1)],
      attempt: verification(1),
      refused: ['evidence.excluded APL-46'],
      tells: [{ evidence: 1 }],
    },
  ]);
});
