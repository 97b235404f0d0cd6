import { addMonths, type Month } from './month.js';
import { addDays, type LocalDate } from './working-days.js';

const PATTERN = /^(19|20|21)\d\d-\d\d-\d\d$/;

/** Whether the text is a day that exists, as `YYYY-MM-DD`: 30 February matches any pattern. */
export function isLocalDate(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`); // takes 30 February for 2 March
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

export const monthOfDate = (date: LocalDate): Month => date.slice(0, 7);

export const lastDayOf = (month: Month): LocalDate => addDays(`${addMonths(month, 1)}-01`, -1);
