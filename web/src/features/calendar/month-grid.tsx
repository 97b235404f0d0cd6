import type { LocalDate } from '@domain/calendar/working-days.js';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '../../api/calendar.js';
import { today } from '../../api/clock.js';
import { Panel } from '../../components/panel.js';
import { dayName } from '../../period/local-time.js';
import { monthName } from '../../period/month-name.js';
import { isWeekend, runsOf, weekdays, weeksOf } from './days-of-month.js';
import { DaySign } from './day-sign.js';

interface MonthGridProps {
  readonly month: string;
  readonly days: readonly CalendarDay[];
  /** undefined: whoever looks may not change it. */
  readonly onChange: ((day: CalendarDay) => void) | undefined;
}

/** A month as on the wall; under it, what the days that differ from Monday to Friday are called. */
export function MonthGrid({ month, days, onChange }: MonthGridProps) {
  const { t } = useTranslation();
  return (
    <Panel title={monthName(month)}>
      <table className="month-grid" aria-label={monthName(month)}>
        <thead>
          <tr>
            {weekdays().map(({ short, whole }) => (
              <th key={whole} scope="col" abbr={whole}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((day, index) =>
                day ? (
                  <Day key={day} day={day} special={days.find((one) => one.day === day)} onChange={onChange} />
                ) : (
                  <td key={index} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="bare-list month-names small">
        {runsOf(days).map(({ first, last }) => (
          <li key={first.day}>
            <DaySign day={first} /> {dayName(first.day)}
            {last !== first && ` – ${dayName(last.day)}`} {first.name}{' '}
            {first.source === 'local' && <span className="muted">{t('calendar.local')}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface DayProps {
  readonly day: LocalDate;
  readonly special: CalendarDay | undefined;
  readonly onChange: MonthGridProps['onChange'];
}

function Day({ day, special, onChange }: DayProps) {
  const { t } = useTranslation();
  const plain = isWeekend(day) ? 'day-weekend' : '';
  const className = special ? (special.working ? 'day-worked' : 'day-off') : plain;
  const shown = (
    <>
      {Number(day.slice(8))}
      {special && <DaySign day={special} />}
    </>
  );
  return (
    <td className={className} aria-current={day === today() ? 'date' : undefined} title={special?.name}>
      {special && onChange ? (
        <button
          type="button"
          onClick={() => {
            onChange(special);
          }}
        >
          {shown}
          <span className="unseen">{t('calendar.change', { day, name: special.name })}</span>
        </button>
      ) : (
        shown
      )}
    </td>
  );
}
