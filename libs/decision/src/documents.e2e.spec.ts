import { renderer } from '@fajiao/documents';
import { sha256Hex } from '@fajiao/kernel';
import { memoryAttachments } from './spec-support/attachments.fixture.spec';
import { type HttpStage, httpStage } from './spec-support/http-stage.fixture.spec';
import { majorUpTo, upTo } from './spec-support/steps.fixture.spec';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Listed {
  readonly form: string;
  readonly title: string;
  readonly standing: string;
  readonly issued: readonly { readonly sha256: string; readonly docxSha256: string; readonly revision: number }[];
}

describe('the documents of a case over HTTP', () => {
  const attachments = memoryAttachments();
  let stage: HttpStage;
  let served: string;
  beforeAll(async () => {
    stage = await httpStage({ renderer, attachments });
    served = (await stage.play(upTo('served'))).caseId;
  });
  afterAll(() => stage.close());

  const listed = async (caseId: string): Promise<readonly Listed[]> => {
    const { status, body } = await stage.call(`/cases/${caseId}/documents`, { as: 'auditor-1' });
    expect(status).toBe(200);
    return body['documents'] as readonly Listed[];
  };

  it('are listed in the order of the procedure: issued, filled from the record, and drafts', async () => {
    const documents = await listed(served);
    expect(documents.map(({ form, standing }) => `${form} ${standing}`)).toEqual([
      'lead-slip record',
      'filing-approval record',
      'inspection-record record',
      'questioning-record record',
      'evidence-list record',
      'investigation-conclusion record',
      'prior-notice issued',
      'penalty-decision issued',
      'proof-of-service record',
      'closing-report draft',
    ]);
    expect(documents.find(({ form }) => form === 'penalty-decision')).toMatchObject({ title: '行政处罚决定书' });
  });

  it.each([
    ['pdf', 'application/pdf', 'sha256'],
    ['docx', DOCX, 'docxSha256'],
  ] as const)('that were issued come as they were issued: %s', async (format, type, digest) => {
    const [issue] = (await listed(served)).find(({ form }) => form === 'penalty-decision')?.issued ?? [];
    const file = await stage.bytes(`/cases/${served}/documents/penalty-decision.${format}`, 'officer-1');
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe(type);
    expect(file.headers.get('content-disposition')).toBe(`inline; filename="penalty-decision.${format}"`);
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(sha256Hex(file.bytes)).toBe(issue?.[digest]);
  });

  it('that are drafts are marked, and change with the record', async () => {
    const { status, bytes } = await stage.bytes(`/cases/${served}/documents/closing-report.pdf`, 'officer-1');
    expect(status).toBe(200);
    const again = await stage.bytes(`/cases/${served}/documents/closing-report.pdf`, 'officer-1');
    expect(again.bytes.equals(bytes)).toBe(true);
    const noticed = (await stage.play(majorUpTo('concluded'))).caseId;
    const draft = (await listed(noticed)).find(({ form }) => form === 'prior-notice');
    expect(draft).toMatchObject({ standing: 'draft', issued: [] });
  });

  it('that were issued more than once are each there, by the event that issued them', async () => {
    const [issue] = (await listed(served)).find(({ form }) => form === 'prior-notice')?.issued ?? [];
    const path = `/cases/${served}/documents/prior-notice.pdf?revision=${issue?.revision}`;
    expect(sha256Hex((await stage.bytes(path, 'head-1')).bytes)).toBe(issue?.sha256);
    const never = await stage.call(`/cases/${served}/documents/prior-notice.pdf?revision=0`, { as: 'head-1' });
    expect([never.status, never.body['code']]).toEqual([404, 'document.not-issued']);
  });

  it.each([
    ['demand.pdf', 'document.not-fillable'],
    ['love-letter.pdf', 'document.unknown'],
    ['constructor.docx', 'document.unknown'],
  ])('that are not there are 404: %s', async (file, code) => {
    const { status, body } = await stage.call(`/cases/${served}/documents/${file}`, { as: 'officer-1' });
    expect([status, body['code']]).toEqual([404, code]);
  });

  it('are never given out once a byte of them has changed', async () => {
    const { caseId } = await stage.play(upTo('noticed'));
    const [issue] = (await listed(caseId)).find(({ form }) => form === 'prior-notice')?.issued ?? [];
    const kept = attachments.kept.get(issue!.sha256)!;
    attachments.kept.set(issue!.sha256, Buffer.concat([kept, Buffer.from('!')]));
    const { status, body } = await stage.call(`/cases/${caseId}/documents/prior-notice.pdf`, { as: 'officer-1' });
    attachments.kept.set(issue!.sha256, kept);
    expect([status, body['code']]).toEqual([500, 'attachment.corrupt']);
  });

  it('are for those who may read the case', async () => {
    const { status } = await stage.call(`/cases/${served}/documents/penalty-decision.pdf`, { as: 'clerk-1' });
    expect(status).toBe(403);
    const unknown = await stage.call('/cases/5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f60/documents', { as: 'officer-1' });
    expect(unknown.status).toBe(404);
  });
});
