import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { sha256Hex } from '@fajiao/kernel';
import { LRUCache } from 'lru-cache';
import type { Sealer } from './sealer';

const NONCE = 12;
const TAG = 16;
/** Keys that are at hand: a derivation costs as much as what is then done with the key. */
const CACHED = 2_000;

/**
 * AES-256-GCM with keys derived from one master key, a pair per subject. The nonce is an HMAC of place and text, so that the
 * same value at the same place gives the same bytes, and equal values at two places do not.
 * @param masterKey 32 bytes or more
 */
export function aesSealer(masterKey: Uint8Array): Sealer {
  if (masterKey.length < 32) throw new RangeError('a sealing key has 32 bytes or more');
  const derive = (info: string) => Buffer.from(hkdfSync('sha256', masterKey, '', info, 32));
  const cache = new LRUCache<string, Buffer>({ max: CACHED });
  const keyFor = (use: 'nonce' | 'text', subject: string): Buffer => {
    const entry = `${use} ${subject}`;
    const known = cache.get(entry);
    if (known) return known;
    const key = derive(`fajiao ${use} ${sha256Hex(subject)}`);
    cache.set(entry, key);
    return key;
  };

  return {
    seal(subject, place, plain) {
      const nonce = createHmac('sha256', keyFor('nonce', subject))
        .update(`${place}\0${plain}`)
        .digest()
        .subarray(0, NONCE);
      const cipher = createCipheriv('aes-256-gcm', keyFor('text', subject), nonce);
      cipher.setAAD(Buffer.from(place));
      return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
        'base64url',
      );
    },
    open(subject, place, sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < NONCE + TAG) throw new Error('too short to be sealed');
      const decipher = createDecipheriv('aes-256-gcm', keyFor('text', subject), bytes.subarray(0, NONCE));
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
      const text = decipher.update(bytes.subarray(NONCE, bytes.length - TAG));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    },
  };
}
