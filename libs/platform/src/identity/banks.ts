import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigFaults } from '../config/config';
import { keptFile } from '../config/kept-file';
import { type CivilDate, parseCivilDate, parseInstant } from '@fajiao/kernel';
import { isCivilDate, isInstant } from '../http/fields';
import {
  type Bank,
  BANK_CHANNELS,
  type BankAgreement,
  type BankChannel,
  BankRegister,
  type BankSecret,
  type BanksReader,
} from './bank-register';
import type { People } from './people';

const SECRET = /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const FIELDS = ['name', 'mode', 'agreement', 'channels', 'secrets'];
const AGREEMENT = ['number', 'signedOn', 'recordedOn', 'validUntil', 'outlets', 'budget', 'account'];
/** How old what is known of the file may be. */
const LOOK_EVERY_MILLIS = 2_000;

type Fault = (sentence: string) => void;
type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a banks file: `{ "bank-a": { "name": …, "mode": "live", "agreement": { "number", "signedOn", "recordedOn"?,
 * "validUntil"?, "outlets"?: [ … ], "budget"?: { "item", "level" }, "account"?: { "holder", "number" } }, "channels": [ … ],
 * "secrets": [ … ] } }`. A secret is `whsec_<base64>` of 24 bytes or more as Standard
 * Webhooks writes it, or `{ "secret", "from"?, "until"? }`; several overlap while one takes another's place. All but the
 * secrets may be left out.
 * @throws ConfigFaults; they tell no secret
 */
export function readBanks(text: string, source: string): BankRegister {
  const faults: string[] = [];
  const fault: Fault = (sentence) => void faults.push(`${source}: ${sentence}`);
  const file = objectOf(parse(text));
  if (!file) fault('has to be a JSON object');
  const banks = Object.entries(file ?? {}).map(([id, entry]) => bankOf(id, objectOf(entry) ?? {}, fault));
  if (faults.length > 0) throw new ConfigFaults(faults);
  return new BankRegister(banks);
}

function bankOf(id: string, entry: Fields, fault: Fault): Bank {
  const { name, mode = 'live', agreement, channels = [] } = entry;
  if (!ID.test(id)) fault(`${id}: lower-case letters, digits and - between them are expected`);
  for (const field of Object.keys(entry)) if (!FIELDS.includes(field)) fault(`${id}.${field}: is not known`);
  if (name !== undefined && typeof name !== 'string') fault(`${id}.name: has to be text`);
  if (mode !== 'live' && mode !== 'test') fault(`${id}.mode: one of live, test is expected`);
  const known = Array.isArray(channels) ? channels.filter(isChannel) : [];
  if (!Array.isArray(channels) || known.length < channels.length)
    fault(`${id}.channels: has to list some of ${BANK_CHANNELS.join(', ')}`);
  return {
    id,
    mode: mode === 'test' ? 'test' : 'live',
    ...(typeof name === 'string' && { name }),
    ...(agreement !== undefined && { agreement: agreementOf(id, objectOf(agreement) ?? {}, fault) }),
    channels: known,
    secrets: secretsOf(id, entry['secrets'], fault),
  };
}

function secretsOf(id: string, given: unknown, fault: Fault): BankSecret[] {
  const list: readonly unknown[] = Array.isArray(given) ? given : [];
  const secrets = list.flatMap((one): BankSecret[] => {
    const { secret = one, from, until } = objectOf(one) ?? {};
    if (!isSecret(secret) || !isInstantOrNone(from) || !isInstantOrNone(until)) return [];
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    return [{ key, ...(from && { from: parseInstant(from) }), ...(until && { until: parseInstant(until) }) }];
  });
  if (!Array.isArray(given) || secrets.length === 0 || secrets.length < given.length)
    fault(`${id}.secrets: has to list secrets of the form whsec_<base64 of 24 bytes or more>`);
  if (secrets.some(({ from, until }) => from !== undefined && until !== undefined && from >= until))
    fault(`${id}.secrets: one ends before it begins`);
  return secrets;
}

function agreementOf(id: string, entry: Fields, fault: Fault): BankAgreement {
  const { number, signedOn, recordedOn, validUntil, outlets = [], budget, account } = entry;
  const where = `${id}.agreement`;
  if (typeof number !== 'string' || number === '') fault(`${where}.number: has to be text`);
  const day = (name: string, value: unknown, needed: boolean): CivilDate | undefined => {
    if (value === undefined && !needed) return undefined;
    if (isCivilDate(value)) return parseCivilDate(String(value));
    fault(`${where}.${name}: has to be a date such as 2023-09-11`);
    return undefined;
  };
  const texts = (name: string, value: unknown, names: readonly string[]): Readonly<Record<string, string>> => {
    const fields = Object.entries(objectOf(value) ?? {}).filter((field): field is [string, string] => isText(field[1]));
    const isWhole = fields.length === names.length && fields.every(([field]) => names.includes(field));
    if (!isWhole) fault(`${where}.${name}: has to have ${names.join(' and ')}`);
    return Object.fromEntries(fields);
  };
  if (!Array.isArray(outlets) || !outlets.every(isText)) fault(`${where}.outlets: has to list places`);
  const { item = '', level = '' } = budget === undefined ? {} : texts('budget', budget, ['item', 'level']);
  const { holder = '', number: of = '' } = account === undefined ? {} : texts('account', account, ['holder', 'number']);
  for (const field of Object.keys(entry)) if (!AGREEMENT.includes(field)) fault(`${where}.${field}: is not known`);
  const signed = day('signedOn', signedOn, true);
  const recorded = day('recordedOn', recordedOn, false);
  const until = day('validUntil', validUntil, false);
  return {
    number: String(number),
    signedOn: signed ?? parseCivilDate('1970-01-01'),
    ...(recorded && { recordedOn: recorded }),
    ...(until && { validUntil: until }),
    outlets: Array.isArray(outlets) ? outlets.filter(isText) : [],
    ...(budget !== undefined && { budget: { item, level } }),
    ...(account !== undefined && { account: { holder, number: of } }),
  };
}

/**
 * The banks of BANKS_FILE, or those among the people with random secrets, kept in the var folder. A change of BANKS_FILE
 * holds a moment later; one that is not right is not taken.
 * @throws ConfigFaults when the file is not right, or in production when there is none or a live bank has no agreement
 */
export function openBanks(config: Pick<Config, 'BANKS_FILE' | 'VAR_DIR' | 'NODE_ENV'>, people: People): BankRegister {
  if (config.BANKS_FILE !== undefined) {
    const read = () => onFile(config.BANKS_FILE ?? '', config.NODE_ENV);
    const changes = changesOf(config.BANKS_FILE, read);
    return new BankRegister(read(), changes);
  }
  if (config.NODE_ENV === 'production') throw new ConfigFaults(['BANKS_FILE is missing']);
  const path = join(config.VAR_DIR, 'development-banks.json');
  return readBanks(
    keptFile(path, () => developmentBanks(people)),
    path,
  );
}

/** @throws ConfigFaults */
function onFile(path: string, environment: Config['NODE_ENV']): readonly Bank[] {
  const banks = readBanks(readFileSync(path, 'utf8'), 'BANKS_FILE').all();
  const bare = banks.filter(({ mode, agreement }) => mode === 'live' && !agreement);
  if (environment === 'production' && bare.length > 0)
    throw new ConfigFaults(
      bare.map(({ id }) => `BANKS_FILE: ${id}.agreement: a live bank collects under an agreement`),
    );
  return banks;
}

function changesOf(path: string, read: () => readonly Bank[]): BanksReader {
  // A file that takes another's place may bring its time along, and a new secret is as long as the old one.
  const stamp = () => {
    const its = statSync(path, { throwIfNoEntry: false });
    return [its?.ino, its?.size, its?.mtimeMs, its?.ctimeMs].join();
  };
  let [known, lookedAt] = [stamp(), Date.now()];
  return () => {
    const now = Date.now();
    if (Math.abs(now - lookedAt) < LOOK_EVERY_MILLIS) return null;
    lookedAt = now;
    const last = known;
    known = stamp();
    if (known === last) return null;
    try {
      return read();
    } catch (fault) {
      return { fault: fault instanceof Error ? fault.message : String(fault) };
    }
  };
}

function developmentBanks(people: People): string {
  const banks = people.all().filter((person) => person.bank);
  const entries = banks.map(({ id }) => [id, { secrets: [`whsec_${randomBytes(32).toString('base64')}`] }]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 1)}\n`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isChannel(value: unknown): value is BankChannel {
  return BANK_CHANNELS.some((channel) => channel === value);
}

function isInstantOrNone(value: unknown): value is string | undefined {
  return value === undefined || isInstant(value);
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
