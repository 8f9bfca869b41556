import { type FieldCode, type FieldFault, pointerTo } from '../problem/field-fault';
import { platformProblem, type Problem } from '../problem/problem';

export type JsonValue = boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

const MAX_DEPTH = 32;

const SPACE = /[ \t\n\r]*/y;
// From quote to quote: JSON.parse says whether what stands between them is right.
const STRING = /"(?:[^"\\]|\\[^])*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const UNSTORABLE = /[\0\p{Surrogate}]/u;
// JavaScript moves such names to the front of an object, so that the canonical form refuses them.
const INTEGER_LIKE = /^(?:0|[1-9]\d*)$/;

/**
 * Reads JSON (RFC 8259) and refuses whatever readers of JSON disagree about: a name that stands twice, numbers that
 * cannot be exact, lone surrogates and U+0000, deep nesting, names that look like integers or that every object has
 * (`constructor`, on which libraries stumble). Nor does it take null: what is not there is left out.
 * @throws Problem `json.malformed` (400) for what is no JSON, `input.invalid` (422, with pointers) for the rest
 */
export function parseStrictJson(text: string): JsonValue {
  return new Reader(text).document();
}

class Reader {
  private at = 0;
  private readonly faults: FieldFault[] = [];

  constructor(private readonly text: string) {}

  document(): JsonValue {
    const value = this.value([]);
    this.take(SPACE);
    if (this.at < this.text.length) throw this.malformed();
    if (this.faults.length > 0) throw platformProblem('input.invalid', { errors: this.faults });
    return value;
  }

  private value(path: readonly (string | number)[]): JsonValue {
    this.take(SPACE);
    switch (this.text[this.at]) {
      case '{':
        return this.object(path);
      case '[':
        return this.list(path);
      case '"':
        return this.string(path);
      case 't':
      case 'f':
      case 'n':
        return this.word(path);
      default:
        return this.number(path);
    }
  }

  private object(path: readonly (string | number)[]): JsonValue {
    this.enter(path);
    const members: Record<string, JsonValue> = {};
    if (this.takes('}')) return members;
    do {
      this.take(SPACE);
      const key = this.string(path);
      const here = [...path, key];
      if (Object.hasOwn(members, key)) this.fault('field.duplicate', here);
      if (!this.takes(':')) throw this.malformed();
      const value = this.value(here);
      if (INTEGER_LIKE.test(key) || key in Object.prototype) this.fault('field.key', here);
      else members[key] = value;
    } while (this.takes(','));
    if (!this.takes('}')) throw this.malformed();
    return members;
  }

  private list(path: readonly (string | number)[]): JsonValue {
    this.enter(path);
    const entries: JsonValue[] = [];
    if (this.takes(']')) return entries;
    do entries.push(this.value([...path, entries.length]));
    while (this.takes(','));
    if (!this.takes(']')) throw this.malformed();
    return entries;
  }

  private string(path: readonly (string | number)[]): string {
    const text = parseString(this.take(STRING));
    if (text === undefined) throw this.malformed();
    if (UNSTORABLE.test(text)) this.fault('field.unstorable-text', path);
    return text;
  }

  private number(path: readonly (string | number)[]): number {
    const token = this.take(NUMBER);
    if (!token) throw this.malformed();
    const number = Number(token);
    const exact = Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
    if (!exact) this.fault('field.inexact-number', path);
    return number;
  }

  private word(path: readonly (string | number)[]): boolean {
    const token = this.take(WORD);
    if (token === undefined) throw this.malformed();
    if (token === 'null') this.fault('field.null', path);
    return token === 'true';
  }

  private enter(path: readonly (string | number)[]): void {
    if (path.length >= MAX_DEPTH) {
      throw platformProblem('input.invalid', { errors: [{ pointer: pointerTo(path), code: 'field.too-deep' }] });
    }
    this.at += 1;
  }

  private takes(mark: string): boolean {
    this.take(SPACE);
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    return true;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const token = pattern.exec(this.text)?.[0];
    if (token !== undefined) this.at += token.length;
    return token;
  }

  private fault(code: FieldCode, path: readonly (string | number)[]): void {
    this.faults.push({ pointer: pointerTo(path), code });
  }

  private malformed(): Problem {
    return platformProblem('json.malformed', { detail: { offset: this.at } });
  }
}

function parseString(token: string | undefined): string | undefined {
  if (token === undefined) return undefined;
  try {
    return String(JSON.parse(token));
  } catch {
    return undefined;
  }
}
