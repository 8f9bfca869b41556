import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { uuid5 } from '@fajiao/kernel';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import type { OperationRule } from '../identity/policy';
import type { FieldCode } from '../problem/field-fault';
import { platformProblem, type Problem } from '../problem/problem';
import type { Config } from '../config/config';
import { CONFIG } from '../context/tokens';
import type { ActRequest } from './act-request';
import { answerHeaders } from './answer';
import { bodyFile } from './body-file';
import { entityTag, NO_REVISION, readIfMatch } from './entity-tag';
import { readJsonBody } from './json-body';
import { PositionGate } from './position-gate';
import { BODY_LIMIT, CALLBACK_LIMIT, rawBody } from './raw-body';
import { stateOf } from './request-state';
import { RequestTime } from './request-time';

/** Runs once a caller is let in: gives the request its shape, and the answer its headers. */
@Injectable()
export class RequestInterceptor implements NestInterceptor {
  constructor(
    @Inject(RequestTime) private readonly time: RequestTime,
    @Inject(PositionGate) private readonly gate: PositionGate,
    @Inject(CONFIG)
    private readonly config: Pick<Config, 'ATTACHMENT_MIB' | 'BODY_SECONDS' | 'STATEMENT_FILE_MIB' | 'VAR_DIR'>,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const state = stateOf(request);
    const { operation } = state;
    if (!operation) throw new Error('the guard has not named the operation');
    state.act = await this.read(request, operation);
    const minPosition = request.get('Fajiao-Min-Position');
    if (minPosition !== undefined && !operation.write) await this.gate.pass(minPosition, operation.context);
    return next.handle().pipe(
      map((body: unknown) => {
        writeHeaders(response, body);
        return body;
      }),
    );
  }

  private async read(request: Request, operation: OperationRule): Promise<ActRequest> {
    const { actor, correlationId, language } = stateOf(request);
    if (!actor) throw new Error('the guard has not named the actor');
    const now = this.time.of(request);
    const ifMatch = ifMatchOf(request);
    const key = keyOf(request, operation);
    const bodyHash = operation.write ? await this.takeBody(request, operation) : '';
    const commandId = (resource: string) => uuid5(actor.id, JSON.stringify([operation.id, resource, key]));
    return { operation: operation.id, actor, now, correlationId, language, bodyHash, ifMatch, commandId };
  }

  /** @returns the hash of the body */
  private async takeBody(request: Request, operation: OperationRule): Promise<string> {
    if (operation.body !== undefined) {
      const { ATTACHMENT_MIB, STATEMENT_FILE_MIB, VAR_DIR } = this.config;
      const mebibytes = operation.body === 'attachment' ? ATTACHMENT_MIB : STATEMENT_FILE_MIB;
      return (await bodyFile(request, VAR_DIR, mebibytes * 2 ** 20)).sha256;
    }
    const limit = operation.write === 'callback' ? CALLBACK_LIMIT : BODY_LIMIT;
    const bytes = await rawBody(request, limit, this.config.BODY_SECONDS);
    const { value, hash } = readJsonBody(request, bytes);
    request.body = value;
    return hash;
  }
}

function ifMatchOf(request: Request): number {
  const header = request.get('If-Match');
  if (header === undefined) return NO_REVISION;
  const revision = readIfMatch(header);
  if (revision === undefined) throw headerFault('If-Match', 'field.format');
  return revision;
}

/** The Idempotency-Key; a callback and a read have none. */
function keyOf(request: Request, operation: OperationRule): string {
  if (!operation.write || operation.write === 'callback') return '';
  const header = request.get('Idempotency-Key');
  if (header === undefined || header === '') throw platformProblem('idempotency.key-missing');
  if (!/^[\x21-\x7e]{1,200}$/.test(header)) throw headerFault('Idempotency-Key', 'field.format');
  return header;
}

function writeHeaders(response: Response, body: unknown): void {
  const { etag, position, location } = answerHeaders(body);
  if (etag !== undefined) response.setHeader('ETag', entityTag(etag));
  if (position !== undefined) response.setHeader('Fajiao-Position', position);
  if (location !== undefined) response.setHeader('Location', location);
}

function headerFault(header: string, code: FieldCode): Problem {
  return platformProblem('header.invalid', { errors: [{ header, code }] });
}
