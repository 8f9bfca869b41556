import { performance } from 'node:perf_hooks';
import type { NextFunction, Request, Response } from 'express';
import { stateOf } from '../http/request-state';
import type { Log, RequestLine } from './log';
import type { Metrics } from './metrics';

/** Writes a line and counts when an answer is complete or its caller has gone. */
export function requestLog(log: Log, metrics: Metrics) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const start = performance.now();
    const state = stateOf(request);
    response.setHeader('X-Correlation-Id', state.correlationId);
    response.once('close', () => {
      const line: RequestLine = {
        method: request.method,
        operation: state.operation?.id,
        status: response.statusCode,
        code: state.code,
        milliseconds: Math.round((performance.now() - start) * 10) / 10,
        correlationId: state.correlationId,
        ...(!response.writableFinished && { aborted: true }),
      };
      log.request(line);
      metrics.served(line, state.operation?.write !== undefined);
    });
    next();
  };
}
