import type { Type } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';

/** The form of an act, with an example that says no more than the act needs. */
export function ActBody<Dto extends object>(type: Type<Dto>, example: Partial<Dto>): MethodDecorator {
  return ApiBody({ type, examples: { example: { value: example } } });
}
