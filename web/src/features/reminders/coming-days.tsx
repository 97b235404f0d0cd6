import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReminderPreview } from '../../api/reminders.js';
import { Loaded } from '../../components/loaded.js';
import { DaysAhead } from './days-ahead.js';

const SPANS = [7, 14, 31];

/** Who gets what in the next days, as things stand. */
export function ComingDays() {
  const { t } = useTranslation();
  const [days, setDays] = useState(7);
  const preview = useReminderPreview(days);
  return (
    <>
      <Segmented
        aria-label={t('reminders.span')}
        value={days}
        options={SPANS.map((value) => ({ value, label: t('reminders.days', { count: value }) }))}
        onChange={setDays}
      />
      <Loaded queries={{ preview }}>
        {({ preview: { items, missingYears } }) => (
          <>
            {missingYears.map((year) => (
              <p key={year} className="light-amber">
                ▲ {t('reminders.noCalendar', { year })}
              </p>
            ))}
            <DaysAhead days={items} />
          </>
        )}
      </Loaded>
    </>
  );
}
