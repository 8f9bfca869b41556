import type { DelegatedPower, Register, RegisteredOfficer } from '@fajiao/contracts';
import type { CommandHandler } from '@fajiao/event-store';
import type { CivilDate } from '@fajiao/kernel';
import { delegations, powersOn } from '../domain/delegation';
import { officers } from '../domain/officer';
import { officerOn } from '../domain/officer-on-day';
import { PANEL, panelOn, panels } from '../domain/panel';

/**
 * Answers from the streams themselves. What was folded before is kept by the handler, and every question reads what has
 * come to the stream since: an answer is never staler than the question, whichever process recorded the fact.
 */
export class StreamRegister implements Register {
  constructor(private readonly handler: CommandHandler) {}

  async officer(id: string, on: CivilDate): Promise<RegisteredOfficer | undefined> {
    const { state } = await this.handler.load(officers, id);
    return officerOn(id, state, on);
  }

  async panel(on: CivilDate): Promise<readonly string[]> {
    const { state } = await this.handler.load(panels, PANEL);
    return panelOn(state, on);
  }

  async powers(unit: string, on: CivilDate): Promise<readonly DelegatedPower[]> {
    const { state } = await this.handler.load(delegations, unit);
    return powersOn(state, on);
  }
}
