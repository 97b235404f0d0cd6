import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { entryQuestions } from '@domain/entries/questions.js';
import type { IndicatorMonths, ProgressEntry } from '../../api/types.js';
import { asOfMonth } from './as-of-month.js';

interface AnsweredProps {
  readonly indicator: IndicatorMonths;
  readonly entry: ProgressEntry;
}

/** What looked like a slip, in the words in which whoever entered it was asked, and that they said it is right. */
export function AnsweredQuestions({ indicator, entry }: AnsweredProps) {
  const { t, i18n } = useTranslation();
  if (entry.confirmed.length === 0) return null;
  const others = indicator.entries.filter(({ status }) => status === 'submitted' || status === 'approved');
  const asked = entryQuestions(asOfMonth(indicator, entry.month), entry, others);
  const questions = entry.confirmed.map(
    (code) => asked.find((one) => one.code === code)?.message[i18n.language as Language] ?? t(`confirmed.${code}`),
  );
  return (
    <div className="answered-questions" role="note">
      {questions.map((text) => (
        <div key={text}>
          <span className="light-amber" aria-hidden>
            ?
          </span>{' '}
          {text}
        </div>
      ))}
      <div className="muted small">{t('confirmed.answered')}</div>
    </div>
  );
}
