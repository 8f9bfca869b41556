import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { StoredAttachment } from './attachment-store';

/** A file of this process alone, on its way. */
export interface Spooled extends StoredAttachment {
  readonly path: string;
}

/** Writes a stream to a new file of the folder while it is hashed, and syncs it; nothing stays of a stream that breaks. */
export async function spool(stream: Readable, folder: string): Promise<Spooled> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const file = await open(path, 'wx', 0o600);
  try {
    const written = await writeAll(stream, file);
    await file.sync();
    return { path, ...written };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

async function writeAll(stream: Readable, file: FileHandle): Promise<StoredAttachment> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    await file.write(chunk);
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** The digest and size of a file. */
export async function digestOf(path: string): Promise<StoredAttachment> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
