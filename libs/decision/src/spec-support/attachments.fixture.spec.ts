import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { AttachmentCorrupt, AttachmentNotFound, type AttachmentStore } from '@fajiao/attachments';

/** Attachments in memory. */
export function memoryAttachments(): AttachmentStore & { readonly kept: Map<string, Buffer> } {
  const kept = new Map<string, Buffer>();
  const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  return {
    kept,
    async put(stream) {
      const bytes = await buffer(stream);
      kept.set(digestOf(bytes), bytes);
      return { sha256: digestOf(bytes), bytes: bytes.length };
    },
    get(sha256) {
      const bytes = kept.get(sha256);
      if (!bytes) return Promise.reject(new AttachmentNotFound(sha256));
      if (digestOf(bytes) !== sha256) return Promise.reject(new AttachmentCorrupt(sha256, digestOf(bytes)));
      return Promise.resolve({ sha256, bytes: bytes.length, stream: Readable.from([bytes]) });
    },
    has: (sha256) => Promise.resolve(kept.has(sha256)),
  };
}
