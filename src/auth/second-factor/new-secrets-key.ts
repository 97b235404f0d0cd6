import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import type { Configuration } from '../../config/configuration.js';
import { SecretBox } from './secret-box.js';
import { Totp } from './totp.entity.js';

/** What came of another key. */
export interface RenewedKey {
  readonly file: string;
  /** Where the former key lies, which backups of before go on needing; null: there was none. */
  readonly former: string | null;
  /** Secrets that are sealed with the new key now. */
  readonly secrets: number;
}

const RESEAL = `
  UPDATE totp SET secret = given.secret
  FROM unnest($1::uuid[], $2::text[]) AS given (user_id, secret) WHERE totp.user_id = given.user_id`;

/**
 * Seals all secrets of the database anew, with another key. The new key is on the disk before anything is sealed with it, and
 * takes the former one's place afterwards: broken off in between, the next call takes up where it was.
 * @throws DomainError `secrets-key-differs`: the key of now is not the one that they are sealed with
 */
export async function renewSecretsKey(dataSource: DataSource, configuration: Configuration): Promise<RenewedKey> {
  const now = new SecretBox(configuration);
  const [next, former] = [`${now.file}.new`, `${now.file}.former`];
  const nextBox = () => new SecretBox({ ...configuration, SECRETS_KEY_FILE: next });
  const secrets = await dataSource.transaction(async (manager) => {
    const rows = await manager.find(Totp, { order: { userId: 'ASC' }, lock: { mode: 'pessimistic_write' } });
    const begun = nextBox();
    const isBegun = rows.some(({ secret, userId }) => begun.opens(secret, userId));
    if (!isBegun) rmSync(next, { force: true });
    const box = isBegun ? begun : nextBox();
    const left = rows.filter(({ secret, userId }) => !box.opens(secret, userId));
    const opened = left.map(({ userId, secret }) => ({ userId, secret: now.open(secret, userId) }));
    box.makeKey();
    flush(next);
    await manager.query(RESEAL, [
      opened.map(({ userId }) => userId),
      opened.map(({ userId, secret }) => box.seal(secret, userId)),
    ]);
    return rows.length;
  });
  const had = existsSync(now.file);
  if (had) renameSync(now.file, former);
  renameSync(next, now.file);
  return { file: now.file, former: had ? former : null, secrets };
}

/** What is sealed with a key must not outlive it when the power fails. */
function flush(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
