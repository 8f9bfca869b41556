import type { Log } from './log';

export interface User {
  readonly password: string;
  /** Roles besides the login name; `$admins` may do everything. */
  readonly groups?: readonly string[];
}

export type Right = '$r' | '$w' | '$d' | '$mr' | '$mw';
export type Verdict = 'allowed' | 'denied' | 'unauthenticated';

/** Who may do what, by the stream's own `$acl`, else by the default ACL of `$settings`, right by right. */
export class Access {
  constructor(
    private readonly log: Log,
    private readonly users: Readonly<Record<string, User>>,
  ) {}

  /** @param authorization the header of the call, `Basic …` */
  check(authorization: string | undefined, stream: string, right: Right): Verdict {
    if (authorization === undefined) return 'denied';
    const [login = '', password] = Buffer.from(authorization.replace('Basic ', ''), 'base64')
      .toString('utf8')
      .split(':');
    const user = this.users[login];
    if (!user || user.password !== password) return 'unauthenticated';
    const roles = [login, ...(user.groups ?? [])];
    if (roles.includes('$admins')) return 'allowed';
    const allowed = this.#allowed(stream, right);
    return allowed.includes('$all') || allowed.some((role) => roles.includes(role)) ? 'allowed' : 'denied';
  }

  #allowed(stream: string, right: Right): readonly string[] {
    if (stream.startsWith('$$') && !stream.startsWith('$$$')) {
      return this.#allowed(stream.slice(2), right === '$w' ? '$mw' : '$mr');
    }
    const own = this.log.metadataOf(stream).acl?.[right];
    if (own !== undefined) return typeof own === 'string' ? [own] : own;
    if (stream.startsWith('$')) return ['$admins'];
    const byDefault = this.#defaults()[right];
    return byDefault === undefined ? ['$all'] : typeof byDefault === 'string' ? [byDefault] : byDefault;
  }

  #defaults(): Readonly<Record<string, string | string[]>> {
    const last = this.log.stream('$settings').findLast((record) => record.type === 'update-default-acl');
    if (!last) return {};
    const settings = JSON.parse(Buffer.from(last.data).toString('utf8')) as {
      $userStreamAcl?: Record<string, string | string[]>;
    };
    return settings.$userStreamAcl ?? {};
  }
}
