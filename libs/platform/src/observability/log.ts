import { isNativeError } from 'node:util/types';
import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '../config/config';
import type { RequestState } from '../http/request-state';
import { withoutPersonalData } from './without-personal-data';

/** One line a served request: what was asked for and how it went, never by whom nor with which content. */
export interface RequestLine {
  readonly method: string;
  readonly operation: string | undefined;
  readonly status: number;
  readonly code: string | undefined;
  readonly milliseconds: number;
  readonly correlationId: string;
  /** The caller went away before the answer was complete. */
  readonly aborted?: true;
}

/** The log: JSON lines on standard output, for Nest and for ourselves. */
export class Log implements LoggerService {
  private readonly pino: Logger;

  constructor(config: Pick<Config, 'LOG_LEVEL'>, destination?: DestinationStream) {
    const options = {
      level: config.LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level: string) => ({ level }) },
      // The second belt: none of these is ever handed over.
      redact: {
        paths: ['body', 'headers', 'authorization', 'token', 'name', 'party', 'citizenId', '*.name', '*.citizenId'],
        remove: true,
      },
    };
    this.pino = destination ? pino(options, destination) : pino(options);
  }

  request(line: RequestLine): void {
    this.pino[line.status >= 500 ? 'warn' : 'info'](line, 'request');
  }

  /** An error that nobody expected, while a request was served. */
  fault(error: unknown, { correlationId, operation }: RequestState): void {
    this.pino.error({ correlationId, operation: operation?.id, error: describe(error) }, 'fault');
  }

  /** Why a request was answered with 503. */
  unavailable(error: unknown, { correlationId, operation }: RequestState): void {
    this.pino.warn({ correlationId, operation: operation?.id, error: describe(error) }, 'unavailable');
  }

  /** Something an operator should know, in a sentence; with the error behind it where there is one. */
  say(level: 'info' | 'warn' | 'error', sentence: string, error?: unknown): void {
    this.pino[level](error === undefined ? {} : { error: describe(error) }, withoutPersonalData(sentence));
  }

  // What Nest and its modules say. Their arguments may hold anything: only masked text is kept.

  log(message: unknown, ...rest: readonly unknown[]): void {
    this.pino.debug(nestFields(rest), nestText(message));
  }

  error(message: unknown, ...rest: readonly unknown[]): void {
    this.pino.error(nestFields(rest), nestText(message));
  }

  warn(message: unknown, ...rest: readonly unknown[]): void {
    this.pino.warn(nestFields(rest), nestText(message));
  }

  debug(message: unknown, ...rest: readonly unknown[]): void {
    this.pino.debug(nestFields(rest), nestText(message));
  }

  verbose(message: unknown, ...rest: readonly unknown[]): void {
    this.pino.trace(nestFields(rest), nestText(message));
  }

  fatal(message: unknown, ...rest: readonly unknown[]): void {
    this.pino.fatal(nestFields(rest), nestText(message));
  }
}

/** Kind, masked message, place; parameters and details of database errors stay out. */
function describe(error: unknown): object {
  if (!isNativeError(error)) return { kind: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    kind: error.constructor.name,
    code,
    message: withoutPersonalData(error.message),
    at: frames?.slice(0, 12).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describe(error.cause) }),
  };
}

function nestText(message: unknown): string {
  return withoutPersonalData(isNativeError(message) ? message.message : String(message));
}

/** Nest puts the name of the speaker last. */
function nestFields(rest: readonly unknown[]): object {
  const speaker = rest.at(-1);
  return typeof speaker === 'string' && /^\w+$/.test(speaker) ? { speaker } : {};
}
