import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isUuid, parseCivilDate, parseInstant } from '@fajiao/kernel';
import { ValidateBy } from 'class-validator';

// Fields that every context's requests share. A fault's code is found by the validator's name (shape-faults.ts).

/** Text that says something, of at most `max` characters. */
export function Text(bounds: { readonly max: number; readonly min?: number }): PropertyDecorator {
  const { max, min = 1 } = bounds;
  return applyDecorators(
    field('text', (value) => typeof value === 'string'),
    field('notBlank', (value) => typeof value === 'string' && (min === 0 || value.trim() !== '')),
    field('longEnough', (value) => typeof value === 'string' && [...value].length >= min),
    field('shortEnough', (value) => typeof value === 'string' && [...value].length <= max),
    ApiProperty({ minLength: min, maxLength: max }),
  );
}

/** A civil date, "2023-09-11". */
export function IsCivilDate(): PropertyDecorator {
  return applyDecorators(field('civilDate', isCivilDate), ApiProperty({ format: 'date', example: '2023-09-11' }));
}

/** An instant of RFC 3339 with its offset, "2023-09-11T09:00:00+08:00". */
export function IsInstant(): PropertyDecorator {
  return applyDecorators(
    field('instant', isInstant),
    ApiProperty({ format: 'date-time', example: '2023-09-11T09:00:00+08:00' }),
  );
}

/** An amount in fen: an integer that is exact. */
export function IsFen(bounds: { readonly min: number }): PropertyDecorator {
  return applyDecorators(
    field('fen', (value) => Number.isSafeInteger(value)),
    field('fenEnough', (value) => typeof value === 'number' && value >= bounds.min),
    ApiProperty({ type: 'integer', format: 'int64', minimum: bounds.min, example: 500000 }),
  );
}

export function IsUuid(): PropertyDecorator {
  return applyDecorators(
    field('uuid', (value) => typeof value === 'string' && isUuid(value)),
    ApiProperty({ format: 'uuid' }),
  );
}

export function isCivilDate(value: unknown): boolean {
  return typeof value === 'string' && parses(() => parseCivilDate(value));
}

export function isInstant(value: unknown): boolean {
  return typeof value === 'string' && parses(() => parseInstant(value));
}

function parses(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
}

function field(name: string, validate: (value: unknown) => boolean): PropertyDecorator {
  return ValidateBy({ name, validator: { validate } });
}
