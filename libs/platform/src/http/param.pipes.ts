import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { type CivilDate, type Instant, isUuid, parseCivilDate, parseInstant } from '@fajiao/kernel';
import type { FieldCode } from '../problem/field-fault';
import { platformProblem, type Problem } from '../problem/problem';

// For single path and query parameters. A query parameter that is missing stays undefined.

/** A UUID, in lower case. */
@Injectable()
export class UuidParam implements PipeTransform<string, string> {
  transform(text: string, { data }: ArgumentMetadata): string {
    if (typeof text !== 'string' || !isUuid(text)) throw fault(data, 'field.uuid');
    return text.toLowerCase();
  }
}

@Injectable()
export class CivilDateParam implements PipeTransform<string | undefined, CivilDate | undefined> {
  transform(text: string | undefined, { data }: ArgumentMetadata): CivilDate | undefined {
    return text === undefined ? undefined : parsed(() => parseCivilDate(text), data, 'field.date');
  }
}

@Injectable()
export class InstantParam implements PipeTransform<string | undefined, Instant | undefined> {
  transform(text: string | undefined, { data }: ArgumentMetadata): Instant | undefined {
    return text === undefined ? undefined : parsed(() => parseInstant(text), data, 'field.instant');
  }
}

function parsed<Value>(parse: () => Value, parameter: string | undefined, code: FieldCode): Value {
  try {
    return parse();
  } catch {
    throw fault(parameter, code);
  }
}

function fault(parameter: string | undefined, code: FieldCode): Problem {
  return platformProblem('input.invalid', { errors: [{ parameter: parameter ?? '', code }] });
}
