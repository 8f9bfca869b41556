import type { CommandHandler } from '@fajiao/event-store';
import type { WorkingCalendar } from '@fajiao/kernel';
import type { Rulebook } from '@fajiao/rulebook';
import type { FineRules } from '../domain/fine/fine-terms';

/** What the collecting side works with. */
export interface CollectionDeps {
  readonly handler: CommandHandler;
  readonly rulebook: Pick<Rulebook, 'profile' | 'version'>;
  readonly calendar: WorkingCalendar;
  /** Key of the payment codes: who has it can tell them in advance. Codes already issued do not depend on it. */
  readonly paymentCodeKey: Uint8Array;
}

export const rulesOf = ({ rulebook, calendar }: CollectionDeps): FineRules => ({ profile: rulebook.profile, calendar });
