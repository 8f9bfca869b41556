import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head'] as const;

/** Every operation of a path. */
export function operationsAt(path: OpenAPIObject['paths'][string]): readonly OperationObject[] {
  return METHODS.flatMap((method) => path[method] ?? []);
}

/** Every operation of a document. */
export function operationsOf(document: OpenAPIObject): readonly OperationObject[] {
  return Object.values(document.paths).flatMap(operationsAt);
}
