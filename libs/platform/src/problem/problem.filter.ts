import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { entityTag } from '../http/entity-tag';
import { stateOf } from '../http/request-state';
import { Log } from '../observability/log';
import { CodeRegistry } from './code-registry';
import { problemOf } from './foreign-errors';
import { platformProblem, type Problem } from './problem';
import { type ProblemDocument, problemDocument } from './problem-document';

/** Answers every error as problem+json; what nobody expected is logged, and told as no more than that. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(CodeRegistry) private readonly codes: CodeRegistry,
    @Inject(Log) private readonly log: Log,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const asked = { namesVersion: request.get('If-Match') !== undefined, bringsCursor: 'cursor' in request.query };
    const problem = problemOf(error, asked);
    const document = problem && this.write(problem, request);
    if (!problem || !document) {
      this.log.fault(problem ? new Error(`${problem.code} stands in no table`) : error, stateOf(request));
      this.send(platformProblem('server.fault'), request, response);
      return;
    }
    if (document.status >= 500) this.log.unavailable(problem.cause, stateOf(request));
    this.send(problem, request, response);
  }

  private send(problem: Problem, request: Request, response: Response): void {
    const document = this.write(problem, request);
    if (!document || response.headersSent) {
      response.destroy();
      return;
    }
    const state = stateOf(request);
    state.code = document.code;
    writeHeaders(response, problem, document.status);
    response
      .status(document.status)
      .setHeader('Content-Language', state.language)
      .type('application/problem+json')
      .send(JSON.stringify(document));
  }

  private write(problem: Problem, request: Request): ProblemDocument | undefined {
    const { language, correlationId, operation } = stateOf(request);
    const sentence = (code: string) => this.codes.find(code, operation?.context);
    return problemDocument(problem, { language, correlationId, sentence });
  }
}

function writeHeaders(response: Response, { content }: Problem, status: number): void {
  response.setHeader('Cache-Control', 'no-store');
  response.vary('Accept-Language');
  if (content.etag !== undefined) response.setHeader('ETag', entityTag(content.etag));
  if (content.retryAfterSeconds !== undefined) response.setHeader('Retry-After', content.retryAfterSeconds);
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  // The rest of a body that was too large is not worth reading.
  if (status === 413) response.setHeader('Connection', 'close');
}
