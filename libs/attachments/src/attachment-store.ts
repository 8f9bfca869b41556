import type { Readable } from 'node:stream';

/** What is kept of a file. */
export interface StoredAttachment {
  /** SHA-256 of its content, in lower-case hex: its only name. */
  readonly sha256: string;
  readonly bytes: number;
}

export interface OpenAttachment extends StoredAttachment {
  /** Its content, found to be that of the digest before the first byte is given. */
  readonly stream: Readable;
}

/** Keeps files by their content. The same content again is the same attachment. */
export interface AttachmentStore {
  /** Reads the stream to its end; nothing is kept of one that breaks. */
  put(stream: Readable): Promise<StoredAttachment>;
  /**
   * @throws AttachmentNotFound
   * @throws AttachmentCorrupt what is kept under the digest has another one
   */
  get(sha256: string): Promise<OpenAttachment>;
  has(sha256: string): Promise<boolean>;
}

export class AttachmentNotFound extends Error {
  override readonly name = 'AttachmentNotFound';

  constructor(readonly sha256: string) {
    super(`no attachment ${sha256}`);
  }
}

/** What is kept is not what was put: it is never served. */
export class AttachmentCorrupt extends Error {
  override readonly name = 'AttachmentCorrupt';

  constructor(
    readonly sha256: string,
    readonly found: string,
  ) {
    super(`the attachment ${sha256} now has the digest ${found}`);
  }
}

/** Nothing but a digest is ever part of a path. */
export function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
