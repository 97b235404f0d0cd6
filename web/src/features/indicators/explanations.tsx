import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import type { ScoredIndicator } from '../../api/types.js';

/** The three views in words: what it earns, how it runs, what can still become of it. */
export function Explanations({ scored }: { readonly scored: ScoredIndicator }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  const { explanation, pace, outlook } = scored;
  return (
    <dl className="bare-list explanations">
      <dt>{t('indicator.earned')}</dt>
      <dd>{explanation[language]}</dd>
      <dt>{t('table.light')}</dt>
      <dd>{pace[language]}</dd>
      <dt>{t('indicator.outlook')}</dt>
      <dd>{outlook[language]}</dd>
    </dl>
  );
}
