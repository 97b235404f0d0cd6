import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../common/clock.js';
import { Configuration } from '../../config/configuration.js';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { isProven, proofOf } from '../../audit/rows/proven-rows.js';
import { NotFoundError } from '../../domain/domain-error.js';
import { ApiToken } from './api-token.entity.js';
import type { CreateTokenDto } from './dto/token.dto.js';
import { tokenTooLong } from './errors.js';
import { hashToken, newToken } from './tokens.js';
import { AccountNews } from '../users/account-news.js';
import { holdAsChecked } from '../users/as-checked.js';
import type { User } from '../users/user.entity.js';

const PREFIX = 'jx_';
const USUAL_DAYS = 90;
const DAY_MS = 86_400_000;

/** Personal tokens for machines. */
@Injectable()
export class ApiTokensService {
  /** Days. */
  private readonly longest: number;

  constructor(
    private readonly dataSource: DataSource,
    private readonly news: AccountNews,
    private readonly clock: Clock,
    { TOKEN_DAYS }: Configuration,
  ) {
    this.longest = TOKEN_DAYS;
  }

  list(userId: string): Promise<ApiToken[]> {
    return this.dataSource.manager.find(ApiToken, { where: { userId }, order: { id: 'ASC' } });
  }

  /**
   * @param user as they were when they gave the password again
   * @returns the token itself, which is shown this once
   * @throws DomainError `token-too-long`, `account-changed`
   */
  async create(
    user: User,
    { name, scope, days = Math.min(USUAL_DAYS, this.longest), indicatorIds = [] }: CreateTokenDto,
  ): Promise<{ id: string; token: string; expiresAt: Date }> {
    if (days > this.longest) throw tokenTooLong(this.longest);
    const { id: userId } = user;
    const token = PREFIX + newToken();
    const now = this.clock.now();
    const tokenHash = hashToken(token);
    const row = {
      id: uuid(),
      userId,
      name,
      scope,
      indicatorIds: scope === 'progress:write' ? indicatorIds : [],
      expiresAt: new Date(now.getTime() + days * DAY_MS),
      createdAt: now,
    };
    await this.dataSource.transaction(async (manager) => {
      await holdAsChecked(manager, user);
      const proof = proofOf(manager, 'api_token', { ...row, tokenHash });
      await manager.insert(ApiToken, { ...row, tokenHash, proof });
      await this.news.publish(manager, { kind: 'token-made', userId, name });
      await recordInAuditLog(manager, {
        action: 'api_token.created',
        subjectType: 'api_token',
        subjectId: row.id,
        after: row,
      });
    });
    return { id: row.id, token, expiresAt: row.expiresAt };
  }

  async delete(userId: string, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { affected } = await manager.delete(ApiToken, { id, userId });
      if (!affected) throw new NotFoundError({ zh: '令牌', en: 'token' });
      await recordInAuditLog(manager, { action: 'api_token.deleted', subjectType: 'api_token', subjectId: id });
    });
  }

  async deleteAll(userId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.delete(ApiToken, { userId });
      await recordInAuditLog(manager, { action: 'api_token.deleted', subjectType: 'app_user', subjectId: userId });
    });
  }

  /** Whose token it is, and what it allows; null for one that is unknown, not made by the program, expired, or of a disabled user. */
  async userOf(token: string): Promise<({ user: User } & Pick<ApiToken, 'scope' | 'indicatorIds'>) | null> {
    if (!token.startsWith(PREFIX)) return null;
    const { manager } = this.dataSource;
    const row = await manager
      .createQueryBuilder(ApiToken, 'token')
      .addSelect(['token.tokenHash', 'token.proof', 'user.proof'])
      .innerJoinAndSelect('token.user', 'user', 'NOT user.disabled')
      .where('token.tokenHash = :hash AND token.expiresAt > :now', { hash: hashToken(token), now: this.clock.now() })
      .getOne();
    if (!row || !isProven(manager, 'api_token', row)) return null;
    return row.user ? { user: row.user, scope: row.scope, indicatorIds: row.indicatorIds } : null;
  }
}
