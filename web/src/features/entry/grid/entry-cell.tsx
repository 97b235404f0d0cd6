import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GRADES } from '@domain/indicator.js';
import type { CellField } from '../check-typed.js';
import { DayPicker } from './day-picker.js';
import type { Place } from './places.js';

interface EntryCellProps extends Place {
  readonly field: CellField;
  readonly month: string;
  readonly label: string;
  readonly value: string | null;
  /** What a text would be stored as; undefined: it would not be. */
  readonly means: (text: string) => string | null | undefined;
  readonly disabled: boolean;
  readonly invalid: boolean;
  /** Where its state stands in words. */
  readonly describedBy: string;
  readonly onChange: (value: string | null) => void;
}

/** One cell: plain inputs, because a screen has a hundred of them and the keyboard must answer at once. */
export function EntryCell(props: EntryCellProps) {
  const { field, month, label, value, row, column, invalid, describedBy, ...rest } = props;
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  // While somebody types it stands as it is typed, also when it is saved meanwhile: 1,234 may become 1,234,567.
  const isCurrent = text !== null && (value === text || value === rest.means(text));
  const common = {
    className: `entry-cell field-${field}`,
    'aria-label': `${label} ${t(`field.${field}`)}`,
    'aria-invalid': invalid,
    'aria-describedby': describedBy,
    'data-row': row,
    'data-column': column,
    disabled: rest.disabled,
    value: (isCurrent ? text : value) ?? '',
    onChange: ({ target }: { target: { value: string } }) => {
      setText(target.value);
      rest.onChange(target.value === '' ? null : target.value);
    },
    onBlur: () => {
      setText(null);
    },
  };
  if (field === 'completedOn') {
    return (
      <>
        <input {...common} autoComplete="off" placeholder={t('field.completedOn')} />
        <DayPicker label={label} value={value} month={month} disabled={rest.disabled} onPick={rest.onChange} />
      </>
    );
  }
  if (field !== 'grade') {
    const placeholder = field === 'value' ? undefined : t(`field.${field}`);
    return <input {...common} inputMode="decimal" autoComplete="off" placeholder={placeholder} />;
  }
  const isKnown = value === null || GRADES.some((grade) => grade === value);
  return (
    <select {...common}>
      <option value="" />
      {!isKnown && <option>{value}</option>}
      {GRADES.map((grade) => (
        <option key={grade} value={grade}>
          {t(`grade.${grade}`)}
        </option>
      ))}
    </select>
  );
}
