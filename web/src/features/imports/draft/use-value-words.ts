import { AGGREGATIONS, traitsOf } from '@domain/aggregation.js';
import type { Language } from '@domain/domain-error.js';
import { RULES, SHEET_KINDS } from '@domain/indicator.js';
import { useTranslation } from 'react-i18next';

/** A value of a field as people say it; `proportional` is a code. */
export function useValueWords() {
  const { t, i18n } = useTranslation();
  return (field: string, value: string | number | boolean | null): string => {
    if (value === null || value === '') return '—';
    if (typeof value === 'boolean') return t(value ? 'draft.answer.yes' : 'draft.answer.no');
    const rule = RULES.find((one) => field === 'rule' && one === value);
    if (rule) return t(`rule.${rule}`);
    const aggregation = AGGREGATIONS.find((one) => field === 'aggregation' && one === value);
    if (aggregation) return traitsOf(aggregation).words[i18n.language as Language];
    const kind = SHEET_KINDS.find((one) => field === 'kind' && one === value);
    return kind ? t(`filter.kinds.${kind}`) : String(value);
  };
}
