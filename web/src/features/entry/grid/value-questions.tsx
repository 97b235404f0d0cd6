import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { answerQuestions } from '../open-questions.js';
import { useSaving } from '../saving/use-saving.js';
import type { Standing } from '../use-standing.js';
import type { GridEntry } from './grid-entry.js';

interface ValueQuestionsProps extends Pick<Standing, 'questions'> {
  readonly entry: GridEntry;
}

/** "Is this right?" at the cell, and the answer: one click, or Ctrl+Enter in the cell. */
export function ValueQuestions({ entry, questions }: ValueQuestionsProps) {
  const { t, i18n } = useTranslation();
  const saving = useSaving();
  if (questions.length === 0) return null;
  return (
    <div role="status" className="value-questions">
      {questions.map(({ code, message }) => (
        <div key={code}>{message[i18n.language as Language]}</div>
      ))}
      <Button
        size="small"
        title="Ctrl+Enter"
        aria-label={t('entry.isRightOf', { name: entry.subject.name })}
        onClick={() => {
          answerQuestions(saving, entry);
        }}
      >
        {t('entry.isRight')}
      </Button>
    </div>
  );
}
