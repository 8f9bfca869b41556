export {
  AttachmentCorrupt,
  AttachmentNotFound,
  type AttachmentStore,
  type OpenAttachment,
  type StoredAttachment,
} from './attachment-store';
export { copyAttachments } from './copy-attachments';
export { FolderAttachments } from './folder-store';
export { attachmentsFolder, openAttachmentStore, type AttachmentConfig } from './open-attachment-store';
export { S3Attachments, type S3Options } from './s3-store';
