import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { type DiscoveryService, MetadataScanner } from '@nestjs/core';
import { OPERATION } from '../identity/policy';

/** A controller's method that answers requests. */
export interface Route {
  /** `CasesController.file` */
  readonly name: string;
  /** Module class whose controller it is. */
  readonly module: unknown;
  readonly writes: boolean;
  /** Operation id; undefined where the method names none. */
  readonly operation: string | undefined;
}

/** Every route of the application. */
export function routesOf(discovery: DiscoveryService): readonly Route[] {
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ metatype, host }) => {
    const prototype: unknown = typeof metatype === 'function' ? metatype.prototype : undefined;
    if (typeof prototype !== 'object' || prototype === null) return [];
    return scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler: unknown = Reflect.get(prototype, method);
      if (typeof handler !== 'function' || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
      const verb: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
      const operation: unknown = Reflect.getMetadata(OPERATION, handler);
      return {
        name: `${metatype?.name}.${method}`,
        module: host?.metatype,
        writes: verb !== RequestMethod.GET && verb !== RequestMethod.HEAD,
        operation: typeof operation === 'string' ? operation : undefined,
      };
    });
  });
}
