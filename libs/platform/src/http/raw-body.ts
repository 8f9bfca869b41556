import type { IncomingMessage } from 'node:http';
import { platformProblem, type Problem } from '../problem/problem';

/** Largest body of a bank's callback. */
export const CALLBACK_LIMIT = 64 * 1024;
/** Largest body of any other write. */
export const BODY_LIMIT = 1024 * 1024;

// What comes after the limit is read on and dropped up to here, so that an honest sender sees the answer.
const DROPPED = 1024 * 1024;

/** An answer to a sender who is too slow has this long to reach them. */
const FAREWELL_MILLIS = 1_000;

const bodies = new WeakMap<IncomingMessage, Promise<Buffer>>();

/**
 * The bytes of the body exactly as they came, within so many seconds; read once, and not before somebody asks.
 * @throws Problem `body.too-large` (413), `body.too-slow` (408)
 */
export function rawBody(request: IncomingMessage, limit: number, seconds = 60): Promise<Buffer> {
  let body = bodies.get(request);
  if (!body) {
    body = inTime(request, read(request, limit), seconds);
    bodies.set(request, body);
  }
  return body;
}

/** A sender who keeps a connection busy with a byte now and then is told so, and cut off. */
async function inTime(request: IncomingMessage, body: Promise<Buffer>, seconds: number): Promise<Buffer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      setTimeout(() => request.socket.destroy(), FAREWELL_MILLIS).unref();
      reject(platformProblem('body.too-slow', { detail: { seconds } }));
    }, seconds * 1000);
  });
  body.catch(() => undefined); // when it breaks off later, it has been answered
  try {
    return await Promise.race([body, late]);
  } finally {
    clearTimeout(timer);
  }
}

// By listeners: iterating over a request costs more than all that is done with a small body.
function read(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The sender went away: nobody will read the answer, but it is no fault of ours.
    const breakOff = (cause?: Error): void => reject(platformProblem('request.malformed', {}, { cause }));
    if (Number(request.headers['content-length'] ?? 0) > limit + DROPPED) return reject(tooLarge(limit));
    if (request.destroyed) return breakOff();
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else if (size > limit + DROPPED) {
        reject(tooLarge(limit));
        request.destroy();
      }
    });
    request.once('end', () => (size > limit ? reject(tooLarge(limit)) : resolve(Buffer.concat(chunks))));
    request.once('error', breakOff);
    request.once('close', () => request.readableEnded || breakOff());
  });
}

function tooLarge(limit: number): Problem {
  return platformProblem('body.too-large', { detail: { limit } });
}
