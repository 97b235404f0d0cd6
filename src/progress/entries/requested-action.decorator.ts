import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AuthenticatedRequest } from '../../common/access/access.decorator.js';
import { describeVersion, Id, MonthParameter, seenVersion } from '../../common/http/parameters.js';
import type { EntryAction } from './progress.service.js';

/** What the caller wants to act on: the entry of the path, as they saw it (If-Match), in their own name or an absent head's. */
export const RequestedAction = createParamDecorator(
  (_: unknown, context: ExecutionContext): EntryAction => {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const { id = '', month = '' } = request.params as { id?: string; month?: string };
    if (!request.actor) throw new Error('a route without an actor must not act');
    return {
      indicatorId: Id.transform(id),
      month: MonthParameter.transform(month),
      version: seenVersion(request.headers),
      actor: request.actor.name,
      onBehalfOf: request.actor.onBehalfOf,
    };
  },
  [describeVersion],
);
