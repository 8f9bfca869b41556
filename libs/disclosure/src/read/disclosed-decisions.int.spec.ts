import { caseId, publicStage, type PublicStage, rules } from '../disclosure-stage.fixture.spec';
import { citizen } from '../domain/sample-decision.fixture.spec';
import { DisclosedDecisions } from './disclosed-decisions.queries';

const theatre = {
  offence: { code: 'CT-X', title: '擅自举办营业性演出100%_\\', statute: '营业性演出管理条例', article: '第四十三条' },
};

const FACTS = '张示例（公民身份号码140922198503120018）自用1套';

describe('the published decisions', () => {
  let stage: PublicStage;
  let decisions: DisclosedDecisions;
  beforeAll(async () => {
    stage = await publicStage();
    decisions = new DisclosedDecisions(stage.reader, rules);
    await stage.serve(1, '2023-09-28T15:00:00+08:00');
    await stage.serve(2, '2023-09-29T10:00:00+08:00', { party: citizen, facts: FACTS });
    await stage.serve(3, '2023-10-08T09:00:00+08:00', theatre);
    await stage.serve(4, '2023-10-08T09:00:00+08:00', { procedure: 'simple' });
    await stage.serve(5, '2023-10-08T08:00:00+08:00', { party: citizen, facts: FACTS, minor: true });
  });
  afterAll(() => stage.close());

  const numbersOf = async (query: { q?: string; cursor?: string; limit?: number } = {}) =>
    (await decisions.list({ limit: 20, ...query })).items.map(
      ({ documentNumber }) => /第(\d+)号/.exec(documentNumber)?.[1],
    );

  it('are listed newest first; what the profile withholds is not there', async () => {
    expect(await numbersOf()).toEqual(['3', '5', '2', '1']);
    expect(await decisions.find(caseId(4))).toBeUndefined();
  });

  it('are shown masked, with both clocks', async () => {
    expect(await decisions.find(caseId(2))).toMatchObject({
      caseId: caseId(2),
      publicName: '张**',
      citizenId: null,
      unifiedSocialCreditCode: null,
      decidedOn: '2023-09-28',
      publishedOn: '2023-09-29',
      clocks: [
        { rule: 'disclosure-promise', due: '2023-10-18', met: true },
        { rule: 'disclosure-ceiling', due: '2023-10-13', met: true },
      ],
    });
    expect(await decisions.find(caseId(5))).toMatchObject({ publicName: '未成年当事人', facts: '' });
  });

  it('come page by page, each once', async () => {
    const first = await decisions.list({ limit: 3 });
    expect(first.items).toHaveLength(3);
    expect(await numbersOf({ limit: 3, cursor: first.next ?? '' })).toEqual(['1']);
    expect((await decisions.list({ limit: 4 })).next).toBeNull();
  });

  it.each([
    ['第2号', ['2']],
    ['网络服务', ['3', '1']],
    ['营业性演出', ['3']],
    ['100%_\\', ['3']],
    ['%', ['3']],
    ['_', ['3']],
    ['张**', ['2']],
    ['张示例', []],
    ['示例经营者甲', []],
  ])('are found by number, public name or violation: %s', async (q, numbers) => {
    expect(await numbersOf({ q })).toEqual(numbers);
  });

  it.each([
    ['rubbish', 'rubbish'],
    ['no id', Buffer.from('["2023-09-28T07:00:00.000Z","x"]').toString('base64url')],
    ['no time', Buffer.from('[1,null]').toString('base64url')],
  ])('take no cursor that is not theirs: %s', async (_what, cursor) => {
    await expect(decisions.list({ limit: 3, cursor })).rejects.toMatchObject({ code: 'cursor.invalid' });
  });

  it('say how far they are', async () => {
    const { position } = await decisions.list({ limit: 1 });
    expect(position).toBe(stage.store.log.events.at(-1)?.position);
  });

  it('stand in a table that holds nothing that APL-50 protects', async () => {
    const [{ content }] = await stage.owner.query<[{ content: string }]>(
      'SELECT string_agg(decision::text, chr(10)) AS content FROM disclosure_decisions.disclosed_decision AS decision',
    );
    expect(content).toContain('张**');
    expect(content).not.toMatch(/张示例|140922198503120018|示例经营者甲|13812345678/);
  });

  it('are only read by the public side’s login', async () => {
    await expect(stage.reader.query('DELETE FROM disclosure_decisions.disclosed_decision')).rejects.toThrow(
      'permission denied',
    );
  });
});
