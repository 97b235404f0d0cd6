import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { monthNumber } from '@domain/calendar/month.js';
import type { useFirstMonthChange } from '../../../api/first-month.js';
import { listed } from '../../../components/listed.js';
import { monthName } from '../../../period/month-name.js';

interface WhatItDoesProps {
  readonly to: string | null;
  readonly would: ReturnType<typeof useFirstMonthChange>['data'];
  readonly error: Error | null;
}

/** Which months are asked for from then on, or why it cannot be. */
export function WhatItDoes({ to, would, error }: WhatItDoesProps) {
  const { t } = useTranslation();
  if (to === null) return <p className="muted">{t('firstMonth.hint')}</p>;
  if (error) return <Alert type="error" showIcon title={error.message} />;
  if (would?.to !== to) return <p className="muted">…</p>;
  const { indicators, unchanged, newlyAsked, noLongerAsked, entered } = would;
  if (entered !== null) {
    return <Alert type="warning" showIcon title={t('firstMonth.entered', { month: monthName(entered) })} />;
  }
  const names = (months: readonly string[]): string => listed(months.map((month) => monthName(month)));
  return (
    <ul className="first-month-does">
      <li>
        {monthNumber(to) === 1
          ? t('firstMonth.everyMonth', { count: indicators })
          : t('firstMonth.indicators', { count: indicators, month: monthName(to) })}
      </li>
      {newlyAsked.length > 0 && <li>{t('firstMonth.newlyAsked', { months: names(newlyAsked) })}</li>}
      {noLongerAsked.length > 0 && <li>{t('firstMonth.noLongerAsked', { months: names(noLongerAsked) })}</li>}
      {unchanged > 0 && <li>{t('firstMonth.unchanged', { count: unchanged })}</li>}
    </ul>
  );
}
