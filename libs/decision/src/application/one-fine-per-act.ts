import type { Party } from '@fajiao/contracts';
import type { Command } from '@fajiao/event-store';
import { hmacHex, type Ground } from '@fajiao/kernel';
import { competingBy, identityOf } from '../domain/competing';
import type { CompetingFine } from '../domain/context';
import { competingFines, isReserved, partyActs, releaseAct, reserveAct, type ReservedAct } from '../domain/party-acts';
import { stepOf } from './commands';
import type { DecisionDeps } from './decision-deps';

/** One fine for one act (APL-29): what other cases have reserved, and the reservation before a fine is decided. */
export class OneFinePerAct {
  constructor(private readonly deps: DecisionDeps) {}

  /** Fines of other cases that the same act of the party already has. */
  async competing(party: Party, act: ReservedAct): Promise<readonly CompetingFine[]> {
    const { state } = await this.deps.handler.load(partyActs, this.streamOf(party));
    return competingFines(act, state, this.compete);
  }

  /**
   * Reserves the act for the case, or says why not. A reservation that the case already holds is enough, so one that was made
   * before a crash is taken up again. It is given back when the case ends without a fine, never before: an open case
   * may be about to decide on it.
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
    return outcome.done ? [] : outcome.grounds;
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
