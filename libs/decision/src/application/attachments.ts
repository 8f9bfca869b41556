import { createReadStream } from 'node:fs';
import {
  AttachmentCorrupt,
  AttachmentNotFound,
  type AttachmentStore,
  type OpenAttachment,
  type StoredAttachment,
} from '@fajiao/attachments';
import type { BodyFile } from '@fajiao/platform';
import { StreamNotFound } from '@fajiao/event-store';
import type { CaseState } from '../domain/case-state';
import type { CaseEvent } from '../domain/events';
import { cases } from '../domain/evolve';
import type { Warning } from '../domain/warnings';
import { decisionProblem } from './decision.messages';
import type { DecisionDeps } from './decision-deps';

/** A file that a case names, and whether it is kept here. */
export interface CaseAttachment {
  readonly sha256: string;
  readonly stored: boolean;
  /** Numbers of the pieces of evidence that it is. */
  readonly evidence: readonly number[];
}

/** Files of cases: put before an event names them, read by those who may read the case. */
export class Attachments {
  constructor(private readonly deps: Pick<DecisionDeps, 'handler' | 'attachments'>) {}

  put(file: BodyFile): Promise<StoredAttachment> {
    return this.deps.attachments.put(createReadStream(file.path));
  }

  /**
   * @throws StreamNotFound
   * @throws Problem 404 where the case does not name it or it is not kept, 500 where what is kept has another digest
   */
  async open(caseId: string, sha256: string): Promise<OpenAttachment> {
    const { state, revision } = await this.deps.handler.load(cases, caseId);
    if (revision < 0) throw new StreamNotFound(`${cases.category}-${caseId}`);
    if (!digestsOf(state).includes(sha256)) throw decisionProblem('attachment.not-found');
    return openKept(this.deps.attachments, sha256);
  }
}

/** @throws Problem 404 where it is not kept, 500 where what is kept has another digest */
export async function openKept(store: AttachmentStore, sha256: string): Promise<OpenAttachment> {
  try {
    return await store.get(sha256);
  } catch (error) {
    if (error instanceof AttachmentNotFound) throw decisionProblem('attachment.not-found');
    if (error instanceof AttachmentCorrupt) throw decisionProblem('attachment.corrupt', { detail: { sha256 } });
    throw error;
  }
}

/** Every file that the case names as evidence. */
export function attachmentsOf(state: CaseState, store: AttachmentStore): Promise<readonly CaseAttachment[]> {
  return Promise.all(
    digestsOf(state).map(async (sha256) => ({
      sha256,
      stored: await store.has(sha256),
      evidence: state.evidence.filter((item) => item.sha256 === sha256).map((item) => item.evidence),
    })),
  );
}

/** Evidence whose file nobody has put yet: it can be put later, under the digest that the event names. */
export async function notStored(events: readonly CaseEvent[], store: AttachmentStore): Promise<readonly Warning[]> {
  const named = events.flatMap((event) => (event.type === 'EvidenceCollected' ? [event.data.sha256] : []));
  const missing = await Promise.all(named.map(async (sha256) => ((await store.has(sha256)) ? [] : [sha256])));
  return missing
    .flat()
    .map((sha256): Warning => ({ code: 'attachment.not-stored', source: 'APL-46', detail: { sha256 } }));
}

function digestsOf({ evidence }: CaseState): readonly string[] {
  return [...new Set(evidence.map(({ sha256 }) => sha256))];
}
