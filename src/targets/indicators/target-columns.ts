import type { Comparator } from '../../domain/indicator.js';

interface TargetColumns {
  readonly target: string | null;
  readonly targetText: string | null;
  readonly targetDate: string | null;
}

/** The columns of a target as the domain has it: a number, the words of a qualitative target, or a day. */
export function targetColumns({
  comparator,
  target,
}: {
  readonly comparator: Comparator;
  readonly target: string | null;
}): TargetColumns {
  const isText = comparator === 'qualitative';
  const isDay = comparator === 'by';
  return {
    target: isText || isDay ? null : target,
    targetText: isText ? target : null,
    targetDate: isDay ? target : null,
  };
}

/** A row as the domain has it: `target` is the number or the day. */
export const withTarget = <T extends Pick<TargetColumns, 'target' | 'targetDate'>>(row: T): T => ({
  ...row,
  target: row.targetDate ?? row.target,
});
