import type { IncomingMessage } from 'node:http';
import { canonicalJson } from '@fajiao/event-store';
import { sha256Hex } from '@fajiao/kernel';
import { platformProblem } from '../problem/problem';
import { type JsonValue, parseStrictJson } from './strict-json';

export interface JsonBody {
  readonly value: { readonly [key: string]: JsonValue };
  /** SHA-256 (hex) of the canonical form. */
  readonly hash: string;
}

/**
 * The body as a JSON object; none at all stands for `{}`, because some acts say everything by their name.
 * @throws Problem 400, 415 or 422
 */
export function readJsonBody(request: IncomingMessage, bytes: Buffer): JsonBody {
  if (bytes.length === 0) return body({});
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (mediaType !== 'application/json' || encoding !== 'identity') throw platformProblem('body.media-type');
  const value = parseStrictJson(decode(bytes));
  if (typeof value !== 'object' || isList(value)) {
    throw platformProblem('input.invalid', { errors: [{ pointer: '#', code: 'field.object' }] });
  }
  return body(value);
}

/** The hash of a body that nobody has judged yet: of its canonical form where it has one, otherwise of its bytes. */
export function hashOfUnread(request: IncomingMessage, bytes: Buffer): string {
  try {
    return readJsonBody(request, bytes).hash;
  } catch {
    return sha256Hex(bytes);
  }
}

function body(value: JsonBody['value']): JsonBody {
  return { value, hash: sha256Hex(canonicalJson(value)) };
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    throw platformProblem('json.not-utf8');
  }
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
