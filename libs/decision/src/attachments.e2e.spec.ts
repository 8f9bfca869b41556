import { createHash } from 'node:crypto';
import { type HttpStage, httpStage } from './spec-support/http-stage.fixture.spec';
import { changed } from './spec-support/other-steps.fixture.spec';
import { straightCase } from './spec-support/steps.fixture.spec';

const record = Buffer.from('<svg onload="alert(1)">现场检查笔录</svg>');
const sha256 = createHash('sha256').update(record).digest('hex');
const { filed, approved, inspected } = straightCase;

describe('attachments over HTTP', () => {
  let stage: HttpStage;
  beforeAll(async () => {
    stage = await httpStage();
  });
  afterAll(() => stage.close());

  const played = () => stage.play([filed, approved, changed(inspected, { sha256 })]);
  const parsed = (bytes: Buffer) => JSON.parse(bytes.toString()) as Record<string, unknown>;

  it('are put, named by an act, and served to who reads the case, as a download whatever they are', async () => {
    const put = await stage.bytes('/attachments', 'officer-1', record);
    expect([put.status, parsed(put.bytes)]).toEqual([201, { sha256, bytes: record.length }]);
    const { caseId, answer } = await played();
    expect(answer.body['warnings']).toEqual([]);
    const { body } = await stage.call(`/cases/${caseId}`, { as: 'auditor-1' });
    expect(body['attachments']).toEqual([{ sha256, stored: true, evidence: [1] }]);
    const got = await stage.bytes(`/cases/${caseId}/attachments/${sha256}`, 'auditor-1');
    expect(got.status).toBe(200);
    expect(got.bytes.equals(record)).toBe(true);
    expect(got.headers.get('content-type')).toBe('application/octet-stream');
    expect(got.headers.get('content-disposition')).toBe(`attachment; filename="${sha256}"`);
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect(got.headers.get('content-length')).toBe(String(record.length));
  });

  it('that nobody has put are warned of, shown as not stored, and can be put later', async () => {
    const later = Buffer.from('询问笔录');
    const digest = createHash('sha256').update(later).digest('hex');
    const { caseId, answer } = await stage.play([filed, approved, changed(inspected, { sha256: digest })]);
    expect(answer.body['warnings']).toEqual([
      { code: 'attachment.not-stored', source: 'APL-46', detail: { sha256: digest } },
    ]);
    const stored = async () => (await stage.call(`/cases/${caseId}`, { as: 'officer-1' })).body['attachments'];
    expect(await stored()).toEqual([{ sha256: digest, stored: false, evidence: [1] }]);
    const missing = await stage.bytes(`/cases/${caseId}/attachments/${digest}`, 'officer-1');
    expect([missing.status, parsed(missing.bytes)['code']]).toEqual([404, 'attachment.not-found']);
    await stage.bytes('/attachments', 'officer-2', later);
    expect(await stored()).toEqual([{ sha256: digest, stored: true, evidence: [1] }]);
  });

  it('are served for cases that name them only', async () => {
    await stage.bytes('/attachments', 'officer-1', record);
    const { caseId } = await stage.play([filed]);
    for (const path of [`/cases/${caseId}/attachments/${sha256}`, `/cases/${caseId}/attachments/..%2f..%2fpasswd`]) {
      const got = await stage.bytes(path, 'officer-1');
      expect([got.status, parsed(got.bytes)['code']]).toEqual([404, 'attachment.not-found']);
    }
    const nowhere = await stage.bytes(`/cases/0b6f0d3e-5a52-5c3e-9d0e-3f4b8a1c2d00/attachments/${sha256}`, 'officer-1');
    expect(nowhere.status).toBe(404);
  });

  it('are never served once a byte has changed', async () => {
    await stage.bytes('/attachments', 'officer-1', record);
    const { caseId } = await played();
    stage.attachments.kept.set(sha256, Buffer.from('changed'));
    const got = await stage.bytes(`/cases/${caseId}/attachments/${sha256}`, 'auditor-1');
    expect([got.status, parsed(got.bytes)['code']]).toEqual([500, 'attachment.corrupt']);
    stage.attachments.kept.delete(sha256);
  });

  it('are as large as the configuration allows', async () => {
    expect((await stage.bytes('/attachments', 'officer-1', Buffer.alloc(2 ** 20))).status).toBe(201);
    const larger = await stage.bytes('/attachments', 'officer-1', Buffer.alloc(2 ** 20 + 1));
    expect([larger.status, parsed(larger.bytes)['code']]).toEqual([413, 'body.too-large']);
  });

  it('are put by who takes evidence, and read by nobody of the collecting side', async () => {
    expect((await stage.bytes('/attachments', 'clerk-1', record)).status).toBe(403);
    expect((await stage.bytes('/attachments', 'head-1', record)).status).toBe(403);
    const { caseId } = await played();
    expect((await stage.bytes(`/cases/${caseId}/attachments/${sha256}`, 'clerk-1')).status).toBe(403);
  });
});
