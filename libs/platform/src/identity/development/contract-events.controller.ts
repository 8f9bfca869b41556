import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { readJsonBody } from '../../http/json-body';
import { rawBody } from '../../http/raw-body';
import { RequestTime } from '../../http/request-time';
import type { JsonValue } from '../../http/strict-json';
import { platformProblem } from '../../problem/problem';
import { Operation } from '../policy';
import { CONTRACT_EVENTS, type ContractEvents } from './contract-events';

const LIMIT = 64 * 1024;

/** What one side publishes to the other, told by hand: demonstration mode only. */
@ApiExcludeController()
@Controller('dev/contract-events')
export class ContractEventsController {
  constructor(
    @Inject(CONTRACT_EVENTS) private readonly events: ContractEvents,
    @Inject(RequestTime) private readonly time: RequestTime,
  ) {}

  /** `{ "type": "FineHandedOver", "data": { … } }`, at Fajiao-Demo-Time. */
  @Post()
  @HttpCode(201)
  @Operation('demonstration.contractEvent')
  async append(@Req() request: Request): Promise<{ readonly stream: string }> {
    const { type, data, ...others } = readJsonBody(request, await rawBody(request, LIMIT)).value;
    const faults = [
      ...(typeof type === 'string' ? [] : [{ pointer: '#/type', code: 'field.text' } as const]),
      ...(isObject(data) ? [] : [{ pointer: '#/data', code: 'field.object' } as const]),
      ...Object.keys(others).map((name) => ({ pointer: `#/${name}`, code: 'field.unknown' }) as const),
    ];
    if (faults.length > 0 || typeof type !== 'string' || !isObject(data))
      throw platformProblem('input.invalid', { errors: faults });
    const stream = await this.events.append({ type, data, at: this.time.of(request) });
    if (stream === undefined)
      throw platformProblem('input.invalid', { errors: [{ pointer: '#/type', code: 'field.choice' }] });
    return { stream };
  }
}

const isObject = (value: JsonValue | undefined): value is Readonly<Record<string, JsonValue>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
