import { useTranslation } from 'react-i18next';
import { GRADES } from '../../../../src/domain/indicator.js';
import { type Field, plainNumber } from './entry-content.js';

interface EntryCellProps {
  readonly field: Field;
  readonly label: string;
  readonly value: string | null;
  readonly disabled: boolean;
  readonly invalid: boolean;
  /** Place in the grid, for the arrow keys and for pasting. */
  readonly row: number;
  readonly column: number;
  readonly onChange: (value: string | null) => void;
}

/** One cell: plain inputs, because a screen has a hundred of them and the keyboard must answer at once. */
export function EntryCell({ field, label, value, disabled, invalid, row, column, onChange }: EntryCellProps) {
  const { t } = useTranslation();
  const common = {
    className: 'entry-cell',
    'aria-label': `${label} ${t(`entry.field.${field}`)}`,
    'aria-invalid': invalid,
    'data-row': row,
    'data-column': column,
    disabled,
  };
  if (field === 'grade')
    return (
      <select
        {...common}
        value={value ?? ''}
        onChange={({ target }) => {
          onChange(target.value || null);
        }}
      >
        <option value="" />
        {GRADES.map((grade) => (
          <option key={grade} value={grade}>
            {t(`grade.${grade}`)}
          </option>
        ))}
      </select>
    );
  if (field === 'completedOn')
    return (
      <input
        {...common}
        type="date"
        value={value ?? ''}
        onChange={({ target }) => {
          onChange(target.value || null);
        }}
      />
    );
  return (
    <input
      {...common}
      inputMode="decimal"
      autoComplete="off"
      placeholder={column > 0 || field === 'numerator' ? t(`entry.field.${field}`) : undefined}
      value={value ?? ''}
      onChange={({ target }) => {
        onChange(target.value === '' ? null : target.value);
      }}
      onBlur={({ target }) => {
        const plain = plainNumber(target.value);
        if (plain !== value) onChange(plain);
      }}
    />
  );
}
