import { type Problem, refuseUnfit } from '../domain/domain-error.js';
import type { CalendarDay } from './calendar-day.entity.js';

const OFF = new Set(['休', '休息', '放假', 'off', 'false', '0']);
const WORKED = new Set(['班', '上班', '补班', 'work', 'worked', 'true', '1']);
const LONGEST_NAME = 60;

/**
 * An official list as CSV: day, 休 or 班, name; one line per day, with or without a header, such as
 * `2027-02-06,休,春节`.
 * @throws DomainError `calendar-unreadable` that names every line that cannot be read
 */
export function readCalendarCsv(text: string): CalendarDay[] {
  const problems: Problem[] = [];
  const days: CalendarDay[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const [day = '', kind = '', name = ''] = line.split(/[,，;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, ''));
    if (line.trim() === '' || (index === 0 && !/^\d/.test(day))) continue;
    const word = kind.toLowerCase();
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || (!OFF.has(word) && !WORKED.has(word))) {
      const said = line.slice(0, 60);
      const message = {
        zh: `第 ${index + 1} 行“${said}”无法读取，应如 2027-02-06,休,春节。`,
        en: `Line ${index + 1}, “${said}”, cannot be read; it should be like 2027-02-06,off,Spring Festival.`,
      };
      problems.push({ code: 'calendar-unreadable', pointer: `/csv/${index + 1}`, message });
    } else days.push({ day, working: WORKED.has(word), name: name.slice(0, LONGEST_NAME), source: 'official' });
  }
  refuseUnfit(problems);
  return days;
}
