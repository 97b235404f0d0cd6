import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { User } from '../users/user.entity.js';
import { FormerPassword } from './former-password.entity.js';
import { regrouped } from './one-time-password.js';
import { Passwords } from './passwords.js';

/** How many are refused besides the present one. There is no least age: who fears for a password changes it at once. */
export const REMEMBERED = 5;

// Two within a moment, as a clock that stands still makes them, are told apart by a microsecond.
const REMEMBER = `
  INSERT INTO former_password (user_id, ended_at, password_hash)
  SELECT u.id, greatest(clock_timestamp(), (SELECT max(f.ended_at) FROM former_password f WHERE f.user_id = u.id) + interval '1 microsecond'), u.password_hash
  FROM app_user u WHERE u.id = $1 AND u.password_hash IS NOT NULL`;
const FORGET = `
  DELETE FROM former_password f WHERE f.user_id = $1 AND f.ended_at NOT IN
    (SELECT l.ended_at FROM former_password l WHERE l.user_id = $1 ORDER BY l.ended_at DESC LIMIT $2)`;

/** Passwords that were somebody's before. */
@Injectable()
export class FormerPasswords {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: Passwords,
  ) {}

  /** The present one, which is about to end, with the account held. */
  async remember(manager: EntityManager, userId: string): Promise<void> {
    await manager.query(REMEMBER, [userId]);
    await manager.query(FORGET, [userId, REMEMBERED]);
  }

  /** Whether it is theirs, or was, as typed or in letters of another width, or as it was handed out: a hash tells no more. */
  async has({ id }: User, password: string): Promise<boolean> {
    const { manager } = this.dataSource;
    const present = await manager.findOne(User, { where: { id }, select: { id: true, passwordHash: true } });
    const former = await manager.findBy(FormerPassword, { userId: id });
    const hashes = [present, ...former].flatMap((one) => one?.passwordHash ?? []);
    const plain = password.normalize('NFKC').replace(/\p{Cf}/gu, '');
    const readings = [...new Set([password, plain, regrouped(password)])];
    const pairs = hashes.flatMap((hash) => readings.map((reading) => [hash, reading] as const));
    const matches = await Promise.all(pairs.map(([hash, reading]) => this.passwords.matches(hash, reading)));
    return matches.includes(true);
  }
}
