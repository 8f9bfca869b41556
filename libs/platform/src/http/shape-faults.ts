import type { ValidationError } from 'class-validator';
import { type FieldCode, type FieldFault, pointerTo } from '../problem/field-fault';

// The first that fits is told: what the value is comes before how long or large it is.
const codes: readonly (readonly [constraint: string, code: FieldCode])[] = [
  ['whitelistValidation', 'field.unknown'],
  ['isDefined', 'field.missing'],
  ['unknownValue', 'field.object'],
  ['nestedValidation', 'field.object'],
  ['isObject', 'field.object'],
  ['isArray', 'field.list'],
  ['text', 'field.text'],
  ['isString', 'field.text'],
  ['isNumber', 'field.number'],
  ['isInt', 'field.integer'],
  ['isBoolean', 'field.boolean'],
  ['civilDate', 'field.date'],
  ['instant', 'field.instant'],
  ['fen', 'field.money'],
  ['uuid', 'field.uuid'],
  ['isUuid', 'field.uuid'],
  ['isEnum', 'field.choice'],
  ['isIn', 'field.choice'],
  ['equals', 'field.choice'],
  ['isNotEmpty', 'field.blank'],
  ['notBlank', 'field.blank'],
  ['longEnough', 'field.too-short'],
  ['minLength', 'field.too-short'],
  ['shortEnough', 'field.too-long'],
  ['maxLength', 'field.too-long'],
  ['fenEnough', 'field.too-small'],
  ['min', 'field.too-small'],
  ['isPositive', 'field.too-small'],
  ['max', 'field.too-large'],
  ['arrayNotEmpty', 'field.too-few'],
  ['arrayMinSize', 'field.too-few'],
  ['arrayMaxSize', 'field.too-many'],
  ['arrayUnique', 'field.repeated-entry'],
];

/** One fault a field, at its place in the body. */
export function bodyFaults(errors: readonly ValidationError[]): readonly FieldFault[] {
  return errors.flatMap((error) => leaves(error, [])).map(({ path, code }) => ({ pointer: pointerTo(path), code }));
}

/** One fault a query parameter. */
export function queryFaults(errors: readonly ValidationError[]): readonly FieldFault[] {
  return errors.flatMap((error) => leaves(error, [])).map(({ path, code }) => ({ parameter: path.join('.'), code }));
}

interface Leaf {
  readonly path: readonly string[];
  readonly code: FieldCode;
}

function leaves(error: ValidationError, above: readonly string[]): readonly Leaf[] {
  const path = [...above, error.property];
  const own = error.constraints ? [{ path, code: codeOf(error) }] : [];
  return [...own, ...(error.children ?? []).flatMap((child) => leaves(child, path))];
}

function codeOf(error: ValidationError): FieldCode {
  const constraints = error.constraints ?? {};
  if ((error.value === undefined || error.value === null) && !('whitelistValidation' in constraints)) {
    return 'field.missing';
  }
  return codes.find(([constraint]) => constraint in constraints)?.[1] ?? 'field.format';
}
