import type { ContextPart } from '../context/context-part';
import { platformCodes } from './platform-codes';
import type { CodeTable, Sentence } from './sentence';

/** Finds what a code says: in the table of the context that is asked first, then in the platform's. */
export class CodeRegistry {
  private readonly tables: ReadonlyMap<string, CodeTable>;

  constructor(parts: readonly Pick<ContextPart, 'context' | 'messages'>[]) {
    this.tables = new Map(parts.map(({ context, messages }) => [context, messages]));
  }

  find(code: string, context: string | undefined): Sentence | undefined {
    return own(this.tables.get(context ?? ''), code) ?? own(platformCodes, code);
  }
}

function own(table: CodeTable | undefined, code: string): Sentence | undefined {
  return table && Object.hasOwn(table, code) ? table[code] : undefined;
}
