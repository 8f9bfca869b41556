import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './operations';

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
type Schemas = Readonly<Record<string, Schema>>;

const MAX_DEPTH = 16;

/** Gives every JSON body of the document an example, put together from those of its fields, where it has none. */
export function addExamples(document: OpenAPIObject): void {
  const schemas = document.components?.schemas ?? {};
  for (const operation of operationsOf(document)) {
    const answers = Object.entries(operation.responses).flatMap(([status, answer]) =>
      status < '300' && answer ? answer : [],
    );
    for (const body of [operation.requestBody, ...answers]) {
      const media = body && 'content' in body ? body.content?.['application/json'] : undefined;
      if (media?.schema && media.example === undefined && !media.examples)
        media.example = exampleOf(media.schema, schemas);
    }
  }
}

/** An example of a schema: its own, or one made of those of its parts. */
export function exampleOf(schema: Schema, schemas: Schemas, depth = 0): unknown {
  if (depth > MAX_DEPTH) return undefined;
  if ('$ref' in schema) {
    const named = schemas[schema.$ref.slice('#/components/schemas/'.length)];
    return named && exampleOf(named, schemas, depth + 1);
  }
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.oneOf ?? schema.anyOf ?? [];
  if (first) return exampleOf(first, schemas, depth + 1);
  if (schema.allOf) {
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, schemas, depth + 1)));
  }
  return exampleOfType(schema, schemas, depth);
}

function exampleOfType(schema: Exclude<Schema, { $ref: string }>, schemas: Schemas, depth: number): unknown {
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .map(([name, field]) => [name, exampleOf(field, schemas, depth + 1)] as const)
          .filter(([, example]) => example !== undefined),
      );
    case 'array': {
      const entry = schema.items && exampleOf(schema.items, schemas, depth + 1);
      return entry === undefined ? [] : [entry];
    }
    case 'string':
      return textExample(schema.format);
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return undefined;
  }
}

function textExample(format: string | undefined): string {
  switch (format) {
    case 'date':
      return '2023-09-11';
    case 'date-time':
      return '2023-09-11T09:00:00+08:00';
    case 'uuid':
      return '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f60';
    default:
      return '…';
  }
}
