import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigFaults } from './config';
import { openSecrets } from './secrets';
import { keptFile } from './kept-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a kept file', () => {
  it('is made once, for its owner only, and nothing is left beside it', () => {
    const path = join(folder, 'deep', 'file');
    expect(keptFile(path, () => 'first')).toBe('first');
    expect(keptFile(path, () => 'second')).toBe('first');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'deep')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['file']);
  });

  it('of two processes that make it at once is that of the first', () => {
    const path = join(folder, 'file');
    const mine = keptFile(path, () => {
      writeFileSync(path, 'theirs');
      return 'mine';
    });
    expect(mine).toBe('theirs');
    expect(readdirSync(folder)).toEqual(['file']);
  });
});

describe('openSecrets', () => {
  it('keeps a development key, from which the other one follows', () => {
    const config = { VAR_DIR: folder, NODE_ENV: 'development', SEAL_KEY_FILE: undefined } as const;
    const secrets = openSecrets(config);
    expect(secrets.sealKey).toHaveLength(32);
    expect(secrets.partyKey).toHaveLength(32);
    expect(secrets.partyKey.equals(secrets.sealKey)).toBe(false);
    expect(openSecrets(config)).toEqual(secrets);
  });

  it('takes the key that it is given, and no other length', () => {
    const path = join(folder, 'seal.key');
    writeFileSync(path, `${Buffer.alloc(32, 7).toString('base64')}\n`);
    const config = { VAR_DIR: folder, NODE_ENV: 'production', SEAL_KEY_FILE: path } as const;
    expect(openSecrets(config).sealKey.equals(Buffer.alloc(32, 7))).toBe(true);
    writeFileSync(path, Buffer.alloc(16, 7).toString('base64'));
    expect(() => openSecrets(config)).toThrow('SEAL_KEY_FILE has to hold 32 bytes in base64');
    expect(readFileSync(path, 'utf8')).not.toBe('');
  });

  it('makes up no key in production', () => {
    const config = { VAR_DIR: folder, NODE_ENV: 'production', SEAL_KEY_FILE: undefined } as const;
    expect(() => openSecrets(config)).toThrow(ConfigFaults);
    expect(readdirSync(folder)).toEqual([]);
  });
});
