import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { ACCESS_KEY } from '../../common/access/access.decorator.js';

/** Refuses to start with a route that nobody has thought about: each declares who may use it. */
export function checkRoutes(app: INestApplication): void {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const open = app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ metatype, instance }) => {
      if (!metatype || typeof instance !== 'object') return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown>;
      return scanner
        .getAllMethodNames(prototype)
        .map((name) => ({ name: `${metatype.name}.${name}`, handler: prototype[name] }))
        .filter(({ handler }) => handler && Reflect.hasMetadata(METHOD_METADATA, handler))
        .filter(({ handler }) => handler && reflector.getAllAndOverride(ACCESS_KEY, [handler, metatype]) === undefined)
        .map(({ name }) => name);
    });
  if (open.length > 0) throw new Error(`Routes without an @Access rule: ${open.join(', ')}`);
}
