import { type Deviation, deviationOf } from '@domain/entries/deviation.js';
import { statisticsOf } from '@domain/entries/entry-statistics.js';
import type { Policy } from '@domain/policy.js';
import type { ProgressEntry } from '../../api/types.js';
import type { GridEntry } from './grid/grid-entry.js';

const isReported = ({ status }: ProgressEntry): boolean => status === 'submitted' || status === 'approved';

/** The deviation that a saved entry does not explain: the service would refuse it, and for that reason. null: it goes. */
export function unexplained({ entry, row, month, lock }: GridEntry, policy: Policy): Deviation | null {
  if (!entry || lock !== null || entry.notApplicable) return null;
  if (entry.deviationReason?.trim() && entry.correctiveMeasure?.trim()) return null;
  const deviations = row.indicators.map((indicator) => {
    const earlier = indicator.entries.flatMap((one) => {
      if (one.month >= month) return [];
      if (isReported(one)) return [one];
      return one.lastApproved ? [{ ...one, ...one.lastApproved }] : [];
    });
    return deviationOf(indicator, statisticsOf([...earlier, entry]), month, policy);
  });
  return deviations.find((one) => one !== null) ?? null;
}
