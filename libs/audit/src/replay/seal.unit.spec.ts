import { canonicalJson, contentHashOf, type StoredEvent } from '@fajiao/event-store';
import { sha256Hex } from '@fajiao/kernel';
import { readHistory } from './history';
import { sampleStore, STREAM } from './sample-case.fixture.spec';
import { brokenSeals } from './seal';

async function archived(change: (data: object) => object = (data) => data): Promise<readonly StoredEvent[]> {
  const { stored } = await readHistory(await sampleStore(), STREAM);
  const events = stored.map((event) => ({ revision: event.revision, type: event.type, sha256: contentHashOf(event) }));
  const manifest = { caseId: 'x', events, evidence: [], documents: [] };
  const data = change({ archive: 1, manifest, manifestSha256: sha256Hex(canonicalJson(manifest)) });
  const last = stored.at(-1)!;
  return [...stored, { ...last, type: 'CaseArchived', revision: last.revision + 1, data: JSON.stringify(data) }];
}

describe('the seal of an archived file', () => {
  it('holds over exactly the events before it', async () => {
    expect(brokenSeals(await archived())).toEqual([]);
  });

  it('is broken by an event that is missing, other or not named, and by another manifest', async () => {
    const whole = await archived();
    const broken = [{ revision: whole.length - 1, code: 'seal-broken' }];
    expect(brokenSeals(whole.filter(({ revision }) => revision !== 1))).toEqual(broken);
    const other = whole.map((event) =>
      event.revision === 1
        ? { ...event, metadata: event.metadata.replace(/"contentHash":"../, '"contentHash":"00') }
        : event,
    );
    expect(brokenSeals(other)).toEqual(broken);
    expect(brokenSeals(await archived((data) => ({ ...data, manifestSha256: '0'.repeat(64) })))).toEqual(broken);
    expect(brokenSeals(await archived(() => ({})))).toEqual(broken);
  });
});
