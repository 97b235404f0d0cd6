import { CalendarOutlined } from '@ant-design/icons';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { lastDayOf } from '@domain/calendar/local-date.js';
import { yearOf } from '@domain/calendar/month.js';
import { readDate } from '../reading/read-date.js';

interface DayPickerProps {
  readonly label: string;
  /** As it was typed. */
  readonly value: string | null;
  /** Of the entry: days after it are entered later. */
  readonly month: string;
  readonly disabled: boolean;
  readonly onPick: (day: string | null) => void;
}

/** The browser's own calendar beside a cell that takes typed and pasted days, too. */
export function DayPicker({ label, value, month, disabled, onPick }: DayPickerProps) {
  const { t } = useTranslation();
  const calendar = useRef<HTMLInputElement>(null);
  const year = yearOf(month);
  const reading = readDate(value ?? '', year);
  return (
    <span className="day-picker">
      <input
        ref={calendar}
        type="date"
        tabIndex={-1}
        aria-hidden
        min={`${year}-01-01`}
        max={lastDayOf(month)}
        disabled={disabled}
        value={'value' in reading ? (reading.value ?? '') : ''}
        onChange={({ target }) => {
          onPick(target.value === '' ? null : target.value);
        }}
      />
      <button
        type="button"
        aria-label={t('entry.pickDay', { name: label })}
        disabled={disabled}
        onClick={() => {
          calendar.current?.showPicker();
        }}
      >
        <CalendarOutlined aria-hidden />
      </button>
    </span>
  );
}
