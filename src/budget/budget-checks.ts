import { monthName } from '../domain/calendar/month-name.js';
import { type Message, type Problem, refuseUnfit } from '../domain/domain-error.js';
import { exact, plain, sum } from '../domain/exact.js';
import { type Month, yearOf } from '../domain/calendar/month.js';
import type { SaveBudgetDto } from './dto/budget.dto.js';

/** @throws DomainError `budget-invalid` that names every field */
export function checkFigures(
  month: Month,
  fiscalYear: number,
  { spent, spentBySource, adjustedBudget }: SaveBudgetDto,
): void {
  const sources = Object.entries(spentBySource ?? {}) as [string, string][];
  const together = sum(sources.map(([, amount]) => exact(amount)));
  const problems: [boolean, string, Message][] = [
    [
      yearOf(month) !== fiscalYear,
      '/month',
      {
        zh: `${monthName(month).zh}不在 ${fiscalYear} 年度内。`,
        en: `${monthName(month).en} lies outside fiscal year ${fiscalYear}.`,
      },
    ],
    [exact(spent).lt(0), '/spent', { zh: '执行数不能为负数。', en: 'spent must not be negative.' }],
    [
      adjustedBudget != null && exact(adjustedBudget).lt(0),
      '/adjustedBudget',
      { zh: '预算数不能为负数。', en: 'adjustedBudget must not be negative.' },
    ],
    ...sources.map(([source, amount]): [boolean, string, Message] => [
      exact(amount).lt(0),
      `/spentBySource/${source}`,
      { zh: '执行数不能为负数。', en: `${source} must not be negative.` },
    ]),
    [
      sources.length > 0 && !together.equals(exact(spent)),
      '/spentBySource',
      {
        zh: `各资金来源合计 ${plain(together)}，应等于执行数 ${spent}。`,
        en: `The sources together give ${plain(together)}; they must give ${spent}, what was spent.`,
      },
    ],
  ];
  const found = problems
    .filter(([wrong]) => wrong)
    .map(([, pointer, message]): Problem => ({ code: 'budget-invalid', pointer, message }));
  refuseUnfit(found);
}
