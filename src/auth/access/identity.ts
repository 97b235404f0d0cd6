import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AccessRule } from '../../common/access/access.decorator.js';
import { notSignedIn, notWithToken, outsideTokenScope, tokenReadOnly } from './errors.js';
import { ApiTokensService } from '../credentials/api-tokens.service.js';
import { checkCsrfToken, checkOrigin, isSafe } from './request-origin.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { User } from '../users/user.entity.js';

export function bearerToken({ headers }: FastifyRequest): string | undefined {
  return /^Bearer (\S{1,200})$/.exec(headers.authorization ?? '')?.[1];
}

/** Who sent a request: the user of a session cookie, or of a personal token. */
@Injectable()
export class Identity {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly sessions: SessionsService,
    private readonly tokens: ApiTokensService,
  ) {}

  /** @throws DomainError `not-signed-in`, `not-with-token`, `token-read-only`, `token-scope`, `foreign-origin`, `csrf-token` */
  async of(request: FastifyRequest, rule: AccessRule): Promise<User> {
    const bearer = bearerToken(request);
    const user = bearer ? await this.byToken(bearer, request, rule) : await this.byCookie(request);
    if (user) return user;
    throw notSignedIn();
  }

  private async byToken(token: string, request: FastifyRequest, rule: AccessRule): Promise<User | undefined> {
    const found = await this.tokens.userOf(token);
    if (found && rule.inSession) throw notWithToken();
    if (found?.scope === 'read' && !isSafe(request)) throw tokenReadOnly();
    if (found?.scope === 'progress:write') checkOwnIndicator(found.indicatorIds, request, rule);
    return found?.user;
  }

  private async byCookie(request: FastifyRequest): Promise<User | undefined> {
    const token = this.cookie.read(request);
    const user = token === undefined ? null : await this.sessions.userOf(token);
    if (!token || !user) return undefined;
    if (!isSafe(request)) {
      checkOrigin(request);
      checkCsrfToken(request, token);
    }
    return user;
  }
}

function checkOwnIndicator(own: readonly string[], { params }: FastifyRequest, { machines }: AccessRule): void {
  const id = machines && (params as Record<string, string | undefined>)[machines.indicator];
  if (id && own.includes(id.toLowerCase())) return;
  throw outsideTokenScope();
}
