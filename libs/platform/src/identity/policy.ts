import { SetMetadata } from '@nestjs/common';
import type { Role, Side } from './roles';

/**
 * How an operation writes. `opening`: it makes the resource, so there is no version to name. `act`: it rests on a
 * version (If-Match). Both take an Idempotency-Key. `callback`: a bank's signed message, which needs neither.
 */
export type WriteKind = 'opening' | 'act' | 'callback';

/** Who may do an operation: one row of the policy table. */
export interface OperationPolicy {
  /** `public`: nobody signs in. The role `bank` is held by whoever signs the message with that bank's secret. */
  readonly roles: readonly [Role, ...Role[]] | 'public';
  /** Missing: it only reads. */
  readonly write?: WriteKind;
  /**
   * The body is a file of any size up to STATEMENT_FILE_MIB, or an attachment up to ATTACHMENT_MIB; JSON of at most 1 MiB (a callback:
   * 64 KiB) otherwise.
   */
  readonly body?: 'file' | 'attachment';
  /** A bank in test mode may use it too: it keeps what such a bank sends apart (actor `bank:<id>.test`). */
  readonly testable?: true;
  /** Public requests are counted by address, unless this says that they are not: health checks. */
  readonly unlimited?: boolean;
  /** What further is asked, case by case, in words for the documentation: the domain checks it. */
  readonly conditions?: string;
}

/** Rows by operation id, `<context>.<name>`. */
export type OperationTable = Readonly<Record<`${string}.${string}`, OperationPolicy>>;

/** An operation with its row and the context it belongs to. */
export interface OperationRule extends OperationPolicy {
  readonly id: string;
  readonly context: string;
  readonly side: Side;
}

export const OPERATION = 'fajiao:operation';

/** Names the operation of a controller's method; its row in the policy table says who may use it. */
export const Operation = (id: `${string}.${string}`): MethodDecorator => SetMetadata(OPERATION, id);
