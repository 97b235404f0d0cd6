import type { INestApplication } from '@nestjs/common';
import { declaredRoutes } from './declared-routes.js';

/** Refuses to start with a route that nobody has thought about: each declares who may use it. */
export function checkRoutes(app: INestApplication): void {
  const open = declaredRoutes(app).filter(({ rule }) => rule === undefined);
  if (open.length > 0) throw new Error(`Routes without an @Access rule: ${open.map(({ name }) => name).join(', ')}`);
}
