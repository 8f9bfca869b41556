import { canonicalJson, contentHashOf } from '@fajiao/event-store';
import { sha256Hex } from '@fajiao/kernel';
import { cases } from '../domain/evolve';
import {
  archived,
  closed,
  concluded,
  deferred,
  revokedByOwn,
  sought,
} from '../spec-support/after-service.fixture.spec';
import { codesOf, openDesk, Sender, type Desk } from '../spec-support/desk.fixture.spec';
import { at, changed, revision } from '../spec-support/other-steps.fixture.spec';
import { runPolicies } from '../spec-support/policies.fixture.spec';
import { straightCase, upTo } from '../spec-support/steps.fixture.spec';

async function served(desk: Desk): Promise<Sender> {
  const sender = new Sender(desk);
  await sender.sendAll(upTo('served'));
  return sender;
}

const again = [
  changed(revision({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 400000 }] }), {}, { at: at('2023-12-04') }),
  { ...straightCase.decided, at: at('2023-12-14') },
];

describe('after the service of a decision', () => {
  it('a case that is decided anew gets another number, and keeps its act reserved', async () => {
    const desk = openDesk();
    const sender = await served(desk);
    await sender.sendAll([sought('2023-10-09'), concluded('2023-12-01', 'redo')]);
    await runPolicies(desk);
    const rival = new Sender(desk);
    await rival.sendAll(upTo('waived'));
    expect(await codesOf(rival.send(straightCase.decided))).toEqual(['fine.twice-for-one-act']);
    const done = await sender.sendAll(again);
    expect(done?.documentNumber).toBe('（示）文综罚字〔2023〕第2号');
    await runPolicies(desk);
    const { state } = await desk.deps.handler.load(cases, sender.caseId ?? '');
    expect(state.number?.documentNumber).toBe('（示）文综罚字〔2023〕第2号');
  });

  it('an act whose decision was revoked may be fined in another case', async () => {
    const desk = openDesk();
    const sender = await served(desk);
    const rival = new Sender(desk);
    await rival.sendAll(upTo('waived'));
    await sender.send(revokedByOwn('2023-10-09'));
    await runPolicies(desk);
    await rival.send({ ...straightCase.decided, at: at('2023-10-10') });
  });

  it('a deferral leaves the case with a digest that a replay comes to as well', async () => {
    const desk = openDesk();
    const sender = await served(desk);
    await sender.send(deferred('2023-10-09', '2024-03-05'));
    const digestOf = async (its: Desk) =>
      (await its.reader.read(sender.caseId ?? '', '2024-05-01T00:00:00.000Z' as never)).view.stateDigest;
    expect(await digestOf(openDesk(desk.store))).toBe(await digestOf(desk));
  });

  it('an archived file is sealed over the very bytes of the store', async () => {
    const desk = openDesk();
    const sender = await served(desk);
    await sender.sendAll([revokedByOwn('2023-10-09'), closed('2023-10-10'), archived('2023-10-11')]);
    const stored = [];
    for await (const event of desk.store.read(`case-${sender.caseId}`)) stored.push(event);
    const seal = stored.pop();
    const { manifest, manifestSha256 } = JSON.parse(seal?.data ?? '') as {
      manifest: { events: object[]; documents: { form: string }[] };
      manifestSha256: string;
    };
    expect(manifest.events).toEqual(
      stored.map((event) => ({ revision: event.revision, type: event.type, sha256: contentHashOf(event) })),
    );
    expect(sha256Hex(canonicalJson({ ...manifest }))).toBe(manifestSha256);
    // The decision and the closing report among them.
    expect(manifest.documents.map(({ form }) => form)).toEqual(
      expect.arrayContaining(['penalty-decision', 'closing-report']),
    );
    expect(await codesOf(sender.send(straightCase.closed))).toContain('case.ended');
  });
});
