import { at } from './spec-support/other-steps.fixture.spec';
import { httpStage, type HttpStage } from './spec-support/http-stage.fixture.spec';
import { majorUpTo, upTo } from './spec-support/steps.fixture.spec';

describe('a decision after its service, over HTTP', () => {
  let stage: HttpStage;
  beforeAll(async () => {
    stage = await httpStage();
  });
  afterAll(() => stage.close());

  /** Acts on one case, one after the other; each must be accepted. */
  function onCase({ caseId, etag }: { readonly caseId: string; readonly etag: string }) {
    let seen = etag;
    return async (noun: string, as: string, day: string, body: object = {}): Promise<readonly string[]> => {
      const call = { as, at: at(day), body, headers: { 'if-match': seen } };
      const answer = await stage.call(`/cases/${caseId}/${noun}`, call);
      if (answer.status !== 201) throw new Error(`${noun}: ${JSON.stringify(answer.body)}`);
      seen = answer.headers.get('etag') ?? '';
      return (answer.body['events'] as { type: string }[]).map(({ type }) => type);
    };
  }
  const read = async (caseId: string, day: string) =>
    (await stage.call(`/cases/${caseId}`, { as: 'head-1', at: at(day) })).body;
  const listed = async (status: string) => {
    await stage.settled();
    const { body } = await stage.call(`/cases?status=${status}`, { as: 'head-1' });
    return (body['items'] as { caseId: string }[]).map(({ caseId }) => caseId);
  };

  it('is taken to reconsideration, stayed, revoked, closed without payment and archived', async () => {
    const played = await stage.play(upTo('served'));
    const act = onCase(played);
    expect(await act('remedies', 'officer-1', '2023-10-09', { kind: 'reconsideration' })).toEqual([
      ...['RemedySought', 'RemedyPending'],
    ]);
    await act('remedy-reply', 'officer-1', '2023-10-12', { summary: '程序合法' });
    await act('stay', 'officer-1', '2023-10-13', { by: '示例县人民政府' });
    await act('stay-lifting', 'officer-1', '2023-10-16');
    expect(await act('remedy-conclusion', 'officer-1', '2023-12-01', { outcome: 'revoked' })).toEqual([
      ...['RemedyConcluded', 'RemedyEnded', 'DecisionRevoked', 'FineCancelled', 'DecisionFell'],
    ]);
    expect(await listed('revoked')).toContain(played.caseId);
    await act('closing', 'officer-1', '2023-12-04');
    await act('archive', 'officer-1', '2023-12-05');
    expect(await listed('archived')).toContain(played.caseId);
    expect(await read(played.caseId, '2023-12-06')).toMatchObject({
      status: 'archived',
      fall: { how: 'revoked', by: 'reconsideration', on: '2023-12-01' },
      fellOn: '2023-12-01',
      remedies: [{ remedy: 1, kind: 'reconsideration', repliedOn: '2023-10-12', concluded: { outcome: 'revoked' } }],
      stays: [{ by: '示例县人民政府', liftedOn: '2023-10-16' }],
      archives: [{ archive: 1, keptUntil: '2053-12-05' }],
    });
  });

  it('is changed by the authority itself, paid by instalments, demanded, and taken to the court', async () => {
    const played = await stage.play(upTo('served').map((step) => ({ ...step, data: withOtherDay(step) })));
    const act = onCase(played);
    const penalties = [{ kind: 'warning' }, { kind: 'fine', fen: 400000 }];
    expect(await act('decision-change', 'head-1', '2023-10-07', { penalties, reason: '裁量过重' })).toEqual([
      ...['DecisionChanged', 'FineChanged', 'DecisionFell'],
    ]);
    await act('deferral', 'head-1', '2023-10-08', { until: '2023-10-31', ground: '经济困难' });
    const instalments = [
      { due: '2023-11-15', fen: 100000 },
      { due: '2023-11-30', fen: 300000 },
    ];
    expect(await act('instalments', 'head-1', '2023-10-09', { instalments, ground: '经济困难' })).toEqual([
      ...['InstalmentsApproved', 'TermChanged'],
    ]);
    await act('enforcement-suspension', 'head-1', '2023-12-01', { ground: 'unable-for-now' });
    await act('enforcement-resumption', 'head-1', '2024-03-01');
    await act('demands', 'officer-1', '2024-03-04', { mode: 'direct' });
    await act('demand-statements', 'officer-1', '2024-03-05', { text: '请求暂缓', adopted: false, reasons: '无据' });
    expect(await act('court-application', 'head-1', '2024-04-01', { objectState: '银行存款' })).toEqual([
      'CourtEnforcementSought',
      'FineTakenToCourt',
    ]);
    expect(await read(played.caseId, '2024-04-02')).toMatchObject({
      easierTerms: [{ kind: 'deferral' }, { kind: 'instalments' }],
      demands: [{ owed: { fineFen: 400000 }, statements: [{ text: '请求暂缓' }] }],
      courtApplication: { court: '示例县人民法院', by: 'head-1' },
      clocks: expect.arrayContaining([
        expect.objectContaining({ name: 'courtApplyBy', due: '2024-06-28', state: 'met' }),
        expect.objectContaining({ name: 'instalmentDue', subject: 2, due: '2023-11-30' }),
      ]) as unknown,
    });
    await act('enforcement-termination', 'head-1', '2024-05-06', { ground: 'organisation-ended' });
    await act('closing', 'officer-1', '2024-05-07');
  });

  it('is revoked by the authority itself and decided anew under another number', async () => {
    const played = await stage.play(majorUpTo('served'));
    const act = onCase(played);
    await act('decision-revocation', 'head-1', '2024-04-08', { reason: '事实认定错误', anew: true });
    expect(await listed('redo')).toContain(played.caseId);
    expect(await read(played.caseId, '2024-04-09')).toMatchObject({
      decision: null,
      documentNumber: null,
      fallenDecisions: [{ by: 'own-authority', documentNumber: expect.stringContaining('号') as unknown }],
    });
  });
});

/** The same party may not be fined twice for one act, so the second case is about another day. */
const withOtherDay = (step: { readonly act: string; readonly data?: object }): object =>
  step.act === 'file' ? { ...step.data, actDate: '2023-09-08' } : (step.data ?? {});
