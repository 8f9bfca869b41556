import type { CommandHandler } from '@fajiao/event-store';
import type { Rulebook } from '@fajiao/rulebook';

/** What the registry works with. */
export interface RegistryDeps {
  readonly handler: CommandHandler;
  readonly rulebook: Rulebook;
}
