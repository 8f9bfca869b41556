import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './operations';

/**
 * Swagger UI fills in the example of every parameter and sends what is filled in. What may be left out would narrow a list
 * or be refused: its example is told in words.
 */
export function tellOptionalExamples(document: OpenAPIObject): void {
  for (const operation of operationsOf(document)) {
    operation.parameters = operation.parameters?.map((parameter) => {
      if (!('name' in parameter) || parameter.required) return parameter;
      const { schema = {} } = parameter;
      const ofSchema: unknown = 'example' in schema ? schema.example : undefined;
      const example: unknown = parameter.example ?? ofSchema;
      if (example === undefined) return parameter;
      const told = { ...parameter };
      delete told.example;
      // a list of all that may be said is example enough
      if (!('enum' in schema))
        told.description = [parameter.description, `Example: ${words(example)}`].join(' ').trim();
      if (ofSchema !== undefined) told.schema = { ...schema, example: undefined };
      return told;
    });
  }
}

const words = (example: unknown): string => `\`${typeof example === 'string' ? example : JSON.stringify(example)}\``;
