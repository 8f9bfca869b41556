import { createHash, type Hash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { platformProblem, type Problem } from '../problem/problem';

/** A body too large for memory, as it came: a file of this process alone, which is gone when the request is answered. */
export interface BodyFile {
  readonly path: string;
  /** How many bytes it has. */
  readonly size: number;
  /** SHA-256 (hex) of its bytes. */
  readonly sha256: string;
}

/** Told of every byte as it comes: what a signature is checked with. */
export interface ByteListener {
  update(bytes: Buffer): void;
}

const bodies = new WeakMap<IncomingMessage, Promise<BodyFile>>();

/**
 * Writes the body to a file while it is hashed; once, and not before somebody asks.
 * @throws Problem `body.too-large` (413)
 */
export function bodyFile(
  request: IncomingMessage,
  folder: string,
  limit: number,
  listeners: readonly ByteListener[] = [],
): Promise<BodyFile> {
  let body = bodies.get(request);
  if (!body) {
    body = spool(request, join(folder, 'spool'), limit, listeners);
    bodies.set(request, body);
  }
  return body;
}

/** Removes what processes that were killed have left; a file that is being read is younger. */
export async function sweepBodyFiles(folder: string): Promise<void> {
  const spool = join(folder, 'spool');
  const names = await readdir(spool).catch((): string[] => []);
  for (const name of names) {
    const path = join(spool, name);
    const found = await stat(path).catch(() => undefined); // another process was faster
    if (found && Date.now() - found.mtimeMs > ABANDONED_MILLIS) await rm(path, { force: true });
  }
}

const ABANDONED_MILLIS = 2 * 60 * 60_000;

/** Removes the file of a request, if there is one. */
export async function removeBodyFile(request: IncomingMessage): Promise<void> {
  const file = await bodies.get(request)?.catch(() => undefined);
  if (file) await rm(file.path, { force: true });
}

async function spool(
  request: IncomingMessage,
  folder: string,
  limit: number,
  listeners: readonly ByteListener[],
): Promise<BodyFile> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const hash: Hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw tooLarge(limit);
      hash.update(chunk);
      for (const listener of listeners) listener.update(chunk);
      await file.write(chunk);
    }
    return { path, size, sha256: hash.digest('hex') };
  } catch (error) {
    await rm(path, { force: true });
    if (size > limit) throw error;
    // The sender went away: nobody will read the answer, but it is no fault of ours.
    throw platformProblem('request.malformed', {}, { cause: error });
  } finally {
    await file.close();
  }
}

function tooLarge(limit: number): Problem {
  return platformProblem('body.too-large', { detail: { limit } });
}

/** Injects the {@link BodyFile} of an operation that takes one. */
export const UploadedFile = createParamDecorator(
  async (_data: unknown, context: ExecutionContext): Promise<BodyFile> => {
    const body = bodies.get(context.switchToHttp().getRequest<Request>());
    if (!body) throw new Error('the operation takes no file');
    return body;
  },
);
