import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { fen, parseCivilDate, systemClock } from '@fajiao/kernel';
import {
  createApplication,
  DevelopmentIssuer,
  loadConfig,
  Log,
  openApiDocument,
  People,
  type Person,
  PlatformModule,
} from '@fajiao/platform';
import { DisclosureModule, disclosurePart } from './disclosure.module';
import { caseId, publicStage, type PublicStage, rules } from './disclosure-stage.fixture.spec';
import { EditingModule, editingPart } from './editing.module';

@Module({})
class EditorsApp {}

const PEOPLE = new People([
  { id: 'editor-1', name: '公示', roles: ['disclosure-editor'] },
  { id: 'officer-1', name: '执法', roles: ['officer'] },
  { id: 'auditor-1', name: '审计', roles: ['auditor'] },
] as Person[]);

describe('editing the public site', () => {
  let stage: PublicStage;
  let app: NestExpressApplication;
  let issuer: DevelopmentIssuer;
  let url: string;
  const folder = mkdtempSync(join(tmpdir(), 'editing-'));

  beforeAll(async () => {
    stage = await publicStage();
    for (const n of [1, 2, 3]) await stage.serve(n, '2024-03-29T16:00:00+08:00');
    const config = loadConfig({ NODE_ENV: 'test', VAR_DIR: folder, DEMO_MODE: 'true' });
    issuer = await DevelopmentIssuer.open(config, PEOPLE);
    const log = new Log(config, { write: () => undefined });
    const contexts = [disclosurePart, editingPart];
    app = await createApplication({
      module: EditorsApp,
      imports: [
        PlatformModule.register({
          ...{ config, clock: systemClock, people: PEOPLE, contexts, log, developmentIssuer: issuer },
        }),
        DisclosureModule.register({ dataSource: stage.reader, rules, projections: stage.monitor }),
        EditingModule.register({ ...stage.editing, dataSource: stage.worker, rules, projections: stage.monitor }),
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

  async function ask(path: string, as: string, body?: object, at = '2024-06-11T09:00:00+08:00') {
    const response = await fetch(`${url}/editing/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${await issuer.tokenFor(as)}`,
        'fajiao-demo-time': at,
        ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
  const publicly = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/disclosure/decisions/${path}`, { headers });
    return { status: response.status, etag: response.headers.get('etag') ?? '', text: await response.text() };
  };
  const refusals = () => stage.store.log.events.filter(({ stream }) => stream.startsWith('disclosureRefusal-'));

  it('shows what has fallen with its clock, until somebody takes it down', async () => {
    await stage.fall(1, '2024-06-06T10:00:00+08:00', {
      how: 'changed',
      penalties: [{ kind: 'fine', fen: fen(150000) }],
    });
    const waiting = { caseId: caseId(1), state: 'due', how: 'changed', amendable: true, withdrawnOn: null };
    expect((await ask('/withdrawals?state=due', 'editor-1')).body).toMatchObject({
      items: [{ ...waiting, withdrawBy: { due: '2024-06-12', state: 'running', source: 'APL-48' } }],
      next: null,
    });
    expect((await ask('/withdrawals', 'auditor-1', undefined, '2024-06-13T09:00:00+08:00')).body).toMatchObject({
      items: [{ ...waiting, withdrawBy: { state: 'overdue' } }],
    });
  });

  it('takes it down and puts up what holds instead', async () => {
    const before = await publicly(caseId(1));
    const answer = await ask(`/decisions/${caseId(1)}/amendment`, 'editor-1', {});
    expect(answer).toMatchObject({ status: 201, body: { events: [{ type: 'Withdrawn' }, { type: 'Amended' }] } });
    await stage.settled();
    const after = await publicly(caseId(1), { 'if-none-match': before.etag, 'cache-control': 'max-age=0' });
    expect(after.status).toBe(200);
    expect(JSON.parse(after.text)).toMatchObject({
      status: 'published',
      penalties: [{ kind: 'fine', fen: 150000 }],
      amendment: { amendedOn: '2024-06-11', reason: '原行政处罚决定于2024-06-06经行政复议变更' },
    });
    const { text: page } = await publicly(`${caseId(1)}.html`);
    expect(page).toContain('更正理由');
    expect(page).not.toContain('5000.00');
    expect((await ask('/withdrawals?state=done', 'editor-1')).body).toMatchObject({
      items: [{ state: 'amended', withdrawBy: { state: 'met' } }],
    });
  });

  it('leaves of a revoked decision its number and the reason, and nothing else anywhere in public', async () => {
    await stage.fall(2, '2024-06-06T11:00:00+08:00', { how: 'revoked', penalties: null });
    await ask(`/decisions/${caseId(2)}/withdrawal`, 'editor-1', { reason: '原行政处罚决定经行政复议撤销' });
    await stage.settled();
    expect(JSON.parse((await publicly(caseId(2))).text)).toEqual({
      status: 'withdrawn',
      caseId: caseId(2),
      documentNumber: '（示）文综罚字〔2023〕第2号',
      withdrawnOn: '2024-06-11',
      reason: '原行政处罚决定经行政复议撤销',
    });
    const { status, text: page } = await publicly(`${caseId(2)}.html`);
    expect(status).toBe(200);
    expect(page).toContain('原行政处罚决定经行政复议撤销');
    expect(page).not.toContain('示例网络服务中心');
    const list = (await (await fetch(`${url}/disclosure/decisions`)).json()) as { items: { caseId: string }[] };
    expect(list.items.map((item) => item.caseId)).not.toContain(caseId(2));
    const [{ content }] = await stage.owner.query<[{ content: string }]>(
      `SELECT decision::text AS content FROM disclosure_decisions.disclosed_decision AS decision WHERE case_id = '${caseId(2)}'`,
    );
    expect(content).not.toContain('网络服务');
  });

  it('is refused on record, by the law and by the role', async () => {
    const held = refusals().length;
    const standing = await ask(`/decisions/${caseId(3)}/withdrawal`, 'editor-1', {});
    expect(standing).toMatchObject({ status: 409, body: { code: 'disclosure.not-fallen', source: 'APL-48' } });
    expect(await ask(`/decisions/${caseId(3)}/withdrawal`, 'officer-1', {})).toMatchObject({
      status: 403,
      body: { code: 'role.not-allowed' },
    });
    expect(refusals()).toHaveLength(held + 2);
    expect((await ask(`/decisions/${caseId(9)}/withdrawal`, 'editor-1', {})).status).toBe(404);
    expect((await ask('/withdrawals?cursor=x', 'editor-1')).status).toBe(400);
    expect((await ask('/withdrawals?state=up', 'editor-1')).status).toBe(422);
  });

  it('makes room for the decision that takes the place of a revoked one', async () => {
    await stage.fall(3, '2024-06-06T12:00:00+08:00', { how: 'redo', penalties: null });
    await stage.serve(3, '2024-07-01T12:00:00+08:00', { decidedOn: parseCivilDate('2024-07-01') });
    expect(JSON.parse((await publicly(caseId(3))).text)).toMatchObject({
      status: 'published',
      publishedOn: '2024-07-01',
    });
  });

  it('is described', () => {
    const { paths } = openApiDocument(app, editingPart);
    expect(Object.keys(paths)).toEqual([
      '/editing/v1/withdrawals',
      '/editing/v1/decisions/{caseId}/withdrawal',
      '/editing/v1/decisions/{caseId}/amendment',
    ]);
  });
});
