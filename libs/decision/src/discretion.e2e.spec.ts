import { type HttpStage, httpStage } from './spec-support/http-stage.fixture.spec';
import { at, changed } from './spec-support/other-steps.fixture.spec';
import { citizenParty, majorCase, majorUpTo, straightCase, upTo } from './spec-support/steps.fixture.spec';

const { filed, approved, inspected, concluded, decided } = straightCase;
const noPenalty = { ground: 'slight-corrected-no-harm', reasons: '轻微并及时改正，没有造成危害后果' };

describe('discretion over HTTP', () => {
  let stage: HttpStage;
  beforeAll(async () => {
    stage = await httpStage();
  });
  afterAll(() => stage.close());

  it('concludes that no penalty is due, and decides so with the facts that were found', async () => {
    const conclusion = {
      findings: '当场改正',
      proposal: { noPenalty },
      conditions: ['slight', 'corrected', 'no-harm'],
    };
    const { caseId, etag } = await stage.play([filed, approved, inspected, { ...concluded, data: conclusion }]);
    const { body } = await stage.call(`/cases/${caseId}`, { as: 'head-1', at: decided.at });
    expect(body['proposal']).toMatchObject({ penalties: [], noPenalty });
    const spared = { outcome: 'no-penalty', ground: noPenalty.ground, education: '已批评教育' };
    const answer = await stage.call(`/cases/${caseId}/decision`, {
      ...{ as: 'head-1', at: decided.at, body: spared, headers: { 'if-match': etag } },
    });
    expect(answer.status).toBe(201);
  });

  it('takes penalties or the reasons for none, never both and never neither', async () => {
    const { caseId, etag } = await stage.play(upTo('inspected'));
    const { penalties, tier } = concluded.data.proposal;
    for (const [proposal, pointer] of [
      [{ penalties, tier, noPenalty }, '#/proposal/penalties'],
      [{ tier }, '#/proposal/penalties'],
      [{ penalties }, '#/proposal/tier'],
      [{ noPenalty: { ground: '态度好', reasons: '配合' } }, '#/proposal/noPenalty/ground'],
    ] as const) {
      const { status, body } = await stage.call(`/cases/${caseId}/investigation-conclusion`, {
        ...{ as: 'officer-1', at: concluded.at, body: { findings: '查明', proposal }, headers: { 'if-match': etag } },
      });
      expect(status).toBe(422);
      expect(body['errors']).toEqual(expect.arrayContaining([expect.objectContaining({ pointer }) as unknown]));
    }
  });

  it('takes gains, what is repaid of them, and turnover', async () => {
    const data = {
      findings: '违法所得1000元，已退还400元',
      gainsFen: 100_000,
      repaidFen: 40_000,
      turnoverFen: 500_000,
      proposal: {
        penalties: [{ kind: 'warning' }, { kind: 'confiscation-of-gains', fen: 60_000 }],
        tier: '一般',
        mitigation: { ground: '主动消除或者减轻违法行为危害后果', reason: '主动退款' },
      },
    };
    const { caseId } = await stage.play([filed, approved, inspected, { ...concluded, data }]);
    const { body } = await stage.call(`/cases/${caseId}`, { as: 'officer-1', at: concluded.at });
    expect(body['conclusions']).toMatchObject({ gainsFen: 100_000, repaidFen: 40_000, turnoverFen: 500_000 });
  });

  it('records votes, and shows who dissents', async () => {
    const votes = { 'head-1': 'adopt', 'head-2': 'adopt', 'head-3': 'adopt', 'head-4': 'reduce' };
    const { caseId, etag } = await stage.play(majorUpTo('reviewed'));
    const body = { ...majorCase.deliberated.data, votes };
    const call = { as: 'head-1', at: majorCase.deliberated.at, headers: { 'if-match': etag } };
    const wrong = await stage.call(`/cases/${caseId}/deliberation`, {
      ...call,
      body: { ...body, votes: { ...votes, 'head-4': '弃权' } },
    });
    expect(wrong.status).toBe(422);
    expect((await stage.call(`/cases/${caseId}/deliberation`, { ...call, body })).status).toBe(201);
    const { body: seen } = await stage.call(`/cases/${caseId}`, { as: 'auditor-1', at: majorCase.decided.at });
    expect(seen['deliberations']).toMatchObject([
      { opinions: [{}, {}, {}, { person: 'head-4', vote: 'reduce', dissents: true }] },
    ]);
  });

  it('files a lead with what is known of it, and a person responsible beside an organisation only', async () => {
    const source = {
      kind: 'transfer-in',
      ref: '移2023-1',
      organ: '示例县公安局',
      informant: '示例举报人',
      summary: '线索',
    };
    const { caseId } = await stage.play([changed(filed, { source })]);
    const { body } = await stage.call(`/cases/${caseId}`, { as: 'officer-1', at: at('2023-09-12') });
    expect(body['filing']).toMatchObject({ source, beside: null });
    const person = changed(filed, { party: citizenParty, offence: 'CT-TOUR-98', beside: caseId });
    const refused = await stage.act(person);
    expect([refused.status, refused.body['code']]).toEqual([409, 'filing.organisation-case-unknown']);
  });
});
