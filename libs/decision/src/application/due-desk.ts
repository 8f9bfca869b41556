import type { Actor, CivilDate } from '@fajiao/kernel';
import { clockRule, type Profile } from '@fajiao/rulebook';
import type { DecisionDue, DueList, DueQuery } from '../read/decision-due.queries';
import type { DueFeeds, FeedOwner } from './due-feed';

/** What somebody asks for. */
export interface DueAsked extends Omit<DueQuery, 'mine' | 'officers'> {
  /** Terms of cases that the asker investigates, and those that an act of the asker's roles keeps. */
  readonly mine?: boolean;
  readonly officer?: string;
  /** Terms of cases that people of this unit investigate; `mine`: of the asker's own. */
  readonly unit?: string;
}

/** A term with its name in the rulebook on the day on which it ends. */
export type NamedTerm = DueList['items'][number] & { readonly title: string };

/** Who serves in a unit on a day. */
export type ServingIn = (unit: string, day: CivilDate) => Promise<readonly string[]>;

export interface DueDeskParts {
  readonly due: DecisionDue;
  readonly feeds: DueFeeds;
  readonly profile: Profile;
  /** The acts that somebody with these roles may do. */
  readonly actsOf: (roles: readonly string[]) => readonly string[];
  readonly servingIn: ServingIn;
  /** undefined: not on the staff on that day. */
  readonly unitOf: (person: string, day: CivilDate) => Promise<string | undefined>;
}

/** What is due, for me, my unit or the authority. */
export class DueDesk {
  constructor(private readonly parts: DueDeskParts) {}

  /** @throws Problem `cursor.invalid` */
  async list(asked: DueAsked, asker: Pick<Actor, 'id' | 'roles'>, today: CivilDate) {
    const { mine, officer, unit, ...query } = asked;
    const { due, actsOf, profile } = this.parts;
    const narrowed = {
      ...query,
      ...(mine && { mine: { officer: asker.id, acts: actsOf(asker.roles) } }),
      ...(officer !== undefined && { officer }),
      ...(unit !== undefined && { officers: await this.peopleOf(unit, asker.id, today) }),
    };
    const { items, ...page } = await due.list(narrowed, today);
    const named = items.map((term): NamedTerm => ({
      ...term,
      title: clockRule(profile, term.rule, term.notBefore).title.zh,
    }));
    return { ...page, items: named };
  }

  private async peopleOf(unit: string, asker: string, today: CivilDate): Promise<readonly string[]> {
    const { servingIn, unitOf } = this.parts;
    const id = unit === 'mine' ? await unitOf(asker, today) : unit;
    return id === undefined ? [] : servingIn(id, today);
  }

  /** The token of the asker's own feed. */
  feed(asker: Pick<Actor, 'id' | 'roles'>, today: CivilDate): { readonly token: string; readonly owner: FeedOwner } {
    return this.parts.feeds.open(asker.id, asker.roles, today);
  }

  /** What is due to the owner of a feed; undefined: it is no feed of ours, or its time is over. */
  async subscribed(token: string, limit: number, today: CivilDate): Promise<readonly NamedTerm[] | undefined> {
    const owner = this.parts.feeds.ownerOf(token, today);
    if (!owner) return undefined;
    const { items } = await this.list({ mine: true, limit }, { id: owner.person, roles: owner.roles }, today);
    return items;
  }
}
