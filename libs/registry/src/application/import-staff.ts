import type { StaffEntry } from '@fajiao/contracts';
import { canonicalJson, type Command, type JsonObject } from '@fajiao/event-store';
import { civilDateOf, type Clock, type DomainEvent, type Instant, sha256Hex, uuid5 } from '@fajiao/kernel';
import { type Person, type Readiness, type ReadinessCheck, sidesOf } from '@fajiao/platform';
import { officers } from '../domain/officer';
import { PANEL, panels } from '../domain/panel';
import { entryImported, panelImported } from '../domain/staff-entry';
import { rulebookOf } from './commands';
import type { RegistryDeps } from './registry-deps';

const NAME = 'import-staff';
const RETRY_MS = 2_000;
const BUREAU = { id: 'bureau', kind: 'bureau' } as const;

/**
 * Takes the people of the staff file into the register when the process starts. A file that says what it said before makes
 * no event; several processes that start at once make each event once.
 */
export class ImportStaff implements ReadinessCheck {
  readonly name = 'register of officers';
  private done = false;
  private stopped = false;
  private again: NodeJS.Timeout | undefined;

  constructor(
    private readonly deps: RegistryDeps,
    private readonly people: readonly Person[],
    private readonly clock: Clock,
  ) {}

  /** Tries once, and goes on trying in the background where the store does not answer; nobody is ready before it is done. */
  async start(onFault: (reason: unknown) => void): Promise<void> {
    try {
      await this.run();
    } catch (reason) {
      onFault(reason);
      if (!this.stopped) this.again = setTimeout(() => void this.start(onFault), RETRY_MS);
    }
  }

  stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.again);
    return Promise.resolve();
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const people = this.people.filter(({ roles }) => isDeciding(roles));
    for (const person of people) await this.importPerson(person, now);
    await this.importPanel(
      people.filter(({ panelMember }) => panelMember === true).map(({ id }) => id),
      now,
    );
    this.done = true;
  }

  check(): Promise<Readiness> {
    return Promise.resolve(this.done ? { status: 'ok' } : { status: 'fail', note: 'the staff file is not read yet' });
  }

  private async importPerson(person: Person, now: Instant): Promise<void> {
    const { handler } = this.deps;
    const entry = entryOf(person);
    const today = civilDateOf(now);
    const { state, revision } = await handler.load(officers, person.id);
    if (entryImported(entry, state, today).length === 0) return;
    const command = this.commandOf({ person: person.id, entry: jsonOf(entry) }, revision, now);
    await handler.execute(officers, person.id, command, (current) => made(entryImported(entry, current, today)), {
      opening: true,
    });
  }

  private async importPanel(members: readonly string[], now: Instant): Promise<void> {
    const { handler } = this.deps;
    const today = civilDateOf(now);
    const { state, revision } = await handler.load(panels, PANEL);
    if (panelImported(members, state, today).length === 0) return;
    const command = this.commandOf({ members }, revision, now);
    await handler.execute(panels, PANEL, command, (current) => made(panelImported(members, current, today)), {
      opening: true,
    });
  }

  /** The same entry on the same register is the same command, whichever process sends it. */
  private commandOf(content: JsonObject, seen: number, now: Instant): Command {
    const hash = sha256Hex(canonicalJson(content));
    const id = uuid5(NAME, `${hash}/${seen}`);
    return {
      ...{ id, hash, context: 'registry', actor: { id: `policy:${NAME}`, roles: [] } },
      ...{ occurredAt: now, recordedAt: now, correlationId: id, causationId: id },
      rulebook: rulebookOf(this.deps),
    };
  }
}

/** The register is the deciding side's: it holds nobody of the other (APL-67), nor anybody who would be of both. */
function isDeciding(roles: readonly string[]): boolean {
  const sides = sidesOf(roles);
  return sides.has('deciding') && !sides.has('collecting');
}

const made = <Event extends DomainEvent>(events: readonly Event[]): { readonly events: readonly Event[] } => ({
  events,
});

function entryOf({
  name,
  roles,
  unit = BUREAU,
  certificate,
  legalQualification,
  firstTimeReviewer,
}: Person): StaffEntry {
  return {
    ...{ name, roles, unit },
    ...(certificate && { certificate }),
    ...(legalQualification !== undefined && { legalQualification }),
    ...(firstTimeReviewer !== undefined && { firstTimeReviewer }),
  };
}

const jsonOf = ({ certificate, unit, ...entry }: StaffEntry): JsonObject => ({
  ...entry,
  unit: { ...unit },
  ...(certificate && { certificate: { ...certificate } }),
});
