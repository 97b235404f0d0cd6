import { type CallHandler, type ExecutionContext, type NestInterceptor, StreamableFile } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { Role } from '../../domain/roles.js';
import type { AuthenticatedRequest } from '../access/access.decorator.js';
import { masked } from '../personal-data.js';

/** Whoever only looks on needs to know who it is, not how to reach them. */
const ONLY_LOOK_ON: readonly Role[] = ['viewer', 'auditor'];

/** Masks what is personal in every answer to them, also of routes that are yet to come. Writers of files do so themselves. */
export class MaskingInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const { actor } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (!actor || !ONLY_LOOK_ON.includes(actor.role)) return next.handle();
    return next.handle().pipe(map((body) => (body instanceof StreamableFile ? body : masked(body))));
  }
}
