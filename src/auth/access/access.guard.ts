import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS_KEY, type AccessRule, type AuthenticatedRequest } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { AsMade } from './as-made.js';
import { Actors } from './actors.js';
import { addressGroup } from './address-group.js';
import { Identity } from './identity.js';
import { roleForbidden } from './errors.js';
import { RateLimiter } from './rate-limiter.js';
import { ReadingLimiter } from './reading-limiter.js';
import { RefusedAccess } from './refused-access.js';
import { isSafe } from './request-origin.js';
import { RowAccess } from './row-access.js';
import { Confirmation } from '../sign-in/confirmation.js';
import { DomainError } from '../../domain/domain-error.js';
import type { Role } from '../../domain/roles.js';

/**
 * The one gate: who asks, how often, whether their role may, whether the row that the route names is theirs,
 * and, for what outlasts a session, whether it is they who sit at it.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identity: Identity,
    private readonly asMade: AsMade,
    private readonly actors: Actors,
    private readonly rows: RowAccess,
    private readonly confirmation: Confirmation,
    private readonly limiter: RateLimiter,
    private readonly readings: ReadingLimiter,
    private readonly refused: RefusedAccess,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_KEY, places);
    if (!rule) throw new Error('a route without an access rule'); // checkRoutes refuses to start with one
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (rule.roles === 'anybody') {
      await this.count(rule, addressGroup(request.ip));
      return true;
    }
    const identified = await this.identity.of(request, rule);
    await this.asMade.check(identified.user, request);
    if (isSafe(request)) this.readings.count(identified.user.id);
    await this.count(rule, identified.user.id);
    const person = await this.actors.of(identified, rule);
    try {
      const actor = await this.permitted(person, rule.roles, rule.deputies ?? false);
      await this.rows.check(rule, actor, request);
      if (rule.confirmed) await this.confirmation.confirm(actor, request);
      request.actor = actor;
      return true;
    } catch (error) {
      // What is no refusal, such as a rate limit, is left out.
      if (error instanceof DomainError && ['forbidden', 'not-found'].includes(error.kind))
        await this.refused.note(identified.user, request, error);
      throw error;
    }
  }

  private async count({ limit }: AccessRule, caller: string): Promise<void> {
    if (limit) await this.limiter.count(`${limit.name} ${caller}`, limit.perMinute);
  }

  private async permitted(person: Actor, roles: readonly Role[], deputies: boolean): Promise<Actor> {
    if (roles.includes(person.role)) return person;
    const deputy = deputies ? await this.actors.asDeputy(person, roles) : null;
    if (!deputy) throw roleForbidden();
    return deputy;
  }
}
