import type { BrowserContextOptions } from 'playwright-core';
import { openPage, overflow } from './chromium';
import { historyOf, setStage, type Stage } from './stage';

const NARROW = { viewport: { width: 360, height: 740 } };

describe('what the public reads', () => {
  let stage: Stage;
  let entry: string;
  beforeAll(async () => {
    stage = await setStage();
    entry = `/disclosure/decisions/${await stage.play(historyOf('01', 9))}.html`;
    await stage.play(historyOf('02'));
    await stage.play(historyOf('04', 7));
  }, 120_000);
  afterAll(() => stage?.close());

  const visit = async (path: string, options: BrowserContextOptions = {}) => {
    const watched = await openPage(stage.browser, options);
    await watched.page.goto(stage.url + path);
    return watched;
  };

  it('is a list of what was served, latest first, that leads to each decision', async () => {
    const { page, complaints } = await visit('/disclosure/');
    const table = page.getByRole('table');
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
      '文书号',
      '当事人',
      '违法行为',
      '处罚内容',
      '决定日期',
      '公开日期',
    ]);
    expect(await table.locator('tbody tr td:nth-of-type(1)').allInnerTexts()).toEqual([
      '张**',
      '示例网络服务中心',
      '示例文化传媒有限公司',
    ]);
    await page.getByRole('link', { name: '（示）文综罚字〔2023〕第1号' }).click();
    expect(new URL(page.url()).pathname).toBe(entry);
    expect(await page.getByRole('definition').allInnerTexts()).toEqual(
      expect.arrayContaining(['示例网络服务中心', '警告；罚款人民币5000.00元', '2023-10-18，按期公开']),
    );
    expect(complaints).toEqual([]);
  });

  it.each([
    ['with JavaScript', { javaScriptEnabled: true }],
    ['without JavaScript', { javaScriptEnabled: false }],
  ])('is searched %s', async (_how, options) => {
    const { page, complaints } = await visit('/disclosure/', options);
    await page.getByLabel('按当事人、文书号或违法行为查找').fill('旅行社');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByRole('heading', { level: 1, name: '查找“旅行社”的结果' }).waitFor();
    expect(await page.locator('tbody th').allInnerTexts()).toEqual(['（示）文综罚字〔2023〕第2号']);
    await page.getByRole('link', { name: '查看全部' }).click();
    await page.getByRole('heading', { level: 1, name: '已公开的行政处罚决定' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(3);
    expect(complaints).toEqual([]);
  });

  it('says so when nothing is found', async () => {
    const { page, complaints } = await visit(`/disclosure/?q=${encodeURIComponent('<b>没有</b>')}`);
    expect(await page.getByRole('status').innerText()).toBe('没有符合条件的决定。');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('查找“<b>没有</b>”的结果');
    expect(complaints).toEqual([]);
  });

  it.each<[string, () => string]>([
    ['the list', () => '/disclosure/'],
    ['a decision', () => entry],
  ])('has on %s a first stop of the keyboard that leads past the head', async (_which, path) => {
    const { page } = await visit(path());
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: '跳到正文' });
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    expect((await skip.boundingBox())!.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
  });

  it.each<[string, () => string]>([
    ['the list', () => '/disclosure/'],
    ['a decision', () => entry],
    ['a decision that is not there', () => '/disclosure/decisions/x.html'],
  ])('needs on %s no scrolling sideways on a narrow screen', async (_which, path) => {
    const { page } = await visit(path(), NARROW);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  it('shows a narrow screen every column of the list', async () => {
    const { page } = await visit('/disclosure/', NARROW);
    for (const cell of await page.locator('tbody tr').first().locator('th, td').all()) {
      const { x, width } = (await cell.boundingBox())!;
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(360);
    }
  });
});
