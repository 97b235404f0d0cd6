import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { correlated } from '../correlation.js';

/** What is logged for a request names it, as its answer does. */
export class CorrelationInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { id } = context.switchToHttp().getRequest<FastifyRequest>();
    return new Observable((subscriber) => correlated({ correlationId: id }, () => next.handle().subscribe(subscriber)));
  }
}
