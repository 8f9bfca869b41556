import { randomUUID } from 'node:crypto';
import { type HttpStage, httpStage } from './spec-support/http-stage.fixture.spec';
import { at, changed } from './spec-support/other-steps.fixture.spec';
import { upTo } from './spec-support/steps.fixture.spec';

interface Listed {
  readonly caseId: string;
  readonly clock: string;
  readonly state: string;
  readonly notBefore: string;
}

describe('what is due across cases', () => {
  let stage: HttpStage;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    stage = await httpStage();
    for (const reached of ['filed', 'approved', 'decided', 'served'] as const) {
      const [filed, ...others] = upTo(reached);
      // one act is fined once
      const actDate = reached === 'served' ? '2023-09-08' : '2023-09-09';
      ids[reached] = (await stage.play([changed(filed!, { actDate }), ...others])).caseId;
    }
    await stage.settled();
  });
  afterAll(() => stage.close());

  const due = async (query: string, as = 'officer-1', day = '2023-09-28') => {
    const { body, headers } = await stage.call(`/due?${query}`, { as, at: at(day) });
    return { ...(body as unknown as { items: readonly Listed[]; next: string | null }), headers };
  };
  const short = ({ caseId, clock, state }: Listed) =>
    `${Object.keys(ids).find((name) => ids[name] === caseId)} ${clock} ${state}`;

  it('holds every term that is not kept yet, the earliest end first, and how it stands on the day of who asks', async () => {
    const { items, headers } = await due('limit=50');
    expect(items.map((item) => [item.notBefore, short(item)])).toEqual([
      ['2023-09-20', 'filed fileBy overdue'],
      // two of one day, in the order of their cases
      ['2023-10-13', expect.stringMatching(/ running$/)],
      ['2023-10-13', expect.stringMatching(/ running$/)],
      ['2023-12-11', 'approved decideBy running'],
    ]);
    expect(items.map(short)).toContain('served paymentDue running');
    expect(items.find(({ clock }) => clock === 'serveBy')).toEqual({
      ...{
        caseId: ids['decided'],
        clock: 'serveBy',
        rule: 'service',
        title: '决定书送达期限',
        source: 'APL-61',
        act: 'serve-decision',
      },
      ...{ due: '2023-10-13', notBefore: '2023-10-13', dueAt: null, state: 'running', status: 'decided' },
      ...{ partyName: '示例网络服务中心', offenceTitle: expect.any(String) as string },
      ...{ documentNumber: '（示）文综罚字〔2023〕第1号', officers: ['officer-1', 'officer-2'] },
    });
    expect(headers.get('fajiao-position')).toMatch(/:\d{20}$/);
  });

  it('is read page by page', async () => {
    const first = await due('limit=3');
    const second = await due(`limit=3&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(short)).toEqual((await due('limit=50')).items.map(short));
    expect(second.next).toBeNull();
  });

  it.each([
    ['state=overdue', ['filed fileBy overdue']],
    ['clock=decideBy', ['approved decideBy running']],
    ['act=serve-decision', ['decided serveBy running']],
    ['to=2023-09-30', ['filed fileBy overdue']],
    ['from=2023-12-01', ['approved decideBy running']],
    ['officer=officer-head-1', []],
    ['unit=township-9', []],
    ['clock=decideBy&unit=mine', ['approved decideBy running']],
  ])('is narrowed by %s', async (query, expected) => {
    expect((await due(query)).items.map(short)).toEqual(expected);
  });

  it('is mine where I investigate, and where an act of my role keeps the term', async () => {
    expect((await due('mine=true', 'officer-1')).items).toHaveLength(4);
    expect((await due('mine=true', 'head-1')).items.map(short)).toEqual(['approved decideBy running']);
    expect((await due('mine=true', 'lead-1')).items.map(short)).toEqual(['filed fileBy overdue']);
  });

  it('refuses a state that it does not know, with the field', async () => {
    const { status, body } = await stage.call('/due?state=late', { as: 'officer-1', at: at('2023-09-28') });
    expect(status).toBe(422);
    expect(JSON.stringify(body['errors'])).toContain('state');
  });

  it('is a calendar too, with a day for each term and nobody’s name', async () => {
    const { status, text } = await stage.text('/due.ics?mine=true', { as: 'officer-1', at: at('2023-09-28') });
    expect(status).toBe(200);
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded.match(/^BEGIN:VEVENT/gm)).toHaveLength(4);
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20231013');
    expect(unfolded).toContain('SUMMARY:决定书送达期限 · （示）文综罚字〔2023〕第1号');
    expect(unfolded).not.toContain('示例网络服务中心');
  });

  it('is a feed without signing in, for whoever knows the address, until its time is over', async () => {
    const { body } = await stage.call('/due-feed', { as: 'head-1', at: at('2023-09-28') });
    expect(body['validUntil']).toBe('2024-03-26');
    const path = String(body['path']).replace('/decision/v1', '');
    const read = (address: string, day: string) => stage.text(address, { at: at(day) });
    const feed = await read(path, '2023-09-29');
    expect({ status: feed.status, events: feed.text.match(/^BEGIN:VEVENT/gm)?.length }).toEqual({
      status: 200,
      events: 1,
    });
    expect((await read(path, '2024-03-27')).status).toBe(404);
    const forged = path.replace(/feeds\/[^.]+/, `feeds/${Buffer.from(randomUUID()).toString('base64url')}`);
    expect((await read(forged, '2023-09-29')).status).toBe(404);
    expect((await read('/due-feeds/x/due.ics', '2023-09-29')).status).toBe(404);
  });
});
