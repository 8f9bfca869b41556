import { canonicalJson, StreamNotFound } from '@fajiao/event-store';
import { civilDateOf, sha256Hex, type Instant } from '@fajiao/kernel';
import type { CaseState } from '../domain/case-state';
import { clocksOf } from '../domain/clocks';
import { describeCase, type CaseDescription } from '../domain/describe';
import { cases } from '../domain/evolve';
import { requirementsOfAll, stillRequired, type ActRequirements, type StillRequired } from '../domain/next-acts';
import type { Warning } from '../domain/warnings';
import { attachmentsOf, type CaseAttachment } from './attachments';
import { lawAt, lawForCase, withStaff } from './case-law';
import { sinceKnown } from './case-warnings';
import type { DecisionDeps } from './decision-deps';
import { OneFinePerAct } from './one-fine-per-act';
import { StaffOnDay } from './staff-on-day';

/** A case folded from its stream, as it stands to a reader at an instant. */
export interface CaseView extends CaseDescription {
  readonly caseId: string;
  readonly revision: number;
  /** SHA-256 (hex) of the description as of the last record: the auditor's replay comes to the same. */
  readonly stateDigest: string;
  readonly attachments: readonly CaseAttachment[];
}

/** Running, paused, met and missed. */
export type CaseClocks = Pick<CaseView, 'caseId' | 'revision' | 'clocks'>;

export interface CaseRequirements {
  readonly caseId: string;
  readonly revision: number;
  /** What is missing for the next milestone. */
  readonly next: readonly StillRequired[];
  readonly acts: readonly ActRequirements[];
}

/** What has come to be known of its acts since they were accepted. */
export type CaseWarnings = Pick<CaseView, 'caseId' | 'revision'> & { readonly warnings: readonly Warning[] };

interface Standing {
  readonly state: CaseState;
  readonly revision: number;
  readonly etag: number;
}

/** Reads cases from their streams: always current. */
export class CaseReader {
  private readonly oneFine: OneFinePerAct;

  constructor(private readonly deps: DecisionDeps) {
    this.oneFine = new OneFinePerAct(deps);
  }

  /** @throws StreamNotFound */
  async read(caseId: string, at: Instant): Promise<{ readonly view: CaseView; readonly etag: number }> {
    const { state, revision, etag } = await this.load(caseId);
    const description = describeCase(state, lawAt(this.deps, at));
    if (!description) throw new StreamNotFound(streamOf(caseId));
    const attachments = await attachmentsOf(state, this.deps.attachments);
    return { view: { caseId, revision, stateDigest: this.digestOf(state), attachments, ...description }, etag };
  }

  /** @throws StreamNotFound */
  async requirements(caseId: string, at: Instant): Promise<CaseRequirements> {
    const { state, revision } = await this.load(caseId);
    const staff = new StaffOnDay(this.deps.register, civilDateOf(at));
    const [law] = await Promise.all([
      lawForCase(this.deps, this.oneFine, { caseId, state, at }),
      staff.read((its) => [its.panel(), ...state.officers.map((id) => its.find(id))]), // all at once: the law asks them
    ]);
    return staff.read((its) => {
      const whole = withStaff(law, its);
      return { caseId, revision, next: stillRequired(state, whole), acts: requirementsOfAll(state, whole) };
    });
  }

  /** @throws StreamNotFound */
  async clocks(caseId: string, at: Instant): Promise<{ readonly view: CaseClocks; readonly etag: number }> {
    const { state, revision, etag } = await this.load(caseId);
    return { view: { caseId, revision, clocks: clocksOf(state, lawAt(this.deps, at)) }, etag };
  }

  /** @throws StreamNotFound */
  async warnings(caseId: string): Promise<CaseWarnings> {
    const { revision } = await this.load(caseId);
    return { caseId, revision, warnings: await sinceKnown(this.deps, caseId) };
  }

  private async load(caseId: string): Promise<Standing> {
    const loaded = await this.deps.handler.load(cases, caseId);
    if (loaded.revision < 0) throw new StreamNotFound(streamOf(caseId));
    return loaded;
  }

  private digestOf(state: CaseState): string {
    const last = state.log.at(-1);
    const description = last && describeCase(state, lawAt(this.deps, last.recordedAt));
    return sha256Hex(canonicalJson(description ?? {}));
  }
}

const streamOf = (caseId: string): string => `${cases.category}-${caseId}`;
