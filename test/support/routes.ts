import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS_KEY, type AccessRule, type RowRule } from '../../src/common/access/access.decorator.js';
import type { Method, TestApp } from './test-app.js';

/** A route as its controller declares it. */
export interface Route {
  readonly method: Method;
  /** After `/api/v1`, such as `/departments/:id`. */
  readonly path: string;
  readonly rule: AccessRule;
}

/** Every route of the running application that Nest's controllers have, with its rule of access. */
export function declaredRoutes(app: TestApp): Route[] {
  const reflector = app.get(Reflector);
  const controllers = app.get(DiscoveryService).getControllers();
  return controllers.flatMap(({ metatype, instance }) => {
    if (!metatype || typeof instance !== 'object') return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name] as () => unknown;
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const parts = [metatype, handler].map((place) => Reflect.getMetadata(PATH_METADATA, place) as string);
      const path = `/${parts.join('/')}`.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
      const rule = reflector.getAllAndOverride<AccessRule>(ACCESS_KEY, [handler, metatype]);
      return [{ method: RequestMethod[method] as Method, path, rule }];
    });
  });
}

/** What Fastify itself answers under /api/v1, such as `GET /departments/:`: its tree has one line per part of a path. */
export function servedRoutes(app: TestApp): string[] {
  const path: string[] = [];
  const routes = app.fastify
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent, part, methods] = /^([│├└─\s]*)(\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
      if (indent === undefined || part === undefined) return [];
      const depth = indent.length / 4;
      path.length = depth;
      path[depth - 1] = withoutNames(part);
      const url = path.join('').replace(/\/$/, '');
      return (methods?.split(', ') ?? []).filter((method) => method !== 'HEAD').map((method) => `${method} ${url}`);
    });
  return routes.filter((route) => route.includes(' /api/v1')).map((route) => route.replace(' /api/v1', ' '));
}

/** Routes may call the same place of a path differently. */
export const withoutNames = (path: string): string => path.replace(/:[\w|:]+/g, ':');

export const parametersOf = ({ path }: Route): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);

export const rowsOf = ({ rule }: Route, place: 'path' | 'body'): RowRule[] =>
  [rule.row ?? []].flat().filter((row) => (row.in ?? 'path') === place);
