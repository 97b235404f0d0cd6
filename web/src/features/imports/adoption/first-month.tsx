import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Month, monthOf, monthsBetween, yearOf } from '@domain/calendar/month.js';
import { monthName } from '../../../period/month-name.js';

interface FirstMonthProps {
  /** The first that is not past its due date. */
  readonly proposed: Month;
  readonly month: Month;
  readonly onMonth: (month: Month) => void;
}

/** From which month a year is entered that begins late, and what that means for the months before. */
export function FirstMonth({ proposed, month, onMonth }: FirstMonthProps) {
  const { t } = useTranslation();
  const january = monthOf(yearOf(proposed), 1);
  const label = (value: Month): string =>
    value === january ? t('imports.firstMonthEvery', { month: monthName(value) }) : monthName(value);
  return (
    <section className="first-month">
      <label>
        {t('imports.firstMonth')}{' '}
        <Select
          value={month}
          onChange={onMonth}
          options={monthsBetween(january, proposed)
            .toReversed()
            .map((value) => ({ value, label: label(value) }))}
          popupMatchSelectWidth={false}
        />
      </label>
      <p className="muted small">
        {month === january
          ? t('imports.firstMonthAll')
          : t('imports.firstMonthHow', { before: monthName(proposed), month: monthName(month) })}
      </p>
    </section>
  );
}
