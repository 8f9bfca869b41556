import { existsSync } from 'node:fs';
import type { Variable } from './variable';
import { variables, type Variables } from './variables';

type ValueOf<Declared> =
  Declared extends Variable<infer Value, infer Optional> ? (Optional extends true ? Value | undefined : Value) : never;

/** The configuration by the names of the environment. */
export type Config = { readonly [Name in keyof Variables]: ValueOf<Variables[Name]> };

export type VariableName = keyof Variables;

/** A configuration in which these variables have a value. */
export type ConfigWith<Required extends VariableName> = Config & {
  readonly [Name in Required]: NonNullable<Config[Name]>;
};

/** Everything that is wrong with the environment, told at once; no value is ever part of it. */
export class ConfigFaults extends Error {
  override readonly name = 'ConfigFaults';

  constructor(readonly faults: readonly string[]) {
    super(['The configuration is not right:', ...faults.map((fault) => `- ${fault}`)].join('\n'));
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that a process cannot do without. */
export interface Requires<Always extends VariableName> {
  readonly always?: readonly Always[];
  /** Where nothing of development may take their place. */
  readonly inProduction?: readonly VariableName[];
}

/**
 * Reads the environment. An empty variable counts as missing.
 * @throws ConfigFaults
 */
export function loadConfig<const Always extends VariableName = never>(
  environment: Environment,
  requires: Requires<Always> = {},
): ConfigWith<Always> {
  const faults: string[] = [];
  const read = Object.entries<Variable<unknown>>(variables).map(([name, variable]) => {
    const text = environment[name]?.trim() || variable.default;
    const value = text === undefined ? undefined : variable.parse(text);
    if (text !== undefined && value === undefined) faults.push(`${name} has to be ${variable.takes}`);
    return [name, value];
  });
  const config = Object.fromEntries(read) as ConfigWith<Always>;
  const required = new Set<VariableName>(requires.always);
  if (config.NODE_ENV === 'production') requires.inProduction?.forEach((name) => required.add(name));
  if (oidc.some((name) => config[name] !== undefined)) oidc.forEach((name) => required.add(name));
  if (config.ATTACHMENTS_URL !== undefined) s3.forEach((name) => required.add(name));
  for (const name of required) if (!environment[name]?.trim()) faults.push(`${name} is missing`);
  for (const name of paths) if (namesNothing(config[name])) faults.push(`${name} names nothing that exists`);
  if (config.NODE_ENV === 'production' && config.DEMO_MODE) faults.push('DEMO_MODE is refused in production');
  if (faults.length > 0) throw new ConfigFaults(faults);
  return config;
}

/** One of them alone says nothing about whose tokens to believe. */
const oidc = ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL'] as const;

/** Without them no request to the store can be signed. */
const s3 = ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

const paths = ['CALENDAR_DIR', 'STAFF_FILE', 'BANKS_FILE', 'SEAL_KEY_FILE'] as const;

function namesNothing(path: string | undefined): boolean {
  return path !== undefined && !existsSync(path);
}
