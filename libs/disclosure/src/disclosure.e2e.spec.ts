import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { parseInstant } from '@fajiao/kernel';
import { createApplication, loadConfig, Log, openApiDocument, People, PlatformModule } from '@fajiao/platform';
import { DisclosureModule, disclosurePart } from './disclosure.module';
import { caseId, publicStage, type PublicStage, rules } from './disclosure-stage.fixture.spec';
import { citizen } from './domain/sample-decision.fixture.spec';

@Module({})
class PublicApp {}

const OIDC = {
  OIDC_ISSUER: 'https://sign-in.example.cn',
  OIDC_AUDIENCE: 'fajiao',
  OIDC_JWKS_URL: 'https://sign-in.example.cn/jwks.json',
};

describe('the public side over HTTP', () => {
  let stage: PublicStage;
  let app: NestExpressApplication;
  let url: string;
  const folder = mkdtempSync(join(tmpdir(), 'disclosure-'));
  beforeAll(async () => {
    stage = await publicStage();
    await stage.serve(1, '2023-09-28T15:00:00+08:00');
    await stage.serve(2, '2023-10-16T10:00:00+08:00', { party: citizen, facts: '张示例<b>承认</b>' });
    const config = loadConfig({ NODE_ENV: 'test', VAR_DIR: folder, ...OIDC });
    const log = new Log(config, { write: () => undefined });
    const clock = { now: () => parseInstant('2023-10-17T09:00:00+08:00') };
    app = await createApplication({
      module: PublicApp,
      imports: [
        PlatformModule.register({ config, clock, people: new People([]), contexts: [disclosurePart], log }),
        DisclosureModule.register({ dataSource: stage.reader, rules, projections: stage.monitor }),
      ],
    });
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterAll(async () => {
    await app.close();
    await stage.close();
    rmSync(folder, { recursive: true });
  });

  const get = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers });
  /** As a browser asks again. (Of itself fetch would ask for everything anew.) */
  const getAgain = (path: string, known: Response) =>
    get(path, { 'if-none-match': known.headers.get('etag') ?? '', 'cache-control': 'max-age=0' });
  const json = async (path: string) => (await (await get(path)).json()) as Record<string, unknown>;
  const page = async (path: string) => {
    const response = await get(path);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  describe('as JSON', () => {
    it('lists decisions and says how far the list is', async () => {
      const response = await get('/disclosure/decisions');
      expect(response.status).toBe(200);
      expect(response.headers.get('fajiao-position')).toBe(stage.store.log.events.at(-1)?.position);
      expect(await response.json()).toMatchObject({
        items: [{ caseId: caseId(2) }, { caseId: caseId(1) }],
        next: null,
      });
    });

    it('shows one decision with its name, no number of a person, and both clocks', async () => {
      expect(await json(`/disclosure/decisions/${caseId(2)}`)).toEqual({
        status: 'published',
        amendment: null,
        caseId: caseId(2),
        documentNumber: '（示）文综罚字〔2023〕第2号',
        publicName: '张**',
        partyKind: 'citizen',
        unifiedSocialCreditCode: null,
        citizenId: null,
        violation: { code: 'CT-NET-31-1', title: '互联网上网服务营业场所在规定的营业时间以外营业' },
        basis: '《互联网上网服务营业场所管理条例》第三十一条第一项',
        facts: '张**<b>承认</b>',
        penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 500000 }],
        decidedOn: '2023-09-28',
        servedOn: '2023-09-28',
        authority: { name: '示例县文化和旅游局', code: '11140922MB0K78GHXR' },
        publishedOn: '2023-10-16',
        clocks: [
          {
            rule: 'disclosure-promise',
            name: '处罚决定公开期限（本机关承诺）',
            due: '2023-10-18',
            notBefore: null,
            met: true,
            source: 'Report §3(2)',
          },
          {
            rule: 'disclosure-ceiling',
            name: '处罚决定公开期限（国家规定）',
            due: '2023-10-13',
            notBefore: null,
            met: false,
            source: 'GBF118',
          },
        ],
      });
    });

    it('pages and searches', async () => {
      const first = await json('/disclosure/decisions?limit=1');
      const next = encodeURIComponent(String(first['next']));
      expect(await json(`/disclosure/decisions?limit=1&cursor=${next}`)).toMatchObject({
        items: [{ caseId: caseId(1) }],
        next: null,
      });
      expect(await json('/disclosure/decisions?q=张')).toMatchObject({ items: [{ caseId: caseId(2) }] });
    });

    it.each([
      [404, 'disclosure.not-found', `/disclosure/decisions/${caseId(9)}`],
      [422, 'input.invalid', '/disclosure/decisions/9'],
      [422, 'input.invalid', '/disclosure/decisions?limit=0'],
      [422, 'input.invalid', '/disclosure/decisions?q=%00'],
      [422, 'input.invalid', '/disclosure/decisions?sort=name'],
      [400, 'cursor.invalid', '/disclosure/decisions?cursor=x'],
    ])('answers %i %s for %s', async (status, code, path) => {
      const response = await get(path);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ code });
    });

    it('lets a reader keep an answer for as long as it is so', async () => {
      const response = await get(`/disclosure/decisions/${caseId(1)}`);
      expect(response.headers.get('cache-control')).toBe('public, no-cache');
      const again = await getAgain(`/disclosure/decisions/${caseId(1)}`, response);
      expect([again.status, await again.text()]).toEqual([304, '']);
    });

    it('waits for a position that its tables reach, and refuses one of another store', async () => {
      const position = stage.store.log.events.at(-1)?.position ?? '';
      expect((await get('/disclosure/decisions', { 'fajiao-min-position': position })).status).toBe(200);
      const foreign = await get('/disclosure/decisions', {
        'fajiao-min-position': `elsewhere:${'1'.padStart(20, '0')}`,
      });
      expect(foreign.status).toBe(400);
    });

    it('is described', () => {
      const { paths } = openApiDocument(app, disclosurePart);
      expect(Object.keys(paths)).toEqual(['/disclosure/decisions', '/disclosure/decisions/{caseId}']);
    });
  });

  describe('as pages', () => {
    it('lists decisions in a table that assistive technology can read', async () => {
      const { status, headers, text } = await page('/disclosure/');
      expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(text).toContain('<html lang="zh-CN">');
      expect(text.match(/<h1>/g)).toHaveLength(1);
      expect(text.match(/<th scope="col">/g)).toHaveLength(6);
      for (const landmark of ['<header>', '<main ', '<footer>', 'role="search"', '<caption', '<label for="q">'])
        expect(text).toContain(landmark);
      expect(text).toContain(`<a href="/disclosure/decisions/${caseId(1)}.html">（示）文综罚字〔2023〕第1号</a>`);
      expect(text).toContain('警告；罚款人民币5000.00元');
    });

    it('searches without script, and escapes what was typed', async () => {
      const { text } = await page(`/disclosure/?q=${encodeURIComponent('"><script>')}`);
      expect(text).toContain('没有符合条件的决定');
      expect(text).toContain('value="&quot;&gt;&lt;script&gt;"');
      expect(text).not.toContain('<script');
      expect((await page('/disclosure/?q=&q=x')).status).toBe(200);
      expect((await page('/disclosure/?q=%00')).status).toBe(200);
    });

    it('shows one decision, masked and escaped', async () => {
      const { status, text } = await page(`/disclosure/decisions/${caseId(2)}.html`);
      expect(status).toBe(200);
      expect(text).toContain('<dd>张**</dd>');
      expect(text).toContain('张**&lt;b&gt;承认&lt;/b&gt;');
      expect(text).toContain('2023-10-18</time>，按期公开');
      expect(text).toContain('2023-10-13</time>，逾期公开');
      expect(text).not.toMatch(/张示例|140922198503120018|统一社会信用代码/);
    });

    it('says in Chinese that there is no such decision', async () => {
      for (const path of [`${caseId(9)}.html`, 'x.html']) {
        const { status, headers, text } = await page(`/disclosure/decisions/${path}`);
        expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
        expect(text).toContain('没有公开过这份行政处罚决定');
      }
      expect((await page('/disclosure/?cursor=x')).status).toBe(400);
    });

    it('lets a page load its style and nothing else', async () => {
      for (const path of ['/disclosure/', `/disclosure/decisions/${caseId(1)}.html`, '/disclosure/decisions/x.html'])
        expect((await page(path)).headers.get('content-security-policy')).toBe(
          "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        );
      const style = await page('/disclosure/style.css');
      expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    });

    it('changes its tag when the list changes', async () => {
      const before = await get('/disclosure/');
      expect((await getAgain('/disclosure/', before)).status).toBe(304);
      await stage.serve(3, '2023-10-17T09:00:00+08:00');
      expect((await getAgain('/disclosure/', before)).status).toBe(200);
    });
  });
});
