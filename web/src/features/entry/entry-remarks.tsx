import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EntryInHand } from './use-entry.js';

const TEXTS = ['deviationReason', 'correctiveMeasure', 'note'] as const;

/** Everything about a month that is not a number. */
export function EntryRemarks({ hand, disabled }: { readonly hand: EntryInHand; readonly disabled: boolean }) {
  const { t } = useTranslation();
  const { content } = hand;
  const text = (field: (typeof TEXTS)[number] | 'notApplicableReason') => (
    <label key={field} className="entry-remark">
      {t(`entry.field.${field}`)}
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2000}
        disabled={disabled}
        value={content[field] ?? ''}
        onChange={({ target }) => {
          hand.change({ [field]: target.value === '' ? null : target.value });
        }}
      />
    </label>
  );
  const numbers = { value: null, numerator: null, denominator: null, grade: null, coefficient: null };
  return (
    <div className="entry-remarks">
      <Checkbox
        checked={content.notApplicable}
        disabled={disabled}
        onChange={({ target }) => {
          hand.change({ notApplicable: target.checked, ...(target.checked && numbers) });
        }}
      >
        {t('table.notApplicable')}
      </Checkbox>
      {content.notApplicable && text('notApplicableReason')}
      {TEXTS.map(text)}
    </div>
  );
}
