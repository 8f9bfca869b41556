import { isNativeError } from 'node:util/types';
import { HttpException } from '@nestjs/common';
import {
  CommandContentDiffers,
  ForeignPosition,
  OutcomeUnknown,
  StaleRevision,
  StoreUnavailable,
  StreamNotFound,
  VersionConflict,
} from '@fajiao/event-store';
import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { platformProblem, Problem } from './problem';

/** What the request said that decides how an error is answered. */
export interface Asked {
  readonly namesVersion: boolean;
  readonly bringsCursor: boolean;
}

/** The problem that an error of a lower layer becomes; undefined for what nobody expects. */
export function problemOf(error: unknown, asked: Asked): Problem | undefined {
  if (error instanceof Problem) return error;
  const because = { cause: error };
  if (error instanceof CommandContentDiffers) return platformProblem('idempotency.other-content', {}, because);
  if (error instanceof StreamNotFound) return platformProblem('resource.not-found', {}, because);
  if (error instanceof StaleRevision) {
    const code = asked.namesVersion ? 'precondition.stale' : 'precondition.required';
    return platformProblem(code, { etag: error.etag }, because);
  }
  if (error instanceof ForeignPosition) {
    const errors = [{ header: 'Fajiao-Min-Position', code: 'field.position' }] as const;
    return platformProblem('header.invalid', { errors }, because);
  }
  // Made by hand: a day that does not exist, a NUL. Only the database can tell what it does not understand.
  if (asked.bringsCursor && isDataException(error)) return platformProblem('cursor.invalid', {}, because);
  if (isPassing(error)) {
    return platformProblem('store.unavailable', { retryAfterSeconds: 2 }, because);
  }
  if (error instanceof HttpException) return problemOfNest(error);
  return undefined;
}

/** Whether the same request has a chance later: the store does not answer, or others came first too often. */
function isPassing(error: unknown): boolean {
  const fromStore =
    error instanceof StoreUnavailable || error instanceof OutcomeUnknown || error instanceof VersionConflict;
  return fromStore || isDatabaseDown(error);
}

/** Nest speaks up itself only for routes that do not exist and for paths that cannot be decoded. */
function problemOfNest(error: HttpException): Problem | undefined {
  const because = { cause: error };
  if (error.getStatus() === 404) return platformProblem('resource.not-found', {}, because);
  if (error.getStatus() < 500) return platformProblem('request.malformed', {}, because);
  return undefined;
}

// SQLSTATE 08…: connection; 53300 too many connections; 55P03 lock not available; 57014 time-out; 57P0…: shut down or
// not yet up; 40001, 40P01: lost a race. All of them pass.
const PASSING_STATE = /^(?:08...|53...|55P03|57014|57P0.|40001|40P01)$/;
const PASSING_ERRNO = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);
// pg and its pool give no code for these.
const PASSING_MESSAGE =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

/** Whether a database error says that the database is not there now, rather than that the query is wrong. */
function isDatabaseDown(error: unknown, depth = 0): boolean {
  if (!isNativeError(error) || depth > 4) return false;
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && (PASSING_STATE.test(code) || PASSING_ERRNO.has(code))) return true;
  if (PASSING_MESSAGE.test(error.message) || isConnectionDropped(error)) return true;
  // TypeORM wraps the driver's error, a connection tried on several addresses collects them.
  const inner = ['driverError' in error ? error.driverError : undefined, error.cause];
  const several: readonly unknown[] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return [...inner, ...several].some((each) => isDatabaseDown(each, depth + 1));
}

/** SQLSTATE 22…: a value that cannot be what the query takes it for. */
function isDataException(error: unknown): boolean {
  const inner: unknown = error instanceof QueryFailedError ? error.driverError : undefined;
  return isNativeError(inner) && 'code' in inner && typeof inner.code === 'string' && inner.code.startsWith('22');
}

/** What TypeORM says to the next query when a connection broke between two queries of a transaction. */
function isConnectionDropped(error: Error): boolean {
  return error instanceof QueryRunnerAlreadyReleasedError || error instanceof QueryRunnerProviderAlreadyReleasedError;
}
