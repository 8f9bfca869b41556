import { DatabaseError } from 'pg';
import { BatchRefused, ContentDiffers, OutcomeUnknown, StoreUnavailable } from '../errors';

/** The server spoke, and the connection ended with it: nobody knows what became of the statement. */
const ENDS_THE_CONNECTION = /^(08...|57P0.)$/;
/** Operator intervention, lack of resources, deadlock and the like: rolled back, and worth another try. */
const PASSES_BY = /^(57...|53...|58...|40...|55...|25006)$/;
/** What the batch holds, or the right to append it, can never be accepted. 42883: there is no append function at all. */
const NEVER = /^(22...|23502|23514|42501|42883|54...)$/;

export function appendFailure(stream: string, error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  const code = codeOf(error);
  if (code === undefined || ENDS_THE_CONNECTION.test(code)) return new OutcomeUnknown(stream, { cause: error });
  if (error instanceof DatabaseError && error.constraint === 'event_id') return new ContentDiffers(stream);
  if (PASSES_BY.test(code)) return new StoreUnavailable('nothing was appended', { cause: error });
  if (NEVER.test(code)) return new BatchRefused(`an append to ${stream} is refused`, { cause: error });
  return error;
}

export function readFailure(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  const code = codeOf(error);
  if (code === undefined || ENDS_THE_CONNECTION.test(code) || PASSES_BY.test(code)) {
    return new StoreUnavailable('the events cannot be read now', { cause: error });
  }
  return error;
}

/** Whether a connection is good for another statement after this. */
export const isConnectionLost = (error: unknown): boolean => {
  const code = codeOf(error);
  return code === undefined || ENDS_THE_CONNECTION.test(code);
};

// What does not come from the server is a broken socket or a time-out of pg's own.
const codeOf = (error: unknown): string | undefined => (error instanceof DatabaseError ? error.code : undefined);
