import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { AccessRule, AuthenticatedRequest, RowRule } from '../../common/access/access.decorator.js';
import { type Actor, isInScope } from '../../common/access/actor.js';
import { RowOwnersRepository } from './row-owners.repository.js';
import { nothingVisible, notOwnSection } from '../../common/access/errors.js';

/** No body names more rows; one that does is refused by its own checks. */
const MOST_AT_ONCE = 200;

/** Whether the rows that a route names belong to the caller. */
@Injectable()
export class RowAccess {
  constructor(private readonly owners: RowOwnersRepository) {}

  /**
   * A row of somebody else's does not exist for the caller: its id tells nothing.
   * @throws NotFoundError, DomainError `not-own-section`
   */
  async check(
    { row = [], ownSection = false }: AccessRule,
    actor: Actor,
    request: AuthenticatedRequest,
  ): Promise<void> {
    for (const rule of [row].flat()) await this.checkRow(rule, ownSection, actor, request);
  }

  private async checkRow(
    row: RowRule,
    ownSection: boolean,
    actor: Actor,
    { body, params }: AuthenticatedRequest,
  ): Promise<void> {
    const values = (row.in === 'body' ? body : params) as Record<string, unknown> | null | undefined;
    const named = [values?.[row.parameter]].flat().slice(0, MOST_AT_ONCE);
    for (const id of named) await this.checkId(id, row, ownSection, actor);
  }

  private async checkId(id: unknown, row: RowRule, ownSection: boolean, actor: Actor): Promise<void> {
    // Not an id at all: the route's own checks say so better.
    if (typeof id !== 'string' || !isUuid(id)) return;
    const owner = await this.owners.find(row.resource, id);
    if (!owner || !isInScope(actor.scope, owner.departmentId)) throw nothingVisible();
    const isOwn = !actor.sections || owner.sectionIds.some((id) => actor.sections?.includes(id));
    if (ownSection && !isOwn) throw notOwnSection();
  }
}
