import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { startS3Server, type S3Server } from '../../../test/support/s3-server';
import { AttachmentCorrupt, AttachmentNotFound, type AttachmentStore } from './attachment-store';
import { copyAttachments } from './copy-attachments';
import { openAttachmentStore, type AttachmentConfig } from './open-attachment-store';
import { S3Attachments } from './s3-store';

const LOGIN = { accessKeyId: 'fajiao', secretAccessKey: 'only for this spec' };

let folder: string;
let server: S3Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attachments-'));
  server = await startS3Server(LOGIN);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const streamed = (bytes: Buffer): Readable =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, i) => bytes.subarray(i * 1000, (i + 1) * 1000)),
  );

const config = (more: Partial<AttachmentConfig> = {}): AttachmentConfig => ({
  ATTACHMENTS_URL: undefined,
  VAR_DIR: folder,
  S3_ENDPOINT: server.endpoint,
  S3_REGION: 'cn-north-1',
  S3_ACCESS_KEY_ID: LOGIN.accessKeyId,
  S3_SECRET_ACCESS_KEY: LOGIN.secretAccessKey,
  ...more,
});

const adapters: readonly [
  name: string,
  open: () => AttachmentStore,
  /** Changes what is kept, as a bad disk or an intruder does. */
  damage: (digest: string) => void,
][] = [
  [
    'a folder',
    () => openAttachmentStore(config()),
    (digest) => appendFileSync(join(folder, 'attachments', digest.slice(0, 2), digest), '!'),
  ],
  [
    'an S3-compatible store',
    () => openAttachmentStore(config({ ATTACHMENTS_URL: 's3://evidence/county' })),
    (digest) => {
      const key = `/evidence/county/${digest}`;
      server.objects.set(key, Buffer.concat([server.objects.get(key)!, Buffer.from('!')]));
    },
  ],
];

describe.each(adapters)('attachments in %s', (_name, open, damage) => {
  const store = (): AttachmentStore => open();

  it.each([0, 1, 999, 1_000_000])('come back as they were put: %i bytes', async (size) => {
    const bytes = randomBytes(size);
    expect(await store().put(streamed(bytes))).toEqual({ sha256: sha256(bytes), bytes: size });
    expect(await store().has(sha256(bytes))).toBe(true);
    const found = await store().get(sha256(bytes));
    expect(found.bytes).toBe(size);
    expect((await buffer(found.stream)).equals(bytes)).toBe(true);
  });

  it('are the same when they are put again', async () => {
    const bytes = randomBytes(500);
    const first = await store().put(streamed(bytes));
    expect(await store().put(streamed(bytes))).toEqual(first);
    expect((await buffer((await store().get(first.sha256)).stream)).equals(bytes)).toBe(true);
  });

  it('that were never put are not there', async () => {
    const digest = sha256(Buffer.from('never'));
    expect(await store().has(digest)).toBe(false);
    await expect(store().get(digest)).rejects.toThrow(AttachmentNotFound);
  });

  it.each(['../../etc/passwd', '', 'A'.repeat(64), 'a'.repeat(63)])(
    'are named by digests only, not by %p',
    async (name) => {
      expect(await store().has(name)).toBe(false);
      await expect(store().get(name)).rejects.toThrow(AttachmentNotFound);
    },
  );

  it('are never served once a byte has changed, and are mended by putting them again', async () => {
    const bytes = randomBytes(5000);
    const { sha256: digest } = await store().put(streamed(bytes));
    damage(digest);
    await expect(store().get(digest)).rejects.toThrow(AttachmentCorrupt);
    await store().put(streamed(bytes));
    expect((await buffer((await store().get(digest)).stream)).equals(bytes)).toBe(true);
  });

  it('leave nothing of a stream that breaks', async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('half');
        throw new Error('the sender went away');
      })(),
    );
    await expect(store().put(broken)).rejects.toThrow('the sender went away');
    expect(await store().has(sha256(Buffer.from('half')))).toBe(false);
  });

  it('leave nothing on the way', async () => {
    const { sha256: digest } = await store().put(streamed(randomBytes(100)));
    await buffer((await store().get(digest)).stream);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const waiting = [join(folder, 'attachments', 'incoming'), join(folder, 'spool')];
    expect(waiting.flatMap((path) => (existsSync(path) ? readdirSync(path) : []))).toEqual([]);
  });

  it('take little memory, whatever their size', async () => {
    const piece = Buffer.alloc(64 * 1024, 7);
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const large = Readable.from(
      (function* () {
        for (let i = 0; i < 512; i++) {
          most = Math.max(most, process.memoryUsage().arrayBuffers - before);
          yield piece;
        }
      })(),
    );
    const { bytes } = await store().put(large);
    expect(bytes).toBe(32 * 2 ** 20);
    expect(most).toBeLessThan(16 * 2 ** 20);
  });
});

describe('the folder of attachments', () => {
  it('can be read by its owner only', async () => {
    const { sha256: digest } = await openAttachmentStore(config()).put(streamed(Buffer.from('record')));
    const path = join(folder, 'attachments', digest.slice(0, 2), digest);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).toBe('record');
  });

  it('is copied for a backup, each file checked', async () => {
    const source = { VAR_DIR: join(folder, 'from') };
    const store = openAttachmentStore(config(source));
    const bytes = [randomBytes(10), randomBytes(2000)];
    for (const each of bytes) await store.put(streamed(each));
    const copy = openAttachmentStore(config({ VAR_DIR: join(folder, 'to') }));
    const from = join(folder, 'from', 'attachments');
    expect(await copyAttachments(from, copy)).toBe(2);
    expect(await copyAttachments(from, copy)).toBe(0);
    expect((await buffer((await copy.get(sha256(bytes[1]!))).stream)).equals(bytes[1]!)).toBe(true);
    const digest = sha256(bytes[0]!);
    writeFileSync(join(from, digest.slice(0, 2), digest), 'changed');
    await expect(copyAttachments(from, copy)).rejects.toThrow(AttachmentCorrupt);
    expect(await copyAttachments(join(folder, 'nowhere'), copy)).toBe(0);
  });
});

describe('an S3-compatible store', () => {
  const options = { bucket: 'evidence', prefix: '', region: 'cn-north-1', ...LOGIN };

  it('is asked with signatures that only the right secret makes', async () => {
    const spoolFolder = join(folder, 'spool');
    const { endpoint } = server;
    const stranger = new S3Attachments({ ...options, endpoint, spoolFolder, secretAccessKey: 'wrong' });
    await expect(stranger.put(streamed(Buffer.from('forged')))).rejects.toThrow('SignatureDoesNotMatch');
    expect(server.refusals).toContain('SignatureDoesNotMatch');
    await expect(stranger.has(sha256(Buffer.from('forged')))).rejects.toThrow();
    stranger.close();
  });

  it('keeps an attachment under its digest, below the prefix', async () => {
    const digest = sha256(Buffer.from('one'));
    await openAttachmentStore(config({ ATTACHMENTS_URL: 's3://evidence' })).put(streamed(Buffer.from('one')));
    expect(server.objects.has(`/evidence/${digest}`)).toBe(true);
  });
});
