import type { Page } from 'playwright-core';
import { openPage, overflow } from './chromium';
import { setStage, type Stage } from './stage';

describe('the Swagger page of a context', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  }, 120_000);
  afterAll(() => stage?.close());

  const docs = (context: string) => `${stage.url}/${context}/docs/`;
  const operation = (page: Page, id: string) => page.locator(`.opblock[id$="-${id}"]`);

  /** “Authorize”, choose a person on the page that opens, come back. */
  async function signIn(page: Page, person: string): Promise<void> {
    await page.getByRole('button', { name: 'Authorize', exact: true }).click();
    const opened = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Apply given OAuth2 credentials' }).click();
    const choice = await opened;
    const closed = choice.waitForEvent('close');
    await choice.locator(`button[value="${person}"]`).click();
    await closed;
    await page.getByText('Logout', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).first().click();
  }

  /** Opens an operation, sends it with what the page has filled in, and answers with the status that it shows. */
  async function execute(page: Page, id: string): Promise<string> {
    const shown = operation(page, id);
    await shown.locator('.opblock-summary-control').click();
    await shown.getByRole('button', { name: 'Try it out' }).click();
    await shown.getByRole('button', { name: 'Execute' }).click();
    const status = shown.locator('.live-responses-table tbody .response-col_status');
    await status.waitFor();
    return (await status.innerText()).trim();
  }

  it('files a case with the example as it stands, by whom the reader chose to be', async () => {
    const { page, complaints } = await openPage(stage.browser);
    await page.goto(docs('decision'));
    await signIn(page, 'officer-1');
    expect(await execute(page, 'fileCase')).toMatch(/^201/);
    expect(await operation(page, 'fileCase').locator('.live-responses-table').innerText()).toContain('CaseFiled');
    expect(await execute(page, 'listCases')).toMatch(/^200/);
    expect(await operation(page, 'listCases').locator('.live-responses-table').innerText()).toContain(
      '示例网络服务中心',
    );
    expect(complaints).toEqual([]);
  });

  it.each([
    ['decision', 'officer-1', 'listCases'],
    ['collection', 'clerk-1', 'listFines'],
    ['disclosure', undefined, 'list'],
    ['audit', 'auditor-1', 'readLog'],
  ])('of %s answers what %s asks of it with what is filled in', async (context, person, id) => {
    const { page, complaints } = await openPage(stage.browser);
    await page.goto(docs(context));
    await page.locator('.opblock').first().waitFor();
    if (person) await signIn(page, person);
    expect(await execute(page, id)).toMatch(/^200/);
    expect(complaints).toEqual([]);
  });

  it('leads to a choice that fits a narrow screen and is made by keyboard', async () => {
    const { page, complaints } = await openPage(stage.browser, { viewport: { width: 360, height: 740 } });
    await page.goto(docs('decision'));
    await page.getByRole('button', { name: 'Authorize', exact: true }).click();
    const opened = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Apply given OAuth2 credentials' }).click();
    const choice = await opened;
    await choice.getByRole('heading', { name: 'Choose who to be' }).waitFor();
    expect(await overflow(choice)).toBeLessThanOrEqual(0);
    const closed = choice.waitForEvent('close');
    await choice.keyboard.press('Tab');
    expect(await choice.evaluate('document.activeElement.value')).toBe('officer-1');
    await choice.keyboard.press('Enter');
    await closed;
    await page.getByText('Logout', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('says what is wrong to somebody who has not signed in', async () => {
    const { page } = await openPage(stage.browser);
    await page.goto(docs('decision'));
    expect(await execute(page, 'fileCase')).toMatch(/^401/);
    expect(await operation(page, 'fileCase').locator('.live-responses-table').innerText()).toContain('token.missing');
  });
});
