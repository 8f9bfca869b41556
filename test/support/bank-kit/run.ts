import { isDeepStrictEqual } from 'node:util';
import { type Json, type JsonObject, textOf } from '../case-history/format';
import { fenOf, quoteFaults } from './quote-check';
import type { Example, Expected } from './signed';

export interface Played {
  readonly name: string;
  readonly status: number;
  readonly fault: string | null;
}

/** Sends every example to a running server, as the bank in test mode, and holds the answers against those that are due. */
export async function play(url: string, examples: readonly Example[]): Promise<Played[]> {
  const answers = new Map<string, string>();
  const played: Played[] = [];
  for (const { name, method, path, body, encoding, headers, expect } of examples) {
    const content = method === 'GET' ? {} : { body: Buffer.from(body, encoding) };
    const { status, text } = await fetched(url + path, { method, headers, ...content });
    answers.set(name, text);
    const faults = [
      ...(status === expect.status ? [] : [`answered ${status}, ${expect.status} is due`]),
      ...(expect.sameAs === undefined || answers.get(expect.sameAs) === text ? [] : ['not the same answer as before']),
      ...contentFaults(jsonOf(text), expect),
    ];
    played.push({ name, status, fault: faults.join('; ') || null });
  }
  return played;
}

async function fetched(url: string, init: RequestInit): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(url, init);
  return { status: response.status, text: await response.text() };
}

function contentFaults(answer: JsonObject, { code, fields = {}, quoteOf }: Expected): string[] {
  return [
    ...(code === undefined || answer['code'] === code ? [] : [`code ${textOf(answer['code'])}, ${code} is due`]),
    ...Object.entries(fields).flatMap(([name, due]) => {
      const given = plain(answer[name]);
      return isDeepStrictEqual(given, due) ? [] : [`${name} is ${textOf(given)}, ${textOf(due)} is due`];
    }),
    ...(quoteOf === undefined ? [] : quoteFaults(answer, quoteOf)),
  ];
}

/** Money as its sum in fen. */
const plain = (value: Json | undefined): Json | undefined =>
  typeof value === 'object' && value !== null && 'fen' in value ? fenOf(value) : value;

function jsonOf(text: string): JsonObject {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return {};
  }
}
