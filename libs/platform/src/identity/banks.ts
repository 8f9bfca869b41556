import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigFaults } from '../config/config';
import { keptFile } from '../config/kept-file';
import type { People } from './people';

/** Secrets by bank id. Several at once are valid during a change of secret; take the old one out afterwards. */
export type BankSecrets = ReadonlyMap<string, readonly Buffer[]>;

const SECRET = /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/;

/**
 * Reads a banks file: `{ "bank-a": { "secrets": ["whsec_<base64>", …] } }`, secrets of 24 bytes or more as Standard
 * Webhooks writes them.
 * @throws ConfigFaults; they tell no secret
 */
export function readBanks(text: string, source: string): BankSecrets {
  const faults: string[] = [];
  const banks = Object.entries(objectOf(parse(text)) ?? fault('has to be a JSON object', {})).map(([id, entry]) => {
    const secrets: unknown = objectOf(entry)?.['secrets'];
    const known = Array.isArray(secrets) ? secrets.filter(isSecret) : [];
    if (!Array.isArray(secrets) || known.length === 0 || known.length < secrets.length) {
      fault(`${id}.secrets: has to list secrets of the form whsec_<base64 of 24 bytes or more>`, undefined);
    }
    return [id, known.map((secret) => Buffer.from(secret.slice('whsec_'.length), 'base64'))] as const;
  });
  if (faults.length > 0) throw new ConfigFaults(faults);
  return new Map(banks);

  function fault<Instead>(sentence: string, instead: Instead): Instead {
    faults.push(`${source}: ${sentence}`);
    return instead;
  }
}

/**
 * The secrets of BANKS_FILE, or random ones for the banks among the people, kept in the var folder.
 * @throws ConfigFaults when the file is not right, or when production names none
 */
export function openBanks(config: Pick<Config, 'BANKS_FILE' | 'VAR_DIR' | 'NODE_ENV'>, people: People): BankSecrets {
  if (config.BANKS_FILE !== undefined) return readBanks(readFileSync(config.BANKS_FILE, 'utf8'), 'BANKS_FILE');
  if (config.NODE_ENV === 'production') throw new ConfigFaults(['BANKS_FILE is missing']);
  const path = join(config.VAR_DIR, 'development-banks.json');
  return readBanks(
    keptFile(path, () => developmentBanks(people)),
    path,
  );
}

function developmentBanks(people: People): string {
  const banks = people.all().filter((person) => person.bank);
  const entries = banks.map(({ id }) => [id, { secrets: [`whsec_${randomBytes(32).toString('base64')}`] }]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 1)}\n`;
}

function isSecret(value: unknown): value is string {
  return typeof value === 'string' && SECRET.test(value);
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
