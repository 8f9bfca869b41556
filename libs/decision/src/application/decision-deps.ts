import type { CommandHandler } from '@fajiao/event-store';
import type { WorkingCalendar } from '@fajiao/kernel';
import type { Rulebook } from '@fajiao/rulebook';
import type { Staff } from '../domain/context';

/** What the deciding side works with. */
export interface DecisionDeps {
  readonly handler: CommandHandler;
  readonly rulebook: Rulebook;
  readonly calendar: WorkingCalendar;
  readonly staff: Staff;
  /** Key of the HMACs that stand for parties' ids in stream names. */
  readonly partyKey: Uint8Array;
  /** Hears what a policy will have to finish, because it could not be done at once. */
  readonly onFault?: (what: string, reason: unknown) => void;
}
