import { yearOf } from '@domain/calendar/month.js';
import { useYearOfMonths } from '../../api/months.js';
import { DueDate } from '../shown/due-date.js';
import type { GridEntry } from './grid/grid-entry.js';

interface MonthDueProps {
  readonly month: string;
  readonly entries: readonly GridEntry[];
}

/** By when the month is to be handed in; nothing where several departments are entered, each with a day of its own. */
export function MonthDue({ month, entries }: MonthDueProps) {
  const departments = new Set(entries.flatMap(({ row }) => row.indicators.map(({ department }) => department.id)));
  const [departmentId, ...others] = departments;
  if (departmentId === undefined || others.length > 0) return null;
  return <DueOf departmentId={departmentId} month={month} />;
}

function DueOf({ departmentId, month }: { readonly departmentId: string; readonly month: string }) {
  const { data } = useYearOfMonths(departmentId, yearOf(month));
  const known = data?.items.find((one) => one.month === month);
  return known ? <DueDate dueAt={known.dueAt} state={known.state} /> : null;
}
