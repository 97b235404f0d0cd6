import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { bearerToken } from './identity.js';
import { PasswordRules } from '../credentials/password-rules.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { hashToken } from '../credentials/tokens.js';

/** For answers that go on for minutes, such as streams of events: whether whoever began one still may see it. */
@Injectable()
export class StandingAccess {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cookie: SessionCookie,
    private readonly sessions: SessionsRepository,
    private readonly rules: PasswordRules,
    private readonly clock: Clock,
  ) {}

  /** The session or token that a request was let in by, as the database knows it. */
  credentialOf(request: FastifyRequest): string {
    return hashToken(bearerToken(request) ?? this.cookie.read(request) ?? '');
  }

  /** Those that still let their users in. */
  async standing(credentials: readonly string[]): Promise<ReadonlySet<string>> {
    const { manager } = this.dataSource;
    return new Set(await this.sessions.standing(manager, credentials, this.clock.now(), this.rules.profile));
  }
}
