import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { proofOf } from '../../src/audit/rows/proven-rows.js';
import { ApiToken } from '../../src/auth/credentials/api-token.entity.js';
import { hashToken } from '../../src/auth/credentials/tokens.js';
import type { User } from '../../src/auth/users/user.entity.js';

const NEVER = new Date('2999-01-01T00:00:00Z');

type Values = Pick<ApiToken, 'userId' | 'scope' | 'indicatorIds' | 'expiresAt' | 'createdAt'>;

/** A token that acts as somebody, for ever and in everything unless it is said. */
export class TokenFactory {
  private constructor(private readonly values: Values) {}

  static of({ id: userId }: Pick<User, 'id'>): TokenFactory {
    const createdAt = new Date('2026-01-01T00:00:00Z');
    return new TokenFactory({ userId, scope: 'write', indicatorIds: [], expiresAt: NEVER, createdAt });
  }

  /** Of a system that counts by itself. */
  reporting(...indicatorIds: readonly string[]): TokenFactory {
    return new TokenFactory({ ...this.values, scope: 'progress:write', indicatorIds: [...indicatorIds] });
  }

  readOnly(): TokenFactory {
    return new TokenFactory({ ...this.values, scope: 'read' });
  }

  until(expiresAt: Date): TokenFactory {
    return new TokenFactory({ ...this.values, expiresAt });
  }

  async insert(manager: EntityManager): Promise<{ id: string; token: string }> {
    const id = uuid();
    const token = `jx_${uuid()}`;
    const row = { ...this.values, id, name: 'test', tokenHash: hashToken(token) };
    await manager.insert(ApiToken, { ...row, proof: proofOf(manager, 'api_token', row) });
    return { id, token };
  }
}
