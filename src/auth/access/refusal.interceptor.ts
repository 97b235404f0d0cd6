import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { catchError, type Observable } from 'rxjs';
import type { AuthenticatedRequest } from '../../common/access/access.decorator.js';
import { type Actor, ownDepartment } from '../../common/access/actor.js';
import { DomainError } from '../../domain/domain-error.js';
import { RefusedAccess } from './refused-access.js';

/** Asks for a step that is missing, and refuses nothing. */
const NOT_YET = ['sign-in-again', 'second-factor-missing'];

/** What the gate let through and the work itself refuses, such as approving what one has submitted, is written down as well. */
@Injectable()
export class RefusalInterceptor implements NestInterceptor {
  constructor(private readonly refused: RefusedAccess) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        const isRefusal = error instanceof DomainError && error.kind === 'forbidden' && !NOT_YET.includes(error.code);
        if (isRefusal && request.actor) await this.refused.note(personOf(request.actor), request, error);
        throw error;
      }),
    );
  }
}

const personOf = ({ userId, name, scope }: Actor) => ({
  id: userId,
  username: name,
  departmentId: ownDepartment(scope),
});
