import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { IdempotencyKey } from './idempotency-key.entity.js';

/** After this long a key may be used for something else. */
export const KEPT_HOURS = 24;

/** Whose key it is, and what it was sent with. */
export interface KeyedRequest {
  readonly userId: string;
  readonly key: string;
  readonly request: string;
  /** Its files are not in `request`: they have not been read when the key is taken. */
  readonly isUpload: boolean;
}

export type KnownRequest = Pick<IdempotencyKey, 'request' | 'state' | 'status' | 'answer' | 'createdAt'>;

@Injectable()
export class IdempotencyKeysRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes the key for this request, in one round trip.
   * @returns null: it is ours; undefined: somebody took it at this very moment, ask again; else what it stands for.
   */
  async claim({ userId, key, request }: KeyedRequest, at: Date): Promise<KnownRequest | null | undefined> {
    const rows: (KnownRequest & { claimed: boolean })[] = await this.dataSource.query(
      `WITH claim AS (
         INSERT INTO idempotency_key AS k (user_id, key, request, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (user_id, key) DO UPDATE
           SET request = excluded.request, state = 'under-way', status = NULL, answer = NULL, created_at = excluded.created_at
           WHERE k.created_at < excluded.created_at - make_interval(hours => $5)
         RETURNING request, state, status, answer, created_at
       )
       SELECT true AS claimed, request, state, status, answer, created_at AS "createdAt" FROM claim
       UNION ALL
       SELECT false, request, state, status, answer, created_at FROM idempotency_key WHERE user_id = $1 AND key = $2
       LIMIT 1`,
      [userId, key, request, at, KEPT_HOURS],
    );
    const [row] = rows;
    return row?.claimed ? null : row;
  }

  async keep({ userId, key, request }: KeyedRequest, status: number, answer: string): Promise<void> {
    await this.dataSource.manager.update(IdempotencyKey, { userId, key }, { request, state: 'done', status, answer });
  }

  async leaveUnsure({ userId, key }: KeyedRequest): Promise<void> {
    await this.dataSource.manager.update(IdempotencyKey, { userId, key }, { state: 'unsure' });
  }

  async release({ userId, key }: KeyedRequest): Promise<void> {
    await this.dataSource.manager.delete(IdempotencyKey, { userId, key });
  }

  /** @returns how many */
  async deleteExpired(at: Date): Promise<number> {
    const limit = new Date(at.getTime() - KEPT_HOURS * 3_600_000);
    return (await this.dataSource.manager.delete(IdempotencyKey, { createdAt: LessThan(limit) })).affected ?? 0;
  }
}
