import type { Message } from '../../domain/domain-error.js';
import type { EntryStatus } from './progress-entry.entity.js';

/**
 * draft → submitted → approved; submitted → returned → draft; approved → reopened, which is a draft again. Whoever
 * submitted may recall what nobody has looked at yet; whoever approved or returned may withdraw that within a minute.
 */
export const TRANSITIONS = {
  submitted: { from: ['draft', 'returned'], to: 'submitted' },
  recalled: { from: ['submitted'], to: 'draft' },
  approved: { from: ['submitted'], to: 'approved' },
  returned: { from: ['submitted'], to: 'returned' },
  reopened: { from: ['approved'], to: 'draft' },
  withdrawn: { from: ['approved', 'returned'], to: 'submitted' },
} as const satisfies Record<string, { from: readonly EntryStatus[]; to: EntryStatus }>;
export type Transition = keyof typeof TRANSITIONS;

/** Those that change what is scored. */
export const RESCORING: readonly Transition[] = ['approved', 'reopened', 'withdrawn'];

/** How long a decision can be withdrawn: a slip is noticed at once, and later others rely on it. */
export const WITHDRAWABLE_MS = 60_000;

export const STATUS_NAMES: Record<EntryStatus, Message> = {
  draft: { zh: '草稿', en: 'a draft' },
  submitted: { zh: '已提交', en: 'submitted' },
  approved: { zh: '已审核', en: 'approved' },
  returned: { zh: '已退回', en: 'returned' },
};
