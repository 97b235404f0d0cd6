import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AccessRule } from '../../common/access/access.decorator.js';
import { notSignedIn, notWithToken, outsideTokenScope, tokenReadOnly } from './errors.js';
import { ApiTokensService } from '../credentials/api-tokens.service.js';
import { checkCsrfToken, checkOrigin, isSafe } from './request-origin.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { UserSession } from '../sessions/user-session.entity.js';
import type { User } from '../users/user.entity.js';

export function bearerToken({ headers }: FastifyRequest): string | undefined {
  return /^Bearer (\S{1,200})$/.exec(headers.authorization ?? '')?.[1];
}

/** Who asks; session null: with a token. */
export interface Identified {
  readonly user: User;
  readonly session: UserSession | null;
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
  async of(request: FastifyRequest, rule: AccessRule): Promise<Identified> {
    const bearer = bearerToken(request);
    if (!bearer) return this.byCookie(request);
    return { user: await this.byToken(bearer, request, rule), session: null };
  }

  private async byToken(token: string, request: FastifyRequest, rule: AccessRule): Promise<User> {
    const found = await this.tokens.userOf(token);
    if (!found) throw notSignedIn();
    if (rule.inSession) throw notWithToken();
    if (found.scope === 'read' && !isSafe(request)) throw tokenReadOnly();
    if (found.scope === 'progress:write') checkOwnIndicator(found.indicatorIds, request, rule);
    return found.user;
  }

  private async byCookie(request: FastifyRequest): Promise<Identified> {
    const token = this.cookie.read(request);
    const session = token === undefined ? null : await this.sessions.find(token);
    if (!token || !session) throw notSignedIn();
    if (!isSafe(request)) {
      checkOrigin(request);
      checkCsrfToken(request, token);
    }
    return { user: session.user, session };
  }
}

function checkOwnIndicator(own: readonly string[], { params }: FastifyRequest, { machines }: AccessRule): void {
  const id = machines && (params as Record<string, string | undefined>)[machines.indicator];
  if (id && own.includes(id.toLowerCase())) return;
  throw outsideTokenScope();
}
