import type { Register } from '@fajiao/contracts';
import { CommandContentDiffers, StaleRevision, StreamNotFound } from '@fajiao/event-store';
import { parseCivilDate, parseInstant } from '@fajiao/kernel';
import { cases } from '../domain/evolve';
import { refusals } from '../domain/refusal';
import { codesOf, openDesk, Sender, type Desk } from '../spec-support/desk.fixture.spec';
import { register } from '../spec-support/people.fixture.spec';
import { filing, straightCase, upTo } from '../spec-support/steps.fixture.spec';
import { commandOf } from './commands';

async function refusalsIn({ store, codec }: Desk) {
  const { events } = await store.readAll(undefined, 1_000);
  return events
    .filter(({ stream }) => stream.startsWith('decisionRefusal-'))
    .map((stored) => codec.decode(stored, refusals.schemas));
}

describe('acts on a case', () => {
  it('carry the straight case to its service: numbered at once, handed over and told to the public in one append', async () => {
    const desk = openDesk();
    const sender = new Sender(desk);
    const done = await sender.sendAll(upTo('served'));
    expect(done?.events.map(({ type }) => type)).toEqual(['DecisionServed', 'FineHandedOver', 'DecisionForPublic']);
    expect(done?.documentNumber).toBe('（示）文综罚字〔2023〕第1号');
    expect(done?.stillRequired).toEqual([{ act: 'close', code: 'closing.fine-open', source: 'internal control' }]);
  });

  it('are refused with every requirement that is missing, on record before the answer, and change nothing', async () => {
    const desk = openDesk();
    const sender = new Sender(desk);
    await sender.sendAll(upTo('concluded'));
    expect(await codesOf(sender.send(straightCase.decided))).toEqual(['notice.missing']);
    const [refused] = await refusalsIn(desk);
    expect(refused?.data).toEqual({
      operation: 'decision.decide',
      target: `case-${sender.caseId}`,
      revision: 5,
      grounds: [{ code: 'notice.missing', source: 'APL-62', detail: { proposal: 1 } }],
    });
    expect(refused?.meta.actor).toEqual({ id: 'head-1', roles: ['head', 'principal'] });
    const { revision } = await desk.deps.handler.load(cases, sender.caseId ?? '');
    expect(revision).toBe(5);
  });

  it('are judged by the register of their own day, whenever they are recorded, and name the certificate of that day', async () => {
    const renewedOn = parseCivilDate('2023-09-20');
    const officer: Register['officer'] = async (id, on) => {
      const member = await register.officer(id, on);
      const certificate = member?.certificate;
      if (!certificate || id !== 'officer-1') return member;
      return { ...member, certificate: { ...certificate, no: on < renewedOn ? 'old' : 'new' } };
    };
    const leaving: Register['officer'] = async (id, on) =>
      id === 'officer-2' && on >= renewedOn ? undefined : officer(id, on);
    const desk = openDesk(undefined, { register: { ...register, officer: leaving } });
    const now = '2023-09-20T10:00+08:00';
    expect(await codesOf(new Sender(desk).send({ ...straightCase.filed, at: now }))).toEqual([
      'officers.not-qualified',
    ]);

    const late = { ...filing, occurredAt: '2023-09-19T15:00+08:00' };
    const { caseId } = await new Sender(desk).send({ ...straightCase.filed, at: now, data: late });
    const [filed] = await desk.deps.handler.history(cases, caseId);
    expect(filed?.meta).toMatchObject({ actor: { id: 'officer-1', certificateNo: 'old' } });
    expect(filed?.data).toMatchObject({ officers: [{ certificateNo: 'old' }, { id: 'officer-2' }] });
  });

  it('are one refusal when they are refused again at the same version, and another one at another version', async () => {
    const desk = openDesk();
    const sender = new Sender(desk);
    await sender.sendAll(upTo('concluded'));
    await codesOf(sender.send(straightCase.decided));
    await codesOf(sender.send(straightCase.decided));
    expect(await refusalsIn(desk)).toHaveLength(1);
    await sender.send(straightCase.noticed);
    await codesOf(sender.send(straightCase.decided));
    expect(await refusalsIn(desk)).toHaveLength(2);
  });

  it('are answered as before when they are sent again with their key, and refused with other content', async () => {
    const sender = new Sender(openDesk());
    const first = await sender.send(straightCase.filed, 'key');
    expect(await sender.send(straightCase.filed, 'key')).toEqual(first);
    await sender.send(straightCase.approved, 'other key');
    await expect(sender.send({ ...straightCase.approved, data: { markedMajor: true } }, 'other key')).rejects.toThrow(
      CommandContentDiffers,
    );
  });

  it('rest on the version that they name, and on a case that exists', async () => {
    const desk = openDesk();
    const sender = new Sender(desk);
    await sender.sendAll(upTo('approved'));
    sender.etag = 0;
    await expect(sender.send(straightCase.inspected)).rejects.toThrow(StaleRevision);
    sender.caseId = '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f60';
    await expect(sender.send(straightCase.inspected)).rejects.toThrow(StreamNotFound);
    expect(await refusalsIn(desk)).toEqual([]);
  });

  it('do not take an offence that no catalogue has', async () => {
    const sender = new Sender(openDesk());
    const unknown = { ...straightCase.filed, data: { ...filing, offence: 'CT-NOTHING' } };
    expect(await codesOf(sender.send(unknown))).toEqual(['offence.unknown']);
  });

  it('carry the certificate of the officer who acts, and no plain name of the party in the store', async () => {
    const desk = openDesk();
    await new Sender(desk).sendAll(upTo('filed'));
    const [stored] = (await desk.store.readAll(undefined, 10)).events;
    expect(JSON.parse(stored?.metadata ?? '')).toMatchObject({
      actor: { id: 'officer-1', certificateNo: '14-0922-001' },
    });
    expect(stored?.data).not.toContain('示例网络服务中心');
  });

  it('carry no certificate where the act needs none, nor one that is not in force', async () => {
    const desk = openDesk();
    const sender = new Sender(desk);
    await sender.sendAll([...upTo('filed'), { ...straightCase.approved, by: 'officer-lead-1' }]);
    const facts = await desk.deps.handler.history(cases, sender.caseId ?? '');
    expect(facts.map(({ meta }) => meta.actor.certificateNo)).toEqual(['14-0922-001', undefined, undefined]);

    const expired = { id: 'officer-3', roles: ['officer'] };
    const acting = { actor: expired, now: parseInstant('2023-09-11T09:00+08:00'), bodyHash: '', correlationId: 'c' };
    const { command } = await commandOf(desk.deps, acting, 'id', acting.now, { certified: true });
    expect(command.actor).toEqual(expired);
  });

  it('show the same digest as a replay of the history from zero', async () => {
    const desk = openDesk();
    const sender = new Sender(desk);
    await sender.sendAll(upTo('served'));
    const { view, etag } = await desk.reader.read(sender.caseId ?? '', '2024-05-01T00:00:00.000Z' as never);
    const again = await openDesk(desk.store).reader.read(sender.caseId ?? '', '2025-05-01T00:00:00.000Z' as never);
    expect(again.view.stateDigest).toBe(view.stateDigest);
    expect(view.clocks.find(({ name }) => name === 'paymentDue')).toMatchObject({
      due: '2023-10-13',
      state: 'overdue',
    });
    expect({ etag, revision: view.revision }).toEqual({ etag: 12, revision: 12 });
  });
});
