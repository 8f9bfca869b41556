import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A small imitation of an S3 store for specs: PUT, GET and HEAD of objects, path style. It checks what a real one checks:
 * AWS Signature Version 4 over the request, and that the content is that of `x-amz-content-sha256`.
 */
export interface S3Server {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** Why requests were refused. */
  readonly refusals: string[];
  close(): Promise<void>;
}

export interface S3Login {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export async function startS3Server(login: S3Login): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const refusals: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response, login, objects, refusals);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, objects, refusals, close: () => close(server) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  login: S3Login,
  objects: Map<string, Buffer>,
  refusals: string[],
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const fault = faultOf(request, body, login);
  if (fault !== undefined) {
    refusals.push(fault);
    refuse(response, 403, fault);
    return;
  }
  const key = new URL(request.url ?? '/', 'http://s3').pathname;
  const object = objects.get(key);
  if (request.method === 'PUT') {
    objects.set(key, body);
    response.writeHead(200, { ETag: '"1"' }).end();
  } else if (!object) refuse(response, 404, 'NoSuchKey');
  else response.writeHead(200, { 'Content-Length': object.length }).end(request.method === 'HEAD' ? undefined : object);
}

function refuse(response: ServerResponse, status: number, code: string): void {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  response.writeHead(status, { 'Content-Type': 'application/xml' }).end(xml);
}

function faultOf(request: IncomingMessage, body: Buffer, login: S3Login): string | undefined {
  const form = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/;
  const [, accessKeyId, scope = '', signed = '', signature = ''] = form.exec(headerOf(request, 'authorization')) ?? [];
  if (accessKeyId !== login.accessKeyId) return 'InvalidAccessKeyId';
  const content = headerOf(request, 'x-amz-content-sha256');
  if (!signed.split(';').includes('x-amz-content-sha256')) return 'AccessDenied';
  const mustFit = request.method === 'PUT' || content !== 'UNSIGNED-PAYLOAD';
  if (mustFit && content !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const expected = signatureOf(request, { scope, signed, content }, login.secretAccessKey);
  return timingSafeEqual(Buffer.from(signature), Buffer.from(expected)) ? undefined : 'SignatureDoesNotMatch';
}

interface Signing {
  readonly scope: string;
  readonly signed: string;
  readonly content: string;
}

function signatureOf(request: IncomingMessage, { scope, signed, content }: Signing, secret: string): string {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://s3');
  const query = [...searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const headers = signed.split(';').map((name) => `${name}:${headerOf(request, name).trim()}\n`);
  const canonical = [request.method, pathname, query, headers.join(''), signed, content].join('\n');
  const text = ['AWS4-HMAC-SHA256', headerOf(request, 'x-amz-date'), scope, sha256(canonical)].join('\n');
  const key = scope.split('/').reduce<Buffer>((known, part) => hmac(known, part), Buffer.from(`AWS4${secret}`));
  return hmac(key, text).toString('hex');
}

const headerOf = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? '');
const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
