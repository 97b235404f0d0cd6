import type { Problem } from '../../domain/domain-error.js';
import { exact } from '../../domain/exact.js';
import { isPerPeriod } from '../../domain/aggregation.js';
import type { Milestone } from '../../domain/indicator.js';
import { monthNumber, yearOf } from '../../domain/calendar/month.js';
import type { Indicator } from './indicator.entity.js';
import { milestonesInvalid } from './errors.js';
import { monthName } from '../../domain/calendar/month-name.js';

const DECEMBER = 12;

/** By month, as plans are kept. */
export const inOrder = (planned: readonly Milestone[]): Milestone[] =>
  planned.toSorted((a, b) => (a.month < b.month ? -1 : 1));

/** @throws DomainError `milestones-invalid` */
export function checkMilestones(indicator: Indicator, fiscalYear: number, planned: readonly Milestone[]): void {
  const problems = milestoneProblems(indicator, fiscalYear, planned);
  if (problems.length > 0) throw milestonesInvalid(indicator.name, problems);
}

/**
 * A plan by months leads to the year's target: its months lie in the year and differ, what adds up never falls, none
 * asks for more than the year does, and December, where it is planned, is the target itself. Places are those of the
 * list as it was given.
 */
export function milestoneProblems(
  { comparator, aggregation, target, targetUpper }: Indicator,
  fiscalYear: number,
  planned: readonly Milestone[],
): Problem[] {
  if (comparator === 'qualitative' || comparator === 'by' || isPerPeriod(aggregation) || target === null) {
    const said = ['该指标不按月累计，不能设里程碑。', 'The indicator does not add up over months.'] as const;
    return planned.length > 0 ? [problem('/milestones', ...said)] : [];
  }
  // A level that has to come down (`<=`, but not a sum) is above its target on the way there.
  const most = comparator.startsWith('<') && aggregation !== 'sum' ? null : (targetUpper ?? target);
  return planned.flatMap(({ month, target: reached }, index) => {
    const earlier = planned.filter((other) => other.month < month);
    const pointer = `/milestones/${index}`;
    const falls = aggregation === 'sum' && earlier.some((other) => exact(other.target).gt(exact(reached)));
    const isDecember = monthNumber(month) === DECEMBER;
    const exceeds = !isDecember && most !== null && exact(reached).gt(exact(most));
    const misses = isDecember && !exact(reached).equals(exact(target));
    return [
      ...(yearOf(month) === fiscalYear
        ? []
        : [
            problem(
              `${pointer}/month`,
              `${monthName(month).zh}不在 ${fiscalYear} 年度内。`,
              `${monthName(month).en} lies outside ${fiscalYear}.`,
            ),
          ]),
      ...(planned.findIndex((other) => other.month === month) === index
        ? []
        : [
            problem(
              `${pointer}/month`,
              `${monthName(month).zh}出现了两次。`,
              `${monthName(month).en} stands there twice.`,
            ),
          ]),
      ...(falls
        ? [
            problem(
              `${pointer}/target`,
              `${monthName(month).zh}的累计数低于前面的月份。`,
              `${monthName(month).en} falls below an earlier month.`,
            ),
          ]
        : []),
      ...(exceeds
        ? [
            problem(
              `${pointer}/target`,
              `${monthName(month).zh}的 ${reached} 高于全年指标值 ${most}。`,
              `${reached} for ${monthName(month).en} is above the year’s target ${most}.`,
            ),
          ]
        : []),
      ...(misses
        ? [
            problem(
              `${pointer}/target`,
              `12 月应等于全年指标值 ${target}。`,
              `December must be the year’s target ${target}.`,
            ),
          ]
        : []),
    ];
  });
}

const problem = (pointer: string, zh: string, en: string): Problem => ({
  code: 'milestones-invalid',
  pointer,
  message: { zh, en },
});
