import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { toldRefusals } from '../../audit/told-refusals.js';
import type { AuthenticatedRequest } from '../../common/access/access.decorator.js';
import { DomainError } from '../../domain/domain-error.js';

/** Of one person in a day: whoever tries every number leaves no line for each of them. */
const MOST_A_DAY = 100;

/** Who tried to reach what is not theirs: one line for a person, a route and a row in a day. */
@Injectable()
export class RefusedAccess {
  constructor(private readonly dataSource: DataSource) {}

  /** @param error as it will be answered; what is no refusal, such as a rate limit, is left out */
  async note(
    actor: { readonly id: string; readonly username: string; readonly departmentId: string | null },
    { id: requestId, ip: address, method, params, routeOptions }: AuthenticatedRequest,
    error: unknown,
  ): Promise<void> {
    if (!(error instanceof DomainError) || !['forbidden', 'not-found'].includes(error.kind)) return;
    const after = { route: `${method} ${routeOptions.url ?? ''}`, row: params, code: error.code };
    const { manager } = this.dataSource;
    const told = await toldRefusals(manager, actor.id, after);
    if (told.same || told.lines >= MOST_A_DAY) return;
    await recordInAuditLog(manager, {
      actor: { userId: actor.id, name: actor.username },
      asking: { address, requestId },
      action: 'access.refused',
      subjectType: 'route',
      subjectId: after.route,
      departmentId: actor.departmentId,
      after,
      reason: told.lines === MOST_A_DAY - 1 ? 'no more lines today' : null,
    });
  }
}
