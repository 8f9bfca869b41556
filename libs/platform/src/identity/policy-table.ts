import type { ContextPart } from '../context/context-part';
import type { OperationRule } from './policy';

type Declared = Pick<ContextPart, 'context' | 'side' | 'operations'>;

/** The rules of every operation of this process: the only source of guards, documentation and tests. */
export class PolicyTable {
  private readonly rules: ReadonlyMap<string, OperationRule>;

  /** @throws Error when an operation does not carry its context's name */
  constructor(parts: readonly Declared[]) {
    const rules = parts.flatMap(({ context, side, operations }) =>
      Object.entries(operations).map(([id, policy]): [string, OperationRule] => {
        if (!id.startsWith(`${context}.`)) throw new Error(`operation ${id} stands in the table of ${context}`);
        return [id, { ...policy, id, context, side }];
      }),
    );
    this.rules = new Map(rules);
  }

  find(operation: string): OperationRule | undefined {
    return this.rules.get(operation);
  }

  all(): readonly OperationRule[] {
    return [...this.rules.values()];
  }
}
