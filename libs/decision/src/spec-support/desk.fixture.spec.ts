import { randomUUID } from 'node:crypto';
import { aesSealer, Codec, CommandHandler, memoryEventStore, type EventStore } from '@fajiao/event-store';
import { parseInstant, sha256Hex, uuid5 } from '@fajiao/kernel';
import { Problem, type ActRequest } from '@fajiao/platform';
import { CaseActs, type ActDone, type Told } from '../application/case-acts';
import { CaseReader } from '../application/case-reader';
import type { DecisionDeps } from '../application/decision-deps';
import { caseActs } from '../domain/case-acts';
import type { DecideOnTheSpot, FileCase } from '../domain/acts';
import { memoryAttachments } from './attachments.fixture.spec';
import { contentOnly } from './documents.fixture.spec';
import { register, staff } from './people.fixture.spec';
import { calendar, rulebook, type Step } from './play.fixture.spec';

/** The deciding side on a store of its own, without HTTP. */
export interface Desk {
  readonly store: EventStore;
  readonly codec: Codec;
  readonly deps: DecisionDeps;
  readonly acts: CaseActs;
  readonly reader: CaseReader;
}

export function openDesk(store: EventStore = memoryEventStore(), more: Partial<DecisionDeps> = {}): Desk {
  const codec = new Codec(aesSealer(Buffer.alloc(32, 1)));
  const handler = new CommandHandler(store, codec);
  const deps = {
    handler,
    rulebook,
    calendar,
    register,
    renderer: contentOnly,
    attachments: memoryAttachments(),
    partyKey: Buffer.alloc(32, 2),
    ...more,
  };
  return { store, codec, deps, acts: new CaseActs(deps), reader: new CaseReader(deps) };
}

/** Sends steps for one case, each on the version that the one before left. */
export class Sender {
  caseId: string | undefined;
  etag = -1;

  constructor(private readonly desk: Desk) {}

  /** `key`: the Idempotency-Key; a new one unless given. */
  async send(step: Step, key: string = randomUUID()): Promise<ActDone> {
    const request = requestOf(step, key, this.etag);
    const told = (step.data ?? {}) as Told;
    const done =
      step.act === 'file'
        ? await this.desk.acts.file(told as FileCase & Told, request)
        : step.act === 'decide-on-the-spot'
          ? await this.desk.acts.decideOnTheSpot(told as DecideOnTheSpot & Told, request)
          : await this.desk.acts.perform(actNamed(step.act), this.caseId ?? '', told as never, request);
    this.caseId = done.caseId;
    this.etag = done.revision;
    return done;
  }

  async sendAll(steps: readonly Step[]): Promise<ActDone | undefined> {
    let last: ActDone | undefined;
    for (const step of steps) last = await this.send(step);
    return last;
  }
}

/** The codes of a refusal; the act must not be accepted. */
export async function codesOf(work: Promise<unknown>): Promise<readonly string[]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem) return error.content.grounds?.map(({ code }) => code) ?? [error.code];
    throw error;
  }
  throw new Error('the act was accepted');
}

function requestOf({ at, by, act, data }: Step, key: string, ifMatch: number): ActRequest {
  return {
    operation: `decision.${act}`,
    actor: { id: by, roles: staff.find(by)?.roles ?? [] },
    now: parseInstant(at),
    correlationId: randomUUID(),
    language: 'zh-CN',
    bodyHash: sha256Hex(JSON.stringify(data ?? {})),
    ifMatch,
    commandId: (resource) => uuid5('command', JSON.stringify([by, act, resource, key])),
  };
}

function actNamed(name: string) {
  const act = caseActs.find((one) => one.name === name);
  if (!act) throw new Error(`no act ${name}`);
  return act;
}
