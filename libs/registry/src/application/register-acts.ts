import type { DelegatedPower } from '@fajiao/contracts';
import { type Aggregate, type Guard, type Loaded, type Position, StaleRevision } from '@fajiao/event-store';
import { civilDateOf, type Decision, type DomainEvent, uuid5 } from '@fajiao/kernel';
import { type ActRequest, refused } from '@fajiao/platform';
import { delegations, type DelegationState } from '../domain/delegation';
import { delegatePower, endDelegation, type EndDelegation } from '../domain/delegation-acts';
import {
  describeDelegations,
  describeOfficer,
  describePanel,
  type DelegationsDescription,
  type OfficerDescription,
  type PanelDescription,
} from '../domain/describe';
import { officers } from '../domain/officer';
import { type OfficerAct, register, type RegisterOfficer } from '../domain/officer-acts';
import { officerOn } from '../domain/officer-on-day';
import { PANEL, panels } from '../domain/panel';
import { setMembership, type SetMembership } from '../domain/panel-acts';
import { commandOf } from './commands';
import { Refusals } from './refusals';
import type { RegistryDeps } from './registry-deps';
import { registryProblem } from './registry.messages';

/** What an entry came to: how the record stands now, and its version. */
export interface Entered<Description> {
  readonly description: Description;
  readonly revision: number;
  readonly position: Position;
}

/** Entries in the register, from a person's request to what they came to. */
export class RegisterActs {
  private readonly refusals: Refusals;

  constructor(private readonly deps: RegistryDeps) {
    this.refusals = new Refusals(deps);
  }

  /** Somebody new, or somebody who comes back. */
  registerOfficer(id: string, data: RegisterOfficer, request: ActRequest): Promise<Entered<OfficerDescription>> {
    return this.onOfficer(register, id, data, request, { opening: true });
  }

  perform<Data>(
    act: OfficerAct<Data>,
    id: string,
    data: Data,
    request: ActRequest,
  ): Promise<Entered<OfficerDescription>> {
    return this.onOfficer(act, id, data, request, {});
  }

  async setMembership(person: string, data: SetMembership, request: ActRequest): Promise<Entered<PanelDescription>> {
    const today = civilDateOf(request.now);
    const { state } = await this.deps.handler.load(officers, person);
    const officer = officerOn(person, state, data.from ?? today);
    const entry = { person, by: request.actor.id, today };
    const decide = () => setMembership(data, officer, entry);
    const { state: panel, ...entered } = await this.execute(panels, PANEL, request, decide, {});
    return { ...entered, description: describePanel(panel, today) };
  }

  /**
   * The delegation's id derives from the command, so the same request again is the same delegation.
   * @throws Problem 422 for an offence that no version of the catalogue has
   */
  async delegate(
    power: Omit<DelegatedPower, 'delegation'>,
    request: ActRequest,
  ): Promise<Entered<DelegationsDescription>> {
    const unknown = power.offences.findIndex((code) => !this.deps.rulebook.catalogue.codes().includes(code));
    if (unknown >= 0)
      throw registryProblem('offence.unknown', {
        errors: [{ pointer: `#/offences/${unknown}`, code: 'field.choice' }],
      });
    const delegation = uuid5('delegation', request.commandId(`delegation/${power.unit.id}`));
    const today = civilDateOf(request.now);
    const decide = (state: DelegationState) => delegatePower({ delegation, ...power }, state, today);
    return this.onDelegations(power.unit.id, request, decide, { opening: true });
  }

  endDelegation(unit: string, end: EndDelegation, request: ActRequest): Promise<Entered<DelegationsDescription>> {
    return this.onDelegations(unit, request, (state) => endDelegation(end, state), {});
  }

  private async onOfficer<Data>(
    act: OfficerAct<Data>,
    id: string,
    data: Data,
    request: ActRequest,
    guard: Guard,
  ): Promise<Entered<OfficerDescription>> {
    const today = civilDateOf(request.now);
    const entry = { person: id, by: request.actor.id, today };
    const { state, ...entered } = await this.execute(
      officers,
      id,
      request,
      (before) => act(data, before, entry),
      guard,
    );
    return { ...entered, description: describeOfficer(state, today) };
  }

  private async onDelegations(
    unit: string,
    request: ActRequest,
    decide: (state: DelegationState) => ReturnType<typeof delegatePower>,
    guard: Guard,
  ): Promise<Entered<DelegationsDescription>> {
    const { state, ...entered } = await this.execute(delegations, unit, request, decide, guard);
    return { ...entered, description: describeDelegations(state, civilDateOf(request.now)) };
  }

  /**
   * An entry that does not open its record rests on the version that its maker saw, whoever made that: the staff file too.
   * @throws Problem 409 with every ground, after the refusal is on record
   */
  private async execute<State, E extends DomainEvent>(
    aggregate: Aggregate<State, E>,
    id: string,
    request: ActRequest,
    decide: (state: State) => Decision<E>,
    guard: Guard,
  ): Promise<{ readonly state: State; readonly revision: number; readonly position: Position }> {
    const target = `${aggregate.category}-${id}`;
    const command = commandOf(this.deps, request, request.commandId(target));
    const decideOnVersion = (state: State, { revision }: Loaded<State>) => {
      if (!guard.opening && request.ifMatch !== revision) throw new StaleRevision(target, revision);
      return decide(state);
    };
    const outcome = await this.deps.handler.execute(aggregate, id, command, decideOnVersion, guard);
    if (outcome.done) return outcome;
    const { grounds, revision } = outcome;
    await this.refusals.keep({ operation: request.operation, target, revision, grounds }, request);
    throw refused(grounds);
  }
}
