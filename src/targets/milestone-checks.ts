import { DomainError, type Problem } from '../domain/domain-error.js';
import { exact } from '../domain/exact.js';
import type { Milestone } from '../domain/indicator.js';
import { monthNumber, yearOf } from '../domain/month.js';
import type { Indicator } from './indicator.entity.js';

const DECEMBER = 12;

/**
 * A plan by months leads to the year's target: its months lie in the year and differ, what adds up never falls, and
 * December, where it is planned, is the target itself. Places are those of the list as it was given.
 * @throws DomainError `milestones-invalid`
 */
export function checkMilestones(indicator: Indicator, fiscalYear: number, planned: readonly Milestone[]): void {
  const { name, comparator, aggregation, target } = indicator;
  if (planned.length > 0 && (comparator === 'qualitative' || aggregation === 'each-month' || target === null)) {
    throw invalid(name, [
      problem('/milestones', '该指标不按月累计，不能设里程碑。', 'The indicator does not add up over months.'),
    ]);
  }
  const problems = planned.flatMap(({ month, target: reached }, place) => {
    const earlier = planned.filter((other) => other.month < month);
    const pointer = `/milestones/${place}`;
    const falls = aggregation === 'sum' && earlier.some((other) => exact(other.target).gt(exact(reached)));
    const misses = monthNumber(month) === DECEMBER && target !== null && !exact(reached).equals(exact(target));
    return [
      ...(yearOf(month) === fiscalYear
        ? []
        : [
            problem(`${pointer}/month`, `${month} 不在 ${fiscalYear} 年度内。`, `${month} lies outside ${fiscalYear}.`),
          ]),
      ...(planned.findIndex((other) => other.month === month) === place
        ? []
        : [problem(`${pointer}/month`, `${month} 出现了两次。`, `${month} stands there twice.`)]),
      ...(falls
        ? [problem(`${pointer}/target`, `${month} 的累计数低于前面的月份。`, `${month} falls below an earlier month.`)]
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
  if (problems.length > 0) throw invalid(name, problems);
}

const problem = (pointer: string, zh: string, en: string): Problem => ({
  code: 'milestones-invalid',
  pointer,
  message: { zh, en },
});

const invalid = (name: string, problems: readonly Problem[]): DomainError =>
  new DomainError(
    'milestones-invalid',
    {
      zh: `“${name}”的里程碑有误：${problems.map(({ message }) => message.zh).join('')}`,
      en: `The milestones of “${name}” are not valid: ${problems.map(({ message }) => message.en).join(' ')}`,
    },
    problems,
  );
