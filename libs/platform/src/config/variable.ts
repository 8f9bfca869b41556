/** Groups of the configuration table, in its order. */
export const groups = ['HTTP', 'Stores', 'Rules and people', 'Identity', 'Banks', 'Secrets', 'Operation'] as const;

export type Group = (typeof groups)[number];

/** A variable of the environment: its type, and what the README says of it. */
export interface Variable<Value, Optional extends boolean = boolean> {
  readonly group: Group;
  /** For the README: one sentence. */
  readonly about: string;
  /** What it takes, for the README and for faults: "an integer from 0 to 65535". */
  readonly takes: string;
  /** Its value is printed nowhere. */
  readonly sensitive: boolean;
  /** In the text of the environment; undefined: none. */
  readonly default: string | undefined;
  /** Without a value it is undefined. */
  readonly optional: Optional;
  /** Undefined where the text is not what it takes. */
  parse(text: string): Value | undefined;
}

interface About {
  readonly group: Group;
  readonly about: string;
  readonly sensitive?: boolean;
}

type Kind<Value> = Pick<Variable<Value>, 'takes' | 'parse'>;

/** A variable that may be missing. */
export function optional<Value>(kind: Kind<Value>, about: About): Variable<Value, true> {
  return { sensitive: false, ...about, ...kind, default: undefined, optional: true };
}

/** A variable that has a value when the environment gives none. */
export function withDefault<Value>(kind: Kind<Value>, text: string, about: About): Variable<Value, false> {
  return { sensitive: false, ...about, ...kind, default: text, optional: false };
}

export const text: Kind<string> = { takes: 'text', parse: (value) => value };

export const path: Kind<string> = { takes: 'a path', parse: (value) => value };

export const flag: Kind<boolean> = {
  takes: '`true` or `false`',
  parse: (value) => ({ true: true, false: false })[value],
};

export function integer(min: number, max: number): Kind<number> {
  return {
    takes: `an integer from ${min} to ${max}`,
    parse(value) {
      const number = /^\d+$/.test(value) ? Number(value) : NaN;
      return number >= min && number <= max ? number : undefined;
    },
  };
}

export function choice<const Choice extends string>(...choices: readonly [Choice, ...Choice[]]): Kind<Choice> {
  return {
    takes: choices.map((each) => `\`${each}\``).join(', '),
    parse: (value) => choices.find((each) => each === value),
  };
}

/** Entries of a closed set, separated by commas. */
export function listOf<const Choice extends string>(
  ...choices: readonly [Choice, ...Choice[]]
): Kind<readonly Choice[]> {
  return {
    takes: `some of ${choices.map((each) => `\`${each}\``).join(', ')}, separated by commas`,
    parse(value) {
      const entries = value.split(',').map((entry) => choices.find((each) => each === entry.trim()));
      return entries.every((entry) => entry !== undefined) ? entries : undefined;
    },
  };
}

/** A URL that may name several hosts, as clusters have them. */
export function connectionString(...protocols: readonly [string, ...string[]]): Kind<string> {
  return {
    takes: `a connection string (${spell(protocols)})`,
    parse: (value) => (protocols.includes(/^([a-z+]+):\/\/\S+$/.exec(value)?.[1] ?? '') ? value : undefined),
  };
}

export function url(...protocols: readonly [string, ...string[]]): Kind<string> {
  return {
    takes: `a URL (${spell(protocols)})`,
    parse: (value) =>
      URL.canParse(value) && protocols.includes(new URL(value).protocol.slice(0, -1)) ? value : undefined,
  };
}

const spell = (protocols: readonly string[]): string => protocols.map((protocol) => `\`${protocol}://\``).join(', ');
