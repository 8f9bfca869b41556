import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { platformProblem } from '../problem/problem';
import { bodyFaults, queryFaults } from './shape-faults';

// A DTO may declare nothing at all (an act that says everything by its name): then whatever comes is unknown.
const OPTIONS = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false };

const PLAIN: readonly unknown[] = [String, Boolean, Number, Array, Object];

/**
 * Holds bodies and queries against their DTOs; what they do not declare is a fault, and all faults are told at once.
 * A query becomes its DTO. A body is handed on as the plain JSON that was sent: it goes into events as it is.
 */
@Injectable()
export class ShapePipe implements PipeTransform {
  async transform(value: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    if ((type !== 'body' && type !== 'query') || !isDto(metatype)) return value;
    const dto: unknown = plainToInstance(metatype, value ?? {});
    if (typeof dto !== 'object' || dto === null) throw new Error(`${metatype.name} could not be read`);
    const errors = await validate(dto, OPTIONS);
    if (errors.length === 0) return type === 'body' ? value : dto;
    throw platformProblem('input.invalid', { errors: type === 'body' ? bodyFaults(errors) : queryFaults(errors) });
  }
}

function isDto(metatype: Type<unknown> | undefined): metatype is Type<unknown> {
  return metatype !== undefined && !PLAIN.includes(metatype);
}
