import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { askedBy } from '../access/asking.js';
import { correlated } from '../correlation.js';

/** What is logged for a request names it, as its answer does; the audit log also says where it came from. */
export class CorrelationInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { id, ip } = context.switchToHttp().getRequest<FastifyRequest>();
    return new Observable((subscriber) =>
      askedBy({ address: ip, requestId: id }, () =>
        correlated({ correlationId: id }, () => next.handle().subscribe(subscriber)),
      ),
    );
  }
}
