import { hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigFaults } from './config';
import { keptFile } from './kept-file';

/** Keys of 32 bytes. */
export interface Secrets {
  /** Master key of the sealing of personal fields. */
  readonly sealKey: Buffer;
  /** Key of the HMACs that stand for parties' ids in stream names. */
  readonly partyKey: Buffer;
  /** Key that proves the addresses of calendar feeds to be ours. */
  readonly feedKey: Buffer;
  /** Key from which payment codes are drawn. */
  readonly paymentCodeKey: Buffer;
}

/**
 * The keys of this installation: of SEAL_KEY_FILE, or of development, kept in the var folder.
 * @throws ConfigFaults when the file is no key, or when production names none
 */
export function openSecrets(config: Pick<Config, 'SEAL_KEY_FILE' | 'VAR_DIR' | 'NODE_ENV'>): Secrets {
  const sealKey = Buffer.from(keyText(config), 'base64');
  if (sealKey.length !== 32) throw new ConfigFaults(['SEAL_KEY_FILE has to hold 32 bytes in base64']);
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', sealKey, '', purpose, 32));
  return {
    sealKey,
    partyKey: derived('fajiao party ids'),
    feedKey: derived('fajiao calendar feeds'),
    paymentCodeKey: derived('fajiao payment codes'),
  };
}

function keyText(config: Pick<Config, 'SEAL_KEY_FILE' | 'VAR_DIR' | 'NODE_ENV'>): string {
  if (config.SEAL_KEY_FILE !== undefined) return readFileSync(config.SEAL_KEY_FILE, 'utf8');
  if (config.NODE_ENV === 'production') throw new ConfigFaults(['SEAL_KEY_FILE is missing']);
  return keptFile(join(config.VAR_DIR, 'development-seal.key'), () => `${randomBytes(32).toString('base64')}\n`);
}
