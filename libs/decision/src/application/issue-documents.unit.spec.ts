import { StoreUnavailable, memoryEventStore } from '@fajiao/event-store';
import { renderer } from '@fajiao/documents';
import { sha256Hex } from '@fajiao/kernel';
import { cases } from '../domain/evolve';
import { memoryAttachments } from '../spec-support/attachments.fixture.spec';
import { openDesk, Sender, type Desk } from '../spec-support/desk.fixture.spec';
import { DyingStore, runPolicies } from '../spec-support/policies.fixture.spec';
import { onTheSpotUpTo } from '../spec-support/spot-steps.fixture.spec';
import { straightCase, upTo } from '../spec-support/steps.fixture.spec';

const documentsOf = async (desk: Desk, caseId = '') => (await desk.deps.handler.load(cases, caseId)).state.documents;

async function played(steps = upTo('served')) {
  const attachments = memoryAttachments();
  const desk = openDesk(memoryEventStore(), { renderer, attachments });
  const sender = new Sender(desk);
  await sender.sendAll(steps);
  return { desk, sender, attachments, documents: await documentsOf(desk, sender.caseId) };
}

describe('a document that an act issues', () => {
  it('is kept under the digests that the event of the act carries', async () => {
    const { attachments, documents } = await played();
    expect(documents.map(({ form, on }) => [form, on])).toEqual([
      ['prior-notice', '2023-09-21'],
      ['penalty-decision', '2023-09-28'],
    ]);
    for (const { sha256, docxSha256 } of documents) {
      const [pdf, docx] = [attachments.kept.get(sha256)!, attachments.kept.get(docxSha256)!];
      expect([sha256Hex(pdf), sha256Hex(docx)]).toEqual([sha256, docxSha256]);
      expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
      expect(docx.toString('latin1', 0, 2)).toBe('PK');
    }
    expect(attachments.kept.size).toBe(4);
  });

  it('has the same bytes wherever the same act is done again', async () => {
    const [once, again] = await Promise.all([played(), played()]);
    expect(again.documents).toEqual(once.documents);
  });

  it('is neither made nor kept again when its command is repeated', async () => {
    const { sender, attachments, desk } = await played(upTo('concluded'));
    const etag = sender.etag;
    const first = await sender.send(straightCase.noticed, 'key');
    const kept = [...attachments.kept.keys()];
    sender.etag = etag;
    expect(await sender.send(straightCase.noticed, 'key')).toEqual(first);
    expect([...attachments.kept.keys()]).toEqual(kept);
    expect(await documentsOf(desk, sender.caseId)).toHaveLength(1);
  });

  it('is kept before the act is on record: dying between them leaves files that no event names', async () => {
    const store = memoryEventStore();
    const attachments = memoryAttachments();
    const sender = new Sender(openDesk(store, { renderer, attachments }));
    await sender.sendAll(upTo('concluded'));
    const dying = new Sender(openDesk(new DyingStore(store, 0), { renderer, attachments }));
    Object.assign(dying, { caseId: sender.caseId, etag: sender.etag });
    await expect(dying.send(straightCase.noticed, 'key')).rejects.toThrow(StoreUnavailable);
    const orphans = [...attachments.kept.keys()];
    expect(orphans).toHaveLength(2);

    const desk = openDesk(store, { renderer, attachments });
    expect(await documentsOf(desk, sender.caseId)).toEqual([]);
    const after = new Sender(desk);
    Object.assign(after, { caseId: sender.caseId, etag: sender.etag });
    await after.send(straightCase.noticed, 'key');
    expect([...attachments.kept.keys()]).toEqual(orphans);
  });

  it('bars its act as long as its files cannot be kept', async () => {
    const { desk, sender } = await played(upTo('concluded'));
    const full = { ...memoryAttachments(), put: () => Promise.reject(new Error('the disk is full')) };
    const barred = new Sender(openDesk(desk.store, { renderer, attachments: full }));
    Object.assign(barred, { caseId: sender.caseId, etag: sender.etag });
    await expect(barred.send(straightCase.noticed)).rejects.toThrow('the disk is full');
    const { state } = await desk.deps.handler.load(cases, sender.caseId ?? '');
    expect(state.notices).toEqual([]);
  });

  it('goes out with the number where the decision was made on the spot, once, whoever draws it', async () => {
    const attachments = memoryAttachments();
    const desk = openDesk(memoryEventStore(), { renderer, attachments });
    const sender = new Sender(desk);
    await sender.sendAll(onTheSpotUpTo('decided'));
    await runPolicies(desk);
    const documents = await documentsOf(desk, sender.caseId);
    expect(documents.map(({ form }) => form)).toEqual(['spot-decision']);
    expect(attachments.kept.size).toBe(2);
  });
});
