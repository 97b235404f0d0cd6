import type { EntityManager } from 'typeorm';
import { AuditCheckpoint } from './audit-checkpoint.entity.js';
import type { AuditHead } from '../audit-head.js';
import type { AuditKey } from '../audit-key.js';
import { canonicalJson } from '../../common/canonical-json.js';

type Said = Omit<AuditCheckpoint, 'seal'>;

const textOf = ({ position, hash, at, lastKey, head, previous }: Said): string =>
  `checkpoint ${canonicalJson({ position, hash, at, lastKey, head, previous })}`;

export const sealedCheckpoint = (said: Said, key: AuditKey): AuditCheckpoint => ({
  ...said,
  seal: key.seal(textOf(said)),
});

/** Whether it was sealed with this very key, and is as it was then. */
export const isSealedBy = (checkpoint: AuditCheckpoint, key: AuditKey): boolean =>
  key.fits(checkpoint.seal, textOf(checkpoint));

/** All of them, the first one first. */
export const checkpointsOf = (manager: EntityManager): Promise<AuditCheckpoint[]> =>
  manager.find(AuditCheckpoint, { order: { position: 'ASC' } });

/**
 * The first that does not follow the one before it, or is not as this key has sealed it. What a former key has sealed only the
 * line of the log can prove that was written with it (`isToldBy`), and the checkpoints that follow.
 */
export function unfitCheckpoint(checkpoints: readonly AuditCheckpoint[], key: AuditKey): AuditCheckpoint | undefined {
  return checkpoints.find(
    (one, place) =>
      one.previous !== (checkpoints[place - 1]?.seal ?? '') || (key.isOf(one.seal) && !isSealedBy(one, key)),
  );
}

/** Whether a line of the log says that it was made. @param after of a line `audit_log.shortened` */
export const isToldBy = (after: unknown, checkpoint: AuditCheckpoint): boolean =>
  canonicalJson(after) === canonicalJson({ ...checkpoint });

/** Whether one of them knows another line at the head's position. */
export const contradicts = (checkpoints: readonly AuditCheckpoint[], { position, hash }: AuditHead): boolean =>
  checkpoints.some((one) => [one, one.head].some((known) => known.position === position && known.hash !== hash));
