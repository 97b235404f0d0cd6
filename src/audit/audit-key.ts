import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { DataSource } from 'typeorm';

/**
 * The key of the audit log, which is not in the database: whoever owns its tables can compute every hash anew, but no seal.
 * What it seals begins with the key's name, which tells nothing of the key.
 */
export class AuditKey {
  readonly name: string;

  constructor(private readonly secret: string) {
    this.name = createHash('sha256').update(`jixiao audit key ${secret}`).digest('hex').slice(0, 12);
  }

  seal(text: string): string {
    return `${this.name}:${createHmac('sha256', this.secret).update(text).digest('hex')}`;
  }

  fits(seal: string, text: string): boolean {
    const [given, right] = [Buffer.from(seal), Buffer.from(this.seal(text))];
    return given.length === right.length && timingSafeEqual(given, right);
  }

  /** Whether it was sealed with this key, rightly or not. */
  isOf(seal: string): boolean {
    return seal.startsWith(`${this.name}:`);
  }
}

/** What a log is written with. */
interface Sealing {
  readonly key: AuditKey;
  /** Lines are being added. */
  grew(): void;
}

const SEALINGS = new WeakMap<DataSource, Sealing>();

/** Every line that is written into this database from now on is sealed so. */
export function useAuditKey(dataSource: DataSource, sealing: Sealing): void {
  SEALINGS.set(dataSource, sealing);
}

export function sealingOf(dataSource: DataSource): Sealing {
  const sealing = SEALINGS.get(dataSource);
  if (!sealing) throw new Error('the audit log is written before its key is known');
  return sealing;
}
