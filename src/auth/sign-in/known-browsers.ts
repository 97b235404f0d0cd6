import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { hashToken, newToken } from '../credentials/tokens.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { KnownBrowser } from './known-browser.entity.js';

/** As long as browsers keep a cookie (RFC 6265bis, 5.5). */
export const KNOWN_DAYS = 400;

/**
 * Browsers that people have signed in with: there, failures of strangers count for nothing (OWASP, device cookies). The
 * cookie is a random number that the database knows, so that it can be forgotten with the password it came in by.
 */
@Injectable()
export class KnownBrowsers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly session: SessionCookie,
    private readonly clock: Clock,
  ) {}

  /** What the browser is known by, where this account has signed in with it before; also asked for names that nobody has. */
  async recognise(request: FastifyRequest, userId: string | undefined): Promise<string | null> {
    const tokenHash = hashToken(this.read(request) ?? '');
    const where = { tokenHash, userId: userId ?? '00000000-0000-0000-0000-000000000000' };
    return (await this.dataSource.manager.existsBy(KnownBrowser, where)) ? tokenHash : null;
  }

  /** Under a new number each time, for all that have signed in with it: one that somebody planted there is worth nothing. */
  async remember(request: FastifyRequest, reply: FastifyReply, userId: string): Promise<void> {
    const token = newToken();
    const [former, tokenHash, lastUsedAt] = [this.read(request), hashToken(token), this.clock.now()];
    await this.dataSource.transaction(async (manager) => {
      if (former) await manager.update(KnownBrowser, { tokenHash: hashToken(former) }, { tokenHash });
      await manager.upsert(KnownBrowser, { tokenHash, userId, lastUsedAt }, ['tokenHash', 'userId']);
    });
    void reply.setCookie(this.name, token, { ...this.session.attributes, maxAge: KNOWN_DAYS * 86_400 });
  }

  private read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  private get name(): string {
    return `${this.session.name}-known`;
  }
}
