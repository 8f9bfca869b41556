import type { DelegatedPower, Register } from '@fajiao/contracts';
import type { CivilDate } from '@fajiao/kernel';
import type { Staff, StaffMember } from '../domain/context';

/**
 * The register of one day, as the pure law asks it. Nobody says beforehand whom a rule will ask about: the law is read, what it
 * asked is fetched, and it is read again until it asks nothing new. One is made for each request, so that no answer is older
 * than the request that rests on it.
 */
export class StaffOnDay {
  private readonly members = new Map<string, StaffMember | undefined>();
  private readonly given = new Map<string, readonly DelegatedPower[]>();
  private heads: readonly string[] | undefined;

  constructor(
    private readonly register: Register,
    readonly day: CivilDate,
  ) {}

  /** undefined: not on the staff on that day. */
  async member(id: string): Promise<StaffMember | undefined> {
    return this.read((staff) => staff.find(id));
  }

  /** What the law says of that day. `law` is pure, and is read more than once. */
  async read<Answer>(law: (staff: Staff) => Answer): Promise<Answer> {
    for (;;) {
      const asked = new Map<string, () => Promise<void>>();
      const answer = this.answer(law, asked);
      if (asked.size === 0) return answer();
      await Promise.all([...asked.values()].map((fetch) => fetch()));
    }
  }

  /** What an unfinished reading comes to counts for nothing, not even a fault. */
  private answer<Answer>(law: (staff: Staff) => Answer, asked: Map<string, () => Promise<void>>): () => Answer {
    try {
      const answer = law(this.staff(asked));
      return () => answer;
    } catch (fault) {
      return () => {
        throw fault;
      };
    }
  }

  private staff(asked: Map<string, () => Promise<void>>): Staff {
    const { register, day, members, given } = this;
    return {
      find: (id) => {
        if (!members.has(id))
          asked.set(`officer ${id}`, async () => void members.set(id, await register.officer(id, day)));
        return members.get(id);
      },
      panel: () => {
        if (!this.heads) asked.set('panel', async () => void (this.heads = await register.panel(day)));
        return this.heads ?? [];
      },
      powers: (unit) => {
        if (!given.has(unit))
          asked.set(`powers ${unit}`, async () => void given.set(unit, await register.powers(unit, day)));
        return given.get(unit) ?? [];
      },
    };
  }
}
