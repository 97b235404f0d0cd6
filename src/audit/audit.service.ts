import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type AuditHead, isSignedBy } from './audit-head.js';
import type { AuditKey } from './audit-key.js';
import { AuditRepository } from './audit.repository.js';
import { type Break, ChainCheck, type ChainState } from './chain-check.js';
import { KnownHead } from './known-head.js';
import type { AuditCheckpoint } from './shortening/audit-checkpoint.entity.js';
import { checkpointsOf, contradicts, unfitCheckpoint } from './shortening/checkpoints.js';
import { rowsFound } from './rows/row-statements.js';
import { unvouchedRows } from './unvouched-rows.js';

@Injectable()
export class AuditService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: AuditRepository,
    private readonly known: KnownHead,
  ) {}

  /**
   * Walks the chain from its last checkpoint on, compares it with the heads that this machine knows, and looks for what no line
   * vouches for.
   * @param head another one, kept elsewhere
   * @param from a head up to which the log was verified before: only what follows it is looked at
   */
  async verify({ head, from }: { head?: AuditHead; from?: AuditHead } = {}): Promise<ChainState> {
    const known = this.known.read();
    const verified = this.known.lastVerified();
    const heads = [known, verified, head].filter((one) => one != null);
    const { key } = this.known;
    const checkpoints = await checkpointsOf(this.dataSource.manager);
    const checkpoint = checkpoints.at(-1) ?? null;
    const walked = await new ChainCheck(this.dataSource, this.events, key, { heads, checkpoint, from }).run();
    if (walked.broken && (await this.wasShortenedSince(checkpoint))) return this.verify({ head, from });
    const { checked, changed } = walked.histories;
    const unvouched = await this.dataSource.transaction((manager) => unvouchedRows(manager, key));
    const found = [
      await this.atTheBeginning(checkpoints, heads),
      walked.broken,
      ...walked.more,
      forged(head, key),
      lost(known, verified),
    ];
    const [broken = null, ...more] = found.filter((one) => one !== null);
    const histories = { checked, changed: [...changed, ...unvouched] };
    return { ...walked, broken, more, checkpoint, histories, found: await rowsFound(this.dataSource.manager) };
  }

  private async wasShortenedSince(checkpoint: AuditCheckpoint | null): Promise<boolean> {
    const now = (await checkpointsOf(this.dataSource.manager)).at(-1);
    return BigInt(now?.position ?? 0) > BigInt(checkpoint?.position ?? 0);
  }

  private async atTheBeginning(
    checkpoints: readonly AuditCheckpoint[],
    heads: readonly AuditHead[],
  ): Promise<Break | null> {
    const unfit = unfitCheckpoint(checkpoints, this.known.key);
    if (unfit) return { how: 'checkpoint', position: unfit.position };
    const stray = await this.events.firstUpTo(this.dataSource.manager, checkpoints.at(-1)?.position ?? '0');
    if (stray) return { how: 'stray', position: stray.position };
    const other = heads.find((head) => contradicts(checkpoints, head));
    return other ? { how: 'head', position: other.position } : null;
  }
}

const forged = (head: AuditHead | undefined, key: AuditKey): Break | null =>
  head && isSignedBy(head, key) === false ? { how: 'head-forged', position: head.position } : null;

/** The file of the newest head is gone, or an older one was put in its place: whatever it would have shown, it shows no more. */
const lost = (known: AuditHead | null, verified: AuditHead | null): Break | null =>
  verified && BigInt(known?.position ?? -1) < BigInt(verified.position)
    ? { how: 'head-lost', position: verified.position }
    : null;
