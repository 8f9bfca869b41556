import type { Credentials } from '@eventstore/db-client';

/** Settings that the adapter decides itself, whatever the string says. */
const OWN_SETTINGS = ['throwonappendfailure', 'nodepreference', 'keepaliveinterval', 'defaultdeadline'];

/** The client takes another connection only for other settings; below this it warns. */
const LOWEST_KEEP_ALIVE = 10_000;

let built = 0;

/** A connection string of EventStoreDB, taken apart. */
export interface ServerAddress {
  readonly secure: boolean;
  /** Those of the string; they are sent with every call, never by the string (the client's batched appends would return). */
  readonly credentials: Credentials | undefined;
  /** A string for one more client, which shares its connection with no other client of this process. */
  nextString(): string;
}

/** @throws Error when it is no `esdb://` or `esdb+discover://` string, or one without `tls=false` and credentials */
export function parseServerAddress(url: string): ServerAddress {
  const parts = /^(esdb(?:\+discover)?:\/\/)(?:([^:@/?]+):([^@/?]+)@)?([^/?]+)\/?(?:\?(.*))?$/.exec(url.trim());
  if (!parts) throw new Error('not a connection string of EventStoreDB: esdb://host:port?tls=false');
  const [, scheme, username, password, hosts, query = ''] = parts;
  const settings = query.split('&').filter((setting) => setting !== '' && !OWN_SETTINGS.includes(nameOf(setting)));
  return {
    secure: !settings.some((setting) => nameOf(setting) === 'tls' && setting.endsWith('=false')),
    credentials:
      username === undefined || password === undefined
        ? undefined
        : { username: decodeURIComponent(username), password: decodeURIComponent(password) },
    nextString: () => {
      const keepAlive = LOWEST_KEEP_ALIVE + built++;
      return `${scheme}${hosts}?${[...settings, `keepAliveInterval=${keepAlive}`].join('&')}`;
    },
  };
}

const nameOf = (setting: string): string => (setting.split('=')[0] ?? '').toLowerCase().replace(/[_-]/g, '');
