import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useFieldName } from './use-field-name.js';
import { useValueWords } from './use-value-words.js';

const MOST_LINES = 8;

/** What a repair made different, one line each. */
export function ChangeLines({ changes }: { readonly changes: readonly components['schemas']['Change'][] }) {
  const { t, i18n } = useTranslation();
  const fieldName = useFieldName();
  const words = useValueWords();
  return (
    <ul className="draft-changes small">
      {changes.slice(0, MOST_LINES).map(({ sheet, row, name, field, from, to }) => (
        <li key={[sheet, row, field].join()}>
          {[name, fieldName(field)].filter(Boolean).join(' · ')}
          {isPlain(from) &&
            isPlain(to) &&
            `${i18n.language === 'zh' ? '：' : ': '}${words(field, from)} → ${words(field, to)}`}
        </li>
      ))}
      {changes.length > MOST_LINES && <li>{t('shown.more', { count: changes.length - MOST_LINES })}</li>}
    </ul>
  );
}

const isPlain = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
