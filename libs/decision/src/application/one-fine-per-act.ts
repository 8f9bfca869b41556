import type { Party } from '@fajiao/contracts';
import type { Command } from '@fajiao/event-store';
import { hmacHex, type Ground } from '@fajiao/kernel';
import { competingBy, identityOf } from '../domain/competing';
import type { CompetingFine, EarlierFine } from '../domain/context';
import type { CaseEvent } from '../domain/events';
import { cases } from '../domain/evolve';
import {
  competingFines,
  earlierFines,
  isReserved,
  partyActs,
  releaseAct,
  reserveAct,
  type ReservedAct,
} from '../domain/party-acts';
import { stepOf } from './commands';
import type { DecisionDeps } from './decision-deps';

/** One fine for one act (APL-29): what other cases have reserved, and the reservation before a fine is decided. */
export class OneFinePerAct {
  constructor(private readonly deps: DecisionDeps) {}

  /** Fines of other cases that the same act of the party already has. A case that is only being opened has none yet. */
  async competing(party: Party, act: ReservedAct): Promise<readonly CompetingFine[]> {
    const { state } = await this.deps.handler.load(partyActs, this.streamOf(party));
    const fines = competingFines(act, state, this.compete);
    const open = await Promise.all(fines.map(async ({ caseId }) => !(await this.exists(caseId))));
    return fines.filter((_, i) => open[i] === false);
  }

  /** Fines that the party already has for earlier acts of the kind. */
  async earlier(party: Party, act: ReservedAct): Promise<readonly EarlierFine[]> {
    const { state } = await this.deps.handler.load(partyActs, this.streamOf(party));
    return earlierFines(act, state);
  }

  /**
   * Reserves the act for the case, or says why not. A reservation that the case already holds is enough, so one that was made
   * before a crash is taken up again. It is given back when the case ends without a fine, never before: an open case
   * may be about to decide on it. A decision on the spot that reserved and then was never recorded has no case that could
   * end, so whoever needs the act takes it over.
   */
  async reserve(party: Party, act: ReservedAct, command: Command): Promise<readonly Ground[]> {
    const id = this.streamOf(party);
    // A command id of its own for each state of the stream: what was released since has to be reserved again.
    const { state, revision } = await this.deps.handler.load(partyActs, id);
    if (isReserved(act.caseId, state)) return [];
    const step = stepOf(command, 'reserve', revision);
    const outcome = await this.deps.handler.execute(
      partyActs,
      id,
      step,
      (current) => reserveAct(act, current, this.compete),
      { opening: true },
    );
    if (outcome.done) return [];
    const tookOver = await this.takeOver(party, act, command);
    return tookOver ? this.reserve(party, act, command) : outcome.grounds;
  }

  /** Closes the places of competing decisions that were never recorded, and gives their acts back. */
  private async takeOver(party: Party, act: ReservedAct, command: Command): Promise<boolean> {
    const id = this.streamOf(party);
    const { state, revision } = await this.deps.handler.load(partyActs, id);
    const others = competingFines(act, state, this.compete).map(({ caseId }) => caseId);
    const abandoned: string[] = [];
    for (const caseId of others) if (await this.abandon(caseId, act.caseId, command)) abandoned.push(caseId);
    for (const caseId of abandoned) {
      const step = stepOf(command, `take over from ${caseId}`, revision);
      await this.deps.handler.execute(partyActs, id, step, (current) => releaseAct(caseId, current));
    }
    return abandoned.length > 0;
  }

  /** Whoever writes the first event of the case decides: the decision on the spot itself, or its abandonment. */
  private async abandon(caseId: string, takenOverBy: string, command: Command): Promise<boolean> {
    if (await this.exists(caseId)) return false;
    const step = stepOf(command, `abandon ${caseId}`, -1);
    const abandonment: CaseEvent = { type: 'OpeningAbandoned', data: { takenOverBy } };
    const outcome = await this.deps.handler.execute(
      cases,
      caseId,
      step,
      ({ log }) => ({ events: log.length > 0 ? [] : [abandonment] }),
      { opening: true },
    );
    return outcome.done && outcome.facts.length > 0;
  }

  private async exists(caseId: string): Promise<boolean> {
    return (await this.deps.handler.load(cases, caseId)).revision >= 0;
  }

  async release(party: Party, caseId: string, command: Command): Promise<void> {
    const id = this.streamOf(party);
    const { state } = await this.deps.handler.load(partyActs, id);
    if (!isReserved(caseId, state)) return;
    await this.deps.handler.execute(partyActs, id, command, (current) => releaseAct(caseId, current));
  }

  private get compete() {
    return competingBy(this.deps.rulebook);
  }

  /** A party's id never stands in the name of a stream. */
  private streamOf(party: Party): string {
    return hmacHex(this.deps.partyKey, identityOf(party));
  }
}
