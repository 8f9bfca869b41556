import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { decidingRoles, Text } from '@fajiao/platform';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';

/** A short text: a name, a reason in a line. */
export const Line = (): PropertyDecorator => Text({ max: 500 });

/** Id of a person or unit: small letters, digits and hyphens. */
export function RegisterId(example: string): PropertyDecorator {
  return applyDecorators(Matches(REGISTER_ID), ApiProperty({ pattern: REGISTER_ID.source, example }));
}

export const REGISTER_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Roles that go with a post of the deciding side. */
export function PostRoles(): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(1),
    ArrayUnique(),
    IsIn(decidingRoles, { each: true }),
    ApiProperty({ enum: decidingRoles, isArray: true, example: ['officer'] }),
  );
}

/** A list of short texts, each once. */
export function Lines(example: readonly string[], least = 0): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(200),
    ArrayUnique(),
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(200, { each: true }),
    ApiProperty({ type: [String], example }),
  );
}
