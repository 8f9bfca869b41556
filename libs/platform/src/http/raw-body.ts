import type { IncomingMessage } from 'node:http';
import { platformProblem, type Problem } from '../problem/problem';

/** Largest body of a bank's callback. */
export const CALLBACK_LIMIT = 64 * 1024;
/** Largest body of any other write. */
export const BODY_LIMIT = 1024 * 1024;

// What comes after the limit is read on and dropped up to here, so that an honest sender sees the answer.
const DROPPED = 1024 * 1024;

const bodies = new WeakMap<IncomingMessage, Promise<Buffer>>();

/**
 * The bytes of the body exactly as they came; read once, and not before somebody asks.
 * @throws Problem `body.too-large` (413)
 */
export function rawBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  let body = bodies.get(request);
  if (!body) {
    body = read(request, limit);
    bodies.set(request, body);
  }
  return body;
}

async function read(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit + DROPPED) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else if (size > limit + DROPPED) break;
    }
  } catch (error) {
    // The sender went away: nobody will read the answer, but it is no fault of ours.
    throw platformProblem('request.malformed', {}, { cause: error });
  }
  if (size > limit) throw tooLarge(limit);
  return Buffer.concat(chunks);
}

function tooLarge(limit: number): Problem {
  return platformProblem('body.too-large', { detail: { limit } });
}
