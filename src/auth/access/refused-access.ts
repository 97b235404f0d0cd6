import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordRefusals } from '../../audit/refusals.js';
import type { AuthenticatedRequest } from '../../common/access/access.decorator.js';
import type { DomainError } from '../../domain/domain-error.js';

/** Who tried to reach what is not theirs, at the gate or behind it. */
@Injectable()
export class RefusedAccess {
  constructor(private readonly dataSource: DataSource) {}

  /** @param error as it will be answered */
  note(
    actor: { readonly id: string; readonly username: string; readonly departmentId: string | null },
    { id: requestId, ip: address, method, params, routeOptions }: AuthenticatedRequest,
    { code }: DomainError,
  ): Promise<void> {
    const who = {
      route: `${method} ${routeOptions.url ?? ''}`,
      actor: { userId: actor.id, name: actor.username },
      departmentId: actor.departmentId,
      asking: { address, requestId },
    };
    return recordRefusals(this.dataSource.manager, who, [{ row: params, code }]);
  }
}
