import { useTranslation } from 'react-i18next';
import { useDeadline } from '../../api/calendar.js';
import { today } from '../../components/today.js';

/** When a month is due, and whether that is over. */
export function DueDate({ month }: { readonly month: string }) {
  const { t } = useTranslation();
  const deadline = useDeadline(month);
  if (deadline === null) return null;
  const isOver = deadline.date < today();
  return (
    <span className={isOver ? 'due over' : 'due muted'}>
      {t(isOver ? 'today.wasDue' : 'today.due', { date: deadline.date, hour: deadline.hour })}
    </span>
  );
}
