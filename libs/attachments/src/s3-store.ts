import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import {
  AttachmentCorrupt,
  AttachmentNotFound,
  isDigest,
  type AttachmentStore,
  type OpenAttachment,
  type StoredAttachment,
} from './attachment-store';
import { spool } from './spool';

export interface S3Options {
  readonly bucket: string;
  /** Before every key; empty: none. */
  readonly prefix: string;
  /** Of a store other than Amazon's, e.g. `http://minio:9000`; buckets then stand in the path. */
  readonly endpoint?: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Where bytes wait on their way in and out. */
  readonly spoolFolder: string;
}

/** Attachments as objects of an S3-compatible store. */
export class S3Attachments implements AttachmentStore {
  private readonly client: S3Client;

  constructor(private readonly options: S3Options) {
    const { endpoint, region, accessKeyId, secretAccessKey } = options;
    this.client = new S3Client({
      region,
      credentials: { accessKeyId, secretAccessKey },
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
      // The digest of the content is the checksum; stores other than Amazon's do not all know the newer ones.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      logger: quiet,
    });
  }

  async put(stream: Readable): Promise<StoredAttachment> {
    const { path, sha256, bytes } = await spool(stream, this.options.spoolFolder);
    try {
      const upload = new PutObjectCommand({
        ...this.object(sha256),
        Body: createReadStream(path),
        ContentLength: bytes,
        ContentType: 'application/octet-stream',
      });
      signContent(upload, sha256);
      await this.client.send(upload);
      return { sha256, bytes };
    } finally {
      await rm(path, { force: true });
    }
  }

  /** Brought here whole and checked before its first byte is given on. */
  async get(sha256: string): Promise<OpenAttachment> {
    if (!isDigest(sha256)) throw new AttachmentNotFound(sha256);
    const found = await spool(await this.download(sha256), this.options.spoolFolder);
    if (found.sha256 !== sha256) {
      await rm(found.path, { force: true });
      throw new AttachmentCorrupt(sha256, found.sha256);
    }
    const stream = createReadStream(found.path);
    stream.once('close', () => void rm(found.path, { force: true }));
    return { sha256, bytes: found.bytes, stream };
  }

  async has(sha256: string): Promise<boolean> {
    if (!isDigest(sha256)) return false;
    try {
      await this.client.send(new HeadObjectCommand(this.object(sha256)));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  close(): void {
    this.client.destroy();
  }

  private async download(sha256: string): Promise<Readable> {
    try {
      const { Body } = await this.client.send(new GetObjectCommand(this.object(sha256)));
      if (!(Body instanceof Readable)) throw new Error('the answer of the store has no stream');
      return Body;
    } catch (error) {
      if (isMissing(error)) throw new AttachmentNotFound(sha256);
      throw error;
    }
  }

  private object(sha256: string): { Bucket: string; Key: string } {
    const { bucket, prefix } = this.options;
    return { Bucket: bucket, Key: `${prefix}${sha256}` };
  }
}

const ignored = (): void => undefined;

/** What goes wrong is thrown; the client would say it on the console besides. */
const quiet = { trace: ignored, debug: ignored, info: ignored, warn: ignored, error: ignored };

/** The signature covers the digest of the content, so that the store refuses bytes that changed on the way. */
function signContent(upload: PutObjectCommand, sha256: string): void {
  upload.middlewareStack.add(
    (next) => (given) => {
      const { request } = given;
      if (typeof request === 'object' && request !== null && 'headers' in request)
        Object.assign(request.headers as object, { 'x-amz-content-sha256': sha256 });
      return next(given);
    },
    { step: 'build', name: 'signContent' },
  );
}

function isMissing(error: unknown): boolean {
  if (error instanceof NoSuchKey || error instanceof NotFound) return true;
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;
}
