import { join } from 'node:path';
import type { AttachmentStore } from './attachment-store';
import { FolderAttachments } from './folder-store';
import { S3Attachments } from './s3-store';

/** Where attachments are kept, in the words of the configuration. */
export interface AttachmentConfig {
  /** `s3://bucket/prefix`; without it a folder of VAR_DIR. */
  readonly ATTACHMENTS_URL: string | undefined;
  readonly VAR_DIR: string;
  readonly S3_ENDPOINT: string | undefined;
  readonly S3_REGION: string;
  readonly S3_ACCESS_KEY_ID: string | undefined;
  readonly S3_SECRET_ACCESS_KEY: string | undefined;
}

export const attachmentsFolder = ({ VAR_DIR }: Pick<AttachmentConfig, 'VAR_DIR'>): string =>
  join(VAR_DIR, 'attachments');

/** The store of the configuration, which has been found complete. */
export function openAttachmentStore(config: AttachmentConfig): AttachmentStore {
  if (config.ATTACHMENTS_URL === undefined) return new FolderAttachments(attachmentsFolder(config));
  const { hostname, pathname } = new URL(config.ATTACHMENTS_URL);
  const prefix = pathname.replace(/^\//, '');
  return new S3Attachments({
    bucket: hostname,
    prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`,
    ...(config.S3_ENDPOINT !== undefined && { endpoint: config.S3_ENDPOINT }),
    region: config.S3_REGION,
    accessKeyId: config.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: config.S3_SECRET_ACCESS_KEY ?? '',
    spoolFolder: join(config.VAR_DIR, 'spool'),
  });
}
