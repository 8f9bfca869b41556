import { type Aggregate, canonicalJson, StreamNotFound } from '@fajiao/event-store';
import { type CivilDate, civilDateOf, type DomainEvent, sha256Hex } from '@fajiao/kernel';
import { delegations } from '../domain/delegation';
import {
  describeDelegations,
  describeOfficer,
  describePanel,
  type DelegationsDescription,
  type OfficerDescription,
  type PanelDescription,
} from '../domain/describe';
import { officers } from '../domain/officer';
import { PANEL, panels } from '../domain/panel';
import type { RegistryDeps } from './registry-deps';

export interface Standing<Description> {
  readonly description: Description;
  readonly revision: number;
}

/** Records of the register folded from their streams: always current. */
export class RegisterReader {
  constructor(private readonly deps: RegistryDeps) {}

  /** `stateDigest`: SHA-256 (hex) of the description as of the last record; the auditor's replay comes to the same. @throws StreamNotFound */
  async officer(id: string, day: CivilDate): Promise<Standing<OfficerDescription> & { readonly stateDigest: string }> {
    const { state, revision } = await this.load(officers, id);
    const last = state.log.at(-1)?.recordedAt;
    const atLast = last === undefined ? {} : describeOfficer(state, civilDateOf(last));
    const stateDigest = sha256Hex(canonicalJson(JSON.parse(JSON.stringify(atLast))));
    return { description: describeOfficer(state, day), revision, stateDigest };
  }

  /** @throws StreamNotFound */
  async panel(day: CivilDate): Promise<Standing<PanelDescription>> {
    const { state, revision } = await this.load(panels, PANEL);
    return { description: describePanel(state, day), revision };
  }

  /** @throws StreamNotFound */
  async delegations(unit: string, day: CivilDate): Promise<Standing<DelegationsDescription>> {
    const { state, revision } = await this.load(delegations, unit);
    return { description: describeDelegations(state, day), revision };
  }

  private async load<State, E extends DomainEvent>(aggregate: Aggregate<State, E>, id: string) {
    const loaded = await this.deps.handler.load(aggregate, id);
    if (loaded.revision < 0) throw new StreamNotFound(`${aggregate.category}-${id}`);
    return loaded;
  }
}
