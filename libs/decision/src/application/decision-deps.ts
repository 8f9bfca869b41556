import type { AttachmentStore } from '@fajiao/attachments';
import type { Register } from '@fajiao/contracts';
import type { Renderer } from '@fajiao/documents';
import type { CommandHandler } from '@fajiao/event-store';
import type { WorkingCalendar } from '@fajiao/kernel';
import type { Rulebook } from '@fajiao/rulebook';

/** What the deciding side works with. */
export interface DecisionDeps {
  readonly handler: CommandHandler;
  readonly rulebook: Rulebook;
  readonly calendar: WorkingCalendar;
  /** Who serves, and with what certificate: asked anew by each act, about the day of the act. */
  readonly register: Register;
  /** Files that acts name by their digest. */
  readonly attachments: AttachmentStore;
  /** Makes the files of documents. */
  readonly renderer: Renderer;
  /** Key of the HMACs that stand for parties' ids in stream names. */
  readonly partyKey: Uint8Array;
  /** Hears what a policy will have to finish, because it could not be done at once. */
  readonly onFault?: (what: string, reason: unknown) => void;
}
