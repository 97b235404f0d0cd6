import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDay, YearCalendar } from '../../api/calendar.js';
import { monthsOf } from '../../period/period.js';
import { ChangeDay } from './change-day.js';
import { Legend } from './day-sign.js';
import { ImportCalendar } from './import-calendar.js';
import { MonthGrid } from './month-grid.js';
import { useChanges } from './use-changes.js';

interface YearOfDaysProps {
  readonly calendar: YearCalendar;
  readonly mayChange: boolean;
}

/** Twelve months, what was changed last with the way back, and for whoever may, the ways to change it. */
export function YearOfDays({ calendar, mayChange }: YearOfDaysProps) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState<CalendarDay | 'new' | 'list' | null>(null);
  const changes = useChanges(calendar);
  const { done } = changes;
  const close = (): void => {
    setChanging(null);
    changes.forget();
  };
  const opens = (what: 'new' | 'list') => () => {
    setChanging(what);
  };
  return (
    <div className="stack">
      {calendar.version === null && (
        <Alert type="warning" showIcon title={t('calendar.missing', { year: calendar.year })} />
      )}
      {changing === null && changes.error && <Alert type="error" showIcon role="alert" title={changes.error.message} />}
      {done && <DoneNote done={done} isBusy={changes.isBusy} onUndo={changes.undo} />}
      {mayChange && (
        <div className="page-tools no-print">
          <Button onClick={opens('new')}>{t('calendar.add')}</Button>
          <Button onClick={opens('list')}>{t('calendar.import')}</Button>
        </div>
      )}
      <Legend />
      <div className="calendar-year">
        {monthsOf(calendar.year).map((month) => (
          <MonthGrid
            key={month}
            month={month}
            days={calendar.items.filter(({ day }) => day.startsWith(month))}
            onChange={mayChange ? setChanging : undefined}
          />
        ))}
      </div>
      {changing === 'list' && <ImportCalendar calendar={calendar} onDone={changes.say} onClose={close} />}
      {changing !== null && changing !== 'list' && (
        <ChangeDay year={calendar.year} day={changing === 'new' ? null : changing} changes={changes} onClose={close} />
      )}
    </div>
  );
}

interface DoneNoteProps {
  readonly done: NonNullable<ReturnType<typeof useChanges>['done']>;
  readonly isBusy: boolean;
  readonly onUndo: (days: readonly CalendarDay[]) => void;
}

function DoneNote({ done: { message, before }, isBusy, onUndo }: DoneNoteProps) {
  const { t } = useTranslation();
  const undo = before && (
    <Button
      size="small"
      loading={isBusy}
      onClick={() => {
        onUndo(before);
      }}
    >
      {t('calendar.undo')}
    </Button>
  );
  return <Alert className="calendar-done" type="success" showIcon role="status" title={message} action={undo} />;
}
