import { type Problem, refuseUnfit } from '../domain/domain-error.js';
import { isWorkingDay, type LocalDate } from '../domain/calendar/working-days.js';
import type { CalendarDay } from './calendar-day.entity.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const isDay = (text: string): boolean =>
  DAY.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** @throws DomainError `calendar-invalid` that names every day that cannot stand in that year's list */
export function checkDays(year: number, days: readonly CalendarDay[]): void {
  const seen = new Set<LocalDate>();
  const problems = days.flatMap(({ day, working }, index): Problem[] => {
    const pointer = `/items/${index}/day`;
    if (!isDay(day) || !day.startsWith(`${year}-`)) {
      return [problem(pointer, `“${day}”不是 ${year} 年的日期`, `“${day}” is not a day of ${year}`)];
    }
    if (seen.has(day)) return [problem(pointer, `${day} 重复`, `${day} stands there twice`)];
    seen.add(day);
    if (isWorkingDay(day, new Map()) === working) {
      const zh = working ? '本来就是工作日' : '本来就是周末';
      return [
        problem(pointer, `${day} ${zh}，不必列出`, `${day} is ${working ? 'worked' : 'off'} anyhow; leave it out`),
      ];
    }
    return [];
  });
  refuseUnfit(problems);
}

const problem = (pointer: string, zh: string, en: string): Problem => ({
  code: 'calendar-invalid',
  pointer,
  message: { zh: `${zh}。`, en: `${en}.` },
});
