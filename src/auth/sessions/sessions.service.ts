import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { PasswordRules } from '../credentials/password-rules.js';
import { SessionsRepository } from './sessions.repository.js';
import { hashToken, newToken } from '../credentials/tokens.js';
import type { User } from '../users/user.entity.js';

@Injectable()
export class SessionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionsRepository,
    private readonly rules: PasswordRules,
    private readonly clock: Clock,
  ) {}

  /** Begins a session under a new token, whatever the browser sent before (session fixation). @returns the token */
  async begin(user: User, former: string | undefined): Promise<string> {
    const token = newToken();
    await this.dataSource.transaction(async (manager) => {
      if (former) await this.sessions.delete(manager, hashToken(former));
      await this.sessions.insert(manager, hashToken(token), user.id, this.clock.now());
      const actor = { userId: user.id, name: user.username };
      const subject = { subjectType: 'app_user', subjectId: user.id, departmentId: user.departmentId };
      await recordInAuditLog(manager, { actor, action: 'session.begun', ...subject });
    });
    return token;
  }

  userOf(token: string): Promise<User | null> {
    return this.sessions.userOf(this.dataSource.manager, hashToken(token), this.clock.now(), this.rules.profile);
  }

  /** When the session began; null: there is none. */
  begunAt(token: string): Promise<Date | null> {
    return this.sessions.begunAt(this.dataSource.manager, hashToken(token));
  }

  end(token: string): Promise<void> {
    return this.sessions.delete(this.dataSource.manager, hashToken(token));
  }
}
