import { timingSafeEqual } from 'node:crypto';
import { addDays, hmacHex, parseCivilDate, type CivilDate } from '@fajiao/kernel';

/** Whose feed it is: what is due to them by their cases and their roles. */
export interface FeedOwner {
  readonly person: string;
  readonly roles: readonly string[];
  readonly validUntil: CivilDate;
}

const DAYS_VALID = 180;

/** A calendar program cannot sign in, so the address of a feed names its owner and proves that we made it. */
export class DueFeeds {
  constructor(private readonly key: Uint8Array) {}

  /** The feed's token, and the last day on which it is answered. */
  open(
    person: string,
    roles: readonly string[],
    today: CivilDate,
  ): { readonly token: string; readonly owner: FeedOwner } {
    const owner = { person, roles, validUntil: addDays(today, DAYS_VALID) };
    const text = Buffer.from(JSON.stringify(owner)).toString('base64url');
    return { token: `${text}.${this.seal(text)}`, owner };
  }

  /** undefined: it is not of our making, or its time is over. */
  ownerOf(token: string, today: CivilDate): FeedOwner | undefined {
    const [text = '', seal = ''] = token.split('.');
    const own = Buffer.from(this.seal(text));
    const given = Buffer.from(seal);
    if (own.length !== given.length || !timingSafeEqual(own, given)) return undefined;
    const owner = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as FeedOwner;
    return parseCivilDate(owner.validUntil) >= today ? owner : undefined;
  }

  private seal(text: string): string {
    return hmacHex(this.key, `due feed ${text}`);
  }
}
