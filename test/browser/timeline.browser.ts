import { Client as Database } from 'pg';
import type { Page } from 'playwright-core';
import type { CaseHistory } from '../support/case-history/format';
import { openPage, overflow, type WatchedPage } from './chromium';
import { historyOf, setStage, type Stage } from './stage';

/** Case 01 up to its first piece of evidence, which is recorded ten days late. */
function recordedLate(): CaseHistory {
  const history = historyOf('01', 3);
  const [file, approve, collect] = history.steps;
  const late = {
    ...collect!,
    at: '2023-09-25T09:00+08:00',
    data: { ...collect!.data, occurredAt: '2023-09-13T15:00+08:00', lateReason: '现场无网络，返回后补录' },
  };
  return { ...history, steps: [file!, approve!, late] };
}

describe('the timeline of a case', () => {
  let stage: Stage;
  let caseId: string;
  let lateCase: string;
  beforeAll(async () => {
    stage = await setStage();
    caseId = await stage.play(historyOf('01'));
    lateCase = await stage.play(recordedLate());
    await alterEvidence(stage.database.adminUrl, `case-${lateCase}`);
  }, 120_000);
  afterAll(() => stage?.close());

  const events = (page: Page) => page.locator('#events > li');
  const signIn = async (page: Page, person = 'auditor-1') => {
    await page.getByLabel('人员编号').fill(person);
    await page.getByRole('button', { name: '登录' }).click();
  };
  const open = async (id: string): Promise<WatchedPage> => {
    const watched = await openPage(stage.browser);
    await watched.page.goto(`${stage.url}/audit/cases/${id}.html`);
    await signIn(watched.page);
    await events(watched.page).first().waitFor();
    return watched;
  };

  it('is found by whatever names the case, once an auditor has signed in', async () => {
    const { page, complaints } = await openPage(stage.browser);
    await page.goto(`${stage.url}/audit/`);
    await signIn(page);
    await page.getByText('已登录：auditor-1').waitFor();
    await page.getByLabel('编号', { exact: true }).fill(`${stage.url}/disclosure/decisions/${caseId}.html`);
    await page.getByRole('button', { name: '查看' }).click();
    await events(page).first().waitFor();
    expect(new URL(page.url()).pathname).toBe(`/audit/cases/${caseId}.html`);
    expect(complaints).toEqual([]);
  });

  it('is closed to others, who are told why', async () => {
    const { page } = await openPage(stage.browser);
    await page.goto(`${stage.url}/audit/cases/${caseId}.html`);
    await signIn(page, 'clerk-1');
    expect(await page.getByRole('alert').filter({ hasText: '角色' }).innerText()).toContain('您的角色不能进行这一操作');
    expect(await events(page).count()).toBe(0);
    await signIn(page, 'nobody-1');
    await page.getByRole('alert').filter({ hasText: '没有编号为“nobody-1”的人员' }).waitFor();
  });

  it('draws every event with who did it, and the result of the check', async () => {
    const { page, complaints } = await open(caseId);
    expect(await events(page).count()).toBe(15);
    expect(await events(page).first().innerText()).toContain(
      '示例执法人员一（officer-1，执法人员，执法证14-0922-001）',
    );
    expect(await events(page).nth(9).innerText()).toContain('系统（number-decisions）');
    expect(await page.locator('#check').innerText()).toContain('✓ 核验通过');
    expect(await page.getByText('补录').count()).toBe(0);
    await page.locator('#actors > li').last().waitFor();
    expect(await page.locator('#actors > li').count()).toBe(6);
    expect(complaints).toEqual([]);
  });

  it('shows at a chosen revision what changed and how the case stood', async () => {
    const { page, complaints } = await open(caseId);
    await page.getByRole('button', { name: '第8号 行政处罚决定' }).click();
    const status = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '/status', exact: true }) });
    await status.getByRole('cell', { name: 'decided', exact: true }).waitFor();
    expect(await events(page).nth(8).getAttribute('aria-current')).toBe('true');
    await page.getByText('完整状态').click();
    expect(JSON.parse(await page.locator('#state').innerText())).toMatchObject({
      status: 'decided',
      documentNumber: null,
    });

    await page.getByLabel('截至事件').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('第9号 决定书编号', { exact: true }).first().waitFor();
    await page.getByRole('cell', { name: '（示）文综罚字〔2023〕第1号' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('marks what was recorded late, and what was altered behind the back of the system', async () => {
    const { page, complaints } = await open(lateCase);
    expect(await page.locator('#check').innerText()).toContain('✗ 核验未通过');
    expect(await page.locator('#faults > li').allInnerTexts()).toEqual(['第3号：内容或者元数据被改动']);
    const altered = await events(page).nth(3).innerText();
    expect(altered).toContain('✗ 内容被改动');
    expect(altered).toContain('补录');
    expect(altered).toContain('记录于');
    expect(complaints).toEqual([]);
  });

  it('needs no scrolling sideways on a narrow screen, and shows there what was chosen', async () => {
    const { page } = await open(caseId);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: '第5号 调查终结' }).click();
    const heading = (await page.getByRole('heading', { name: '当时的状态' }).boundingBox())!;
    expect(Math.round(heading.y)).toBeGreaterThanOrEqual(0);
    expect(heading.y + heading.height).toBeLessThan(740);
  });

  it('forgets the auditor who signs out', async () => {
    const { page } = await open(caseId);
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(await page.locator('#history').isVisible()).toBe(false);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
  });

  it('says how else to read it where scripts do not run', async () => {
    const { page } = await openPage(stage.browser, { javaScriptEnabled: false });
    await page.goto(`${stage.url}/audit/cases/${caseId}.html`);
    expect(await page.locator('noscript').innerText()).toContain('本页需要脚本才能显示记录');
  });
});

/** As the owner of the database can, who first takes the guard off. */
async function alterEvidence(ownerUrl: string, stream: string): Promise<void> {
  const owner = new Database({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('ALTER TABLE events.event DISABLE TRIGGER refuse_change');
  const { rowCount } = await owner.query(
    `UPDATE events.event SET data = convert_to(replace(convert_from(data, 'UTF8'), 'officer-2', 'officer-3'), 'UTF8')
     WHERE stream = $1 AND type = 'EvidenceCollected' AND convert_from(data, 'UTF8') LIKE '%officer-2%'`,
    [stream],
  );
  await owner.query('ALTER TABLE events.event ENABLE TRIGGER refuse_change');
  await owner.end();
  if (rowCount !== 1) throw new Error(`${rowCount} events were altered instead of one`);
}
