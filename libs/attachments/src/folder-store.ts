import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { isNativeError } from 'node:util/types';
import {
  AttachmentCorrupt,
  AttachmentNotFound,
  isDigest,
  type AttachmentStore,
  type OpenAttachment,
  type StoredAttachment,
} from './attachment-store';
import { digestOf, spool } from './spool';

/** Attachments as files `<folder>/<first two digits>/<digest>`. */
export class FolderAttachments implements AttachmentStore {
  constructor(private readonly folder: string) {}

  /** What stands there already is replaced by the same bytes, so that a damaged file is mended by putting it again. */
  async put(stream: Readable): Promise<StoredAttachment> {
    const { path, sha256, bytes } = await spool(stream, join(this.folder, 'incoming'));
    const place = this.placeOf(sha256);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await rename(path, place);
    await syncFolder(dirname(place));
    return { sha256, bytes };
  }

  async get(sha256: string): Promise<OpenAttachment> {
    if (!(await this.has(sha256))) throw new AttachmentNotFound(sha256);
    const place = this.placeOf(sha256);
    const found = await digestOf(place);
    if (found.sha256 !== sha256) throw new AttachmentCorrupt(sha256, found.sha256);
    return { ...found, stream: createReadStream(place) };
  }

  async has(sha256: string): Promise<boolean> {
    if (!isDigest(sha256)) return false;
    try {
      await access(this.placeOf(sha256));
      return true;
    } catch (error) {
      if (isNativeError(error) && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    }
  }

  private placeOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

/** The name of a renamed file survives a crash only once its folder is synced. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
