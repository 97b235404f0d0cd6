import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { GridEntry } from './grid/grid-entry.js';
import { useHand, useSaving } from './saving/use-saving.js';
import { NOTHING, type Typed } from './typed.js';

const TEXTS = ['deviationReason', 'correctiveMeasure', 'note'] as const;
const { value, numerator, denominator, grade, coefficient, completedOn } = NOTHING;
const NO_FIGURES = { value, numerator, denominator, grade, coefficient, completedOn };

/** Everything about a month that is not a number. */
export function EntryRemarks({ entry }: { readonly entry: GridEntry }) {
  const { t } = useTranslation();
  const saving = useSaving();
  const typed = useHand(entry.subject.key)?.typed ?? entry.stored.content;
  const disabled = entry.lock !== null;
  const change = (changes: Partial<Typed>): void => {
    saving.type([{ ...entry, changes }]);
  };
  const text = (field: (typeof TEXTS)[number] | 'notApplicableReason') => (
    <label key={field} className="entry-remark">
      {t(`field.${field}`)}
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2000}
        disabled={disabled}
        value={typed[field] ?? ''}
        onChange={({ target }) => {
          change({ [field]: target.value === '' ? null : target.value });
        }}
      />
    </label>
  );
  return (
    <div className="entry-remarks">
      <Checkbox
        checked={typed.notApplicable}
        disabled={disabled}
        onChange={({ target }) => {
          change({ notApplicable: target.checked, ...(target.checked ? NO_FIGURES : { notApplicableReason: null }) });
        }}
      >
        {t('table.notApplicable')}
      </Checkbox>
      {typed.notApplicable && text('notApplicableReason')}
      {TEXTS.map(text)}
    </div>
  );
}
