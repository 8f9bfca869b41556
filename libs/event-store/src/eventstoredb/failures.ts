import {
  AccessDeniedError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { BatchRefused, OutcomeUnknown, StoreUnavailable } from '../errors';
import { NoAnswer } from './time-limit';

const UNAUTHENTICATED = 16;

/** The stream was destroyed on the server: its name can never be used again, and its events cannot be read. */
export class StreamDestroyed extends BatchRefused {
  constructor(stream: string) {
    super(`${stream} was destroyed on the server`);
  }
}

/**
 * What a failed append means to its caller. Only an answer that says so in so many words is taken to mean "not written";
 * everything else (time-outs, broken connections, codes 1, 2, 4, 10, 13, 14, discovery that failed, what nobody has seen
 * yet) leaves the outcome unknown. A wrong expected version is not decided here: it may answer a repetition.
 */
export function appendFailure(stream: string, error: unknown): Error {
  if (error instanceof StoreUnavailable) return error;
  if (error instanceof StreamDeletedError) return new StreamDestroyed(stream);
  if (error instanceof MaxAppendSizeExceededError) return new BatchRefused(`too large for ${stream}`, { cause: error });
  if (error instanceof NotLeaderError) return new StoreUnavailable('the cluster has no leader yet', { cause: error });
  if (isUnknownLogin(error)) return new StoreUnavailable('the event store does not know this login', { cause: error });
  if (error instanceof AccessDeniedError) return new BatchRefused(`no right to append to ${stream}`, { cause: error });
  return new OutcomeUnknown(stream, { cause: error });
}

/** What a failed read means: it can be tried again, except where the stream is gone. */
export function readFailure(what: string, error: unknown): Error {
  if (error instanceof StoreUnavailable) return error;
  if (error instanceof StreamDeletedError) return new StreamDestroyed(what);
  if (isUnknownLogin(error)) return new StoreUnavailable('the event store does not know this login', { cause: error });
  if (error instanceof AccessDeniedError) return new StoreUnavailable(`no right to read ${what}`, { cause: error });
  return new StoreUnavailable(`${what} cannot be read now`, { cause: error });
}

export const isWrongExpectedVersion = (error: unknown): error is WrongExpectedVersionError =>
  error instanceof WrongExpectedVersionError;

/** The connection may be dead without saying so: it is not to be used again. */
export const isSilence = (error: unknown): boolean =>
  error instanceof NoAnswer || error instanceof DeadlineExceededError;

const isUnknownLogin = (error: unknown): boolean =>
  error instanceof AccessDeniedError && Number(error.code) === UNAUTHENTICATED;
