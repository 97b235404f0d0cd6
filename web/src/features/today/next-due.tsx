import { useTranslation } from 'react-i18next';
import { today } from '../../api/clock.js';
import { useYearOfMonths } from '../../api/months.js';
import { localTime } from '../../period/local-time.js';
import { monthName } from '../../period/month-name.js';

/** The month that falls due next, and when. */
export function NextDue({ departmentId, year }: { readonly departmentId: string; readonly year: number }) {
  const { t } = useTranslation();
  const { data } = useYearOfMonths(departmentId, year);
  const next = data?.items.find(({ dueAt, state }) => state !== 'closed' && dueAt.slice(0, 10) >= today());
  if (!next) return null;
  return <p className="muted">{t('today.nextDue', { month: monthName(next.month), at: localTime(next.dueAt) })}</p>;
}
