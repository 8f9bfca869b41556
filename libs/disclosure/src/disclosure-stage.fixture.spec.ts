import { type DecisionFell, type DecisionForPublic, publishedByDecision } from '@fajiao/contracts';
import { aesSealer, Codec, CommandHandler, memoryEventStore } from '@fajiao/event-store';
import { civilDateOf, type FactMeta, parseInstant, uuid5 } from '@fajiao/kernel';
import { ProjectionMonitor, ProjectionRunner } from '@fajiao/projections';
import { loadCalendar, loadRulebook } from '@fajiao/rulebook';
import { DataSource } from 'typeorm';
import { projectionStage } from '../../../test/support/projections';
import { publishDecisions } from './application/publish-decisions.policy';
import { decision } from './domain/sample-decision.fixture.spec';
import { disclosureEntities, disclosureHost } from './read/disclosure.host';

const codec = new Codec(aesSealer(Buffer.alloc(32, 1)));
const rulebook = loadRulebook();

export const rules = { profile: rulebook.profile, calendar: loadCalendar() };

export const caseId = (n: number): string => uuid5('sample case', String(n));

/** The public side at work: events in memory, the worker's policy and projection, tables in PostgreSQL. */
export async function publicStage() {
  const store = memoryEventStore();
  const handler = new CommandHandler(store, codec);
  const host = { ...disclosureHost, policies: [publishDecisions(handler, rulebook)] };
  const stage = await projectionStage(host);
  const sources = await Promise.all([stage.dataSource, await stage.connect('disclosure')].map(withEntities));
  const [worker, reader] = sources as [DataSource, DataSource];
  const runner = new ProjectionRunner({ host, dataSource: worker, store, codec });
  await runner.start();
  const monitor = new ProjectionMonitor({ host, dataSource: worker, store, codec });

  /** The deciding side serves a decision; resolves when the public side has done what it does about it. */
  async function serve(n: number, at: string, data: Partial<DecisionForPublic['data']> = {}): Promise<void> {
    const id = caseId(n);
    const documentNumber = `（示）文综罚字〔2023〕第${n}号`;
    const event: DecisionForPublic = {
      type: 'DecisionForPublic',
      data: { ...decision, caseId: id, documentNumber, ...data },
    };
    await append(id, event, at);
  }

  /** The deciding side says that the decision fell; resolves likewise. */
  async function fall(n: number, at: string, data: Pick<DecisionFell['data'], 'how' | 'penalties'>): Promise<void> {
    const documentNumber = `（示）文综罚字〔2023〕第${n}号`;
    const said = {
      caseId: caseId(n),
      documentNumber,
      by: 'reconsideration' as const,
      fellOn: civilDateOf(parseInstant(at)),
    };
    await append(caseId(n), { type: 'DecisionFell', data: { ...said, ...data } }, at);
  }

  async function append(id: string, event: DecisionForPublic | DecisionFell, at: string): Promise<void> {
    const stream = `case-${id}`;
    const last = await store.last(stream);
    const batch = codec.encode(stream, [event], metaOf(`${id} ${at}`, at), publishedByDecision);
    await store.append(stream, batch, last ? last.revision : 'none');
    await settled();
  }

  async function settled(): Promise<void> {
    while (!(await monitor.settled()));
  }

  async function close(): Promise<void> {
    await runner.stop();
    for (const source of sources) await source.destroy();
    await stage.close();
  }

  const editing = { handler, rulebook };
  return { store, owner: stage.owner, worker, reader, monitor, editing, serve, fall, settled, close };
}

export type PublicStage = Awaited<ReturnType<typeof publicStage>>;

const withEntities = ({ options }: DataSource): Promise<DataSource> =>
  new DataSource({ ...options, entities: disclosureEntities }).initialize();

const metaOf = (command: string, at: string): FactMeta => ({
  context: 'decision',
  actor: { id: 'officer-1', roles: ['officer'] },
  occurredAt: parseInstant(at),
  recordedAt: parseInstant(at),
  commandId: uuid5('sample command', command),
  commandHash: 'ab'.repeat(32),
  correlationId: uuid5('sample correlation', at),
  causationId: uuid5('sample cause', at),
  rulebook: { profile: rulebook.profile.id, version: rulebook.version },
});
