import type { IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@fajiao/kernel';
import type { OperationRule } from '../identity/policy';
import type { Language } from '../problem/sentence';
import type { ActRequest } from './act-request';

/** What the platform knows of a request while it is served. */
export interface RequestState {
  /** Given by the caller as a UUID, or drawn. */
  readonly correlationId: string;
  readonly language: Language;
  /** Set once the route is known. */
  operation?: OperationRule;
  /** Set once the caller is known. */
  actor?: Actor;
  /** Set once the request has its shape. */
  act?: ActRequest;
  /** Code of the problem that was answered. */
  code?: string;
}

const states = new WeakMap<IncomingMessage, RequestState>();

export function stateOf(request: IncomingMessage): RequestState {
  let state = states.get(request);
  if (!state) {
    state = { correlationId: correlationIdOf(request), language: languageOf(request) };
    states.set(request, state);
  }
  return state;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Only a UUID is taken over from outside: any other text could carry a name into the log. */
function correlationIdOf(request: IncomingMessage): string {
  const given = request.headers['x-correlation-id'];
  return typeof given === 'string' && UUID.test(given) ? given.toLowerCase() : randomUUID();
}

/** The better liked of Chinese and English; Chinese where the header says neither. */
export function languageOf(request: IncomingMessage): Language {
  const header = request.headers['accept-language'] ?? '';
  const liking = { zh: 0, en: 0 };
  for (const range of header.split(',')) {
    const match = /^\s*(zh|en)(?:-[a-z0-9-]+)?\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?\s*$/i.exec(range);
    if (!match) continue;
    const language = match[1]?.toLowerCase() === 'en' ? 'en' : 'zh';
    liking[language] = Math.max(liking[language], Number(match[2] ?? 1));
  }
  return liking.en > liking.zh ? 'en' : 'zh-CN';
}
