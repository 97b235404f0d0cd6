import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '../../api/calendar.js';

/** Off or worked, and whether by a local decision: told without colours, too. */
export function DaySign({ day: { working, source } }: { readonly day: Pick<CalendarDay, 'working' | 'source'> }) {
  const { t } = useTranslation();
  return (
    <span className={`day-sign ${working ? 'light-amber' : 'light-green'}`}>
      {t(working ? 'calendar.sign.worked' : 'calendar.sign.off')}
      {source === 'local' && '*'}
    </span>
  );
}

/** What the signs mean. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <ul className="calendar-legend small" aria-label={t('calendar.legend.title')}>
      <li>
        <DaySign day={{ working: false, source: 'official' }} /> {t('calendar.legend.off')}
      </li>
      <li>
        <DaySign day={{ working: true, source: 'official' }} /> {t('calendar.legend.worked')}
      </li>
      <li>
        <strong>*</strong> {t('calendar.legend.local')}
      </li>
      <li className="day-weekend">{t('calendar.legend.weekend')}</li>
    </ul>
  );
}
