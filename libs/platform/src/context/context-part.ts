import type { Type } from '@nestjs/common';
import type { OperationTable } from '../identity/policy';
import type { Side } from '../identity/roles';
import type { CodeTable } from '../problem/sentence';

/** What a context declares of itself, as data: its routes' rules, its codes, and how it presents itself. */
export interface ContextPart {
  /** First segment of its paths and of its operation ids: `decision`. */
  readonly context: string;
  readonly side: Side;
  readonly title: string;
  readonly description: string;
  /** The module whose controllers serve its operations. */
  readonly module: Type<unknown>;
  readonly operations: OperationTable;
  readonly messages: CodeTable;
  /** False: it has neither document nor Swagger page. */
  readonly documented?: false;
}
