import { useTranslation } from 'react-i18next';
import { addMonths, type Month } from '@domain/calendar/month.js';
import { today } from '../api/clock.js';
import { isEnded } from './period.js';

/** Of a month that is not over: from when on it can be entered. */
export function NotOpenYet({ month }: { readonly month: Month }) {
  const { t } = useTranslation();
  if (isEnded(month, today())) return null;
  return <p className="muted">{t('period.notOpen', { month, from: `${addMonths(month, 1)}-01` })}</p>;
}
