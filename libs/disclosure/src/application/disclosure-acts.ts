import type { Position } from '@fajiao/event-store';
import { type CivilDate, civilDateOf, type Decision } from '@fajiao/kernel';
import { type ActRequest, refused } from '@fajiao/platform';
import { type Disclosure, type DisclosureEvent, disclosures } from '../domain/disclosure';
import { type Withdraw, withdraw, withdrawAndAmend } from '../domain/withdrawal';
import { commandOf, type DisclosureDeps } from './disclosure-deps';
import { Refusals } from './refusals';

/** What an editor's act came to. */
export interface EditingDone {
  readonly caseId: string;
  /** Of the act's last event. */
  readonly revision: number;
  readonly position: Position;
  readonly events: readonly { readonly type: string; readonly revision: number }[];
}

type Decide = (state: Disclosure, today: CivilDate) => Decision<DisclosureEvent>;

/** An editor takes down what has fallen, and puts up what holds instead (APL-48). */
export class DisclosureActs {
  private readonly refusals: Refusals;

  constructor(private readonly deps: DisclosureDeps) {
    this.refusals = new Refusals(deps);
  }

  /** @throws StreamNotFound, Problem 409 after the refusal is on record */
  withdraw(caseId: string, told: Withdraw, request: ActRequest): Promise<EditingDone> {
    return this.perform(caseId, request, (state, today) => withdraw(told, state, today));
  }

  /** @throws StreamNotFound, Problem 409 after the refusal is on record */
  withdrawAndAmend(caseId: string, told: Withdraw, request: ActRequest): Promise<EditingDone> {
    return this.perform(caseId, request, (state, today) => withdrawAndAmend(told, state, today));
  }

  private async perform(caseId: string, request: ActRequest, decide: Decide): Promise<EditingDone> {
    const command = commandOf(this.deps, request, request.commandId(`${disclosures.category}/${caseId}`));
    const today = civilDateOf(request.now);
    const outcome = await this.deps.handler.execute(disclosures, caseId, command, (state) => decide(state, today));
    if (outcome.done) {
      const { facts, position, revision } = outcome;
      const events = facts.map((fact) => ({ type: fact.type, revision: fact.revision }));
      return { caseId, revision: facts.at(-1)?.revision ?? revision, position, events };
    }
    const { grounds, revision } = outcome;
    const target = `${disclosures.category}-${caseId}`;
    await this.refusals.keep({ operation: request.operation, target, revision, grounds }, request);
    throw refused(grounds);
  }
}
