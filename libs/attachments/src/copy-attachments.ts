import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AttachmentCorrupt, isDigest, type AttachmentStore } from './attachment-store';
import { digestOf } from './spool';

/**
 * Copies every attachment of a folder into a store that does not have it yet; each is checked on the way.
 * @returns how many were copied
 * @throws AttachmentCorrupt before a damaged file is passed on
 */
export async function copyAttachments(folder: string, store: AttachmentStore): Promise<number> {
  let copied = 0;
  for (const first of (await readdir(folder).catch((): string[] => [])).filter((name) => /^[0-9a-f]{2}$/.test(name)))
    for (const sha256 of (await readdir(join(folder, first))).filter(isDigest)) {
      const path = join(folder, first, sha256);
      const found = await digestOf(path);
      if (found.sha256 !== sha256) throw new AttachmentCorrupt(sha256, found.sha256);
      if (await store.has(sha256)) continue;
      await store.put(createReadStream(path));
      copied += 1;
    }
  return copied;
}
