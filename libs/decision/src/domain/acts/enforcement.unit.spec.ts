import {
  courtSought,
  demandIssued,
  enforcementResumed,
  enforcementSuspended,
  enforcementTerminated,
  heardOnDemand,
} from '../../spec-support/after-service.fixture.spec';
import { changed } from '../../spec-support/other-steps.fixture.spec';
import { caseId, made, play, said } from '../../spec-support/play.fixture.spec';
import { upTo } from '../../spec-support/steps.fixture.spec';

const served = upTo('served');

describe('a demand for performance', () => {
  it('asks for what the collecting side says is owed, where it says so', () => {
    const owed = { fineFen: 400000, confiscatedGainsFen: 0, surchargeFen: 90000 };
    expect(said('DemandIssued', changed(demandIssued('2023-10-20'), { owed }), served)).toMatchObject({ owed });
  });

  it('is numbered in its order', () => {
    const again = said('DemandIssued', demandIssued('2023-11-20'), [...served, demandIssued('2023-10-20')]);
    expect(again).toMatchObject({ demand: 2 });
  });

  it('keeps what was said on it apart from what was said on others', () => {
    const steps = [...served, demandIssued('2023-10-20'), demandIssued('2023-11-20'), heardOnDemand('2023-11-21')];
    expect(play(steps).state.demands.map(({ statements }) => statements.length)).toEqual([0, 1]);
  });

  it('is answered by the party, and what it says is checked', () => {
    const given = [...served, demandIssued('2023-10-20')];
    expect(made(heardOnDemand('2023-10-23'), given)).toEqual([
      {
        type: 'DemandStatementHeard',
        data: { demand: 1, text: '请求暂缓', adopted: false, reasons: '无法定理由' },
      },
    ]);
  });
});

describe('an application to the court', () => {
  const given = [...served, demandIssued('2023-10-20'), heardOnDemand('2023-10-23')];

  it('goes with decision, opinion, demand and the state of its object', () => {
    const more = changed(heardOnDemand('2023-10-24'), { text: '请求分期' });
    expect(made(courtSought('2024-04-01', { objectState: '银行存款' }), [...given, more])).toEqual([
      {
        type: 'CourtEnforcementSought',
        data: {
          demand: 1,
          court: '示例县人民法院',
          papers: [
            { paper: 'decision', content: '（示）文综罚字〔2023〕第1号' },
            { paper: 'party-opinion', content: '请求暂缓；请求分期' },
            { paper: 'demand', content: '催告书第1号' },
            { paper: 'state-of-object', content: '银行存款' },
          ],
        },
      },
      expect.objectContaining({ type: 'FineTakenToCourt' }),
    ]);
  });

  it('is told to the collecting side, as the demand was', () => {
    const { fineId } = play(served).state.service ?? {};
    expect(said('FineDemanded', demandIssued('2023-11-20'), [...served, demandIssued('2023-10-20')])).toEqual({
      ...{ fineId, caseId, demand: 2, servedOn: '2023-11-20' },
    });
    expect(said('FineTakenToCourt', courtSought('2024-04-01', { objectState: '银行存款' }), given)).toEqual({
      ...{ fineId, caseId, appliedOn: '2024-04-01' },
    });
  });

  it('tells the party’s opinion as it is told now, rather than as it was heard', () => {
    const told = courtSought('2024-04-01', { objectState: '银行存款', partyOpinion: '无意见' });
    expect(said('CourtEnforcementSought', told, given)).toMatchObject({
      papers: [{}, { paper: 'party-opinion', content: '无意见' }, {}, {}],
    });
  });
});

describe('enforcement', () => {
  it('is suspended on a ground of the list, told by its id or its words, with its reason where that is told', () => {
    const inWords = enforcementSuspended('2023-10-20', '当事人履行行政决定确有困难或者暂无履行能力');
    expect(made(inWords, served)).toEqual([{ type: 'EnforcementSuspended', data: { ground: 'unable-for-now' } }]);
    const open = enforcementSuspended('2023-10-20', 'other', { reason: '正在重整' });
    expect(made(open, served)).toEqual([
      { type: 'EnforcementSuspended', data: { ground: 'other', reason: '正在重整' } },
    ]);
  });

  it('goes on when it is resumed, and can be suspended again', () => {
    const given = [...served, enforcementSuspended('2023-10-20')];
    expect(made(enforcementResumed('2023-11-01'), given)).toEqual([{ type: 'EnforcementResumed', data: {} }]);
    const again = [...given, enforcementResumed('2023-11-01'), enforcementSuspended('2023-12-01')];
    expect(play(again).state.enforcementPauses.map(({ from, resumedOn }) => [from, resumedOn])).toEqual([
      ['2023-10-20', '2023-11-01'],
      ['2023-12-01', null],
    ]);
  });

  it('is terminated on a ground of the list, told by its id or its words, with its reason where that is told', () => {
    const inWords = enforcementTerminated('2023-10-20', '公民死亡，无遗产可供执行，又无义务承受人');
    expect(made(inWords, served)).toEqual([{ type: 'EnforcementTerminated', data: { ground: 'citizen-died' } }]);
    const open = enforcementTerminated('2023-10-20', 'other', { reason: '营业场所已被征收' });
    expect(made(open, served)).toEqual([
      { type: 'EnforcementTerminated', data: { ground: 'other', reason: '营业场所已被征收' } },
    ]);
    expect(play([...served, open]).state.enforcementEnd).toMatchObject({ on: '2023-10-20', ground: 'other' });
  });
});
