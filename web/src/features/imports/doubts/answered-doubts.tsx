import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { grouped } from '../../../components/grouped.js';
import type { DocumentImport } from '../../../api/imports.js';
import { useDraft } from '../draft/use-draft.js';
import { usePlaceWords } from '../draft/use-place-words.js';

type Answered = DocumentImport['draft']['answered'][string];

/** What was answered, newest first; answers that were given together are taken back together. */
export function AnsweredDoubts() {
  const { t, i18n } = useTranslation();
  const { draft, repair, isChanging } = useDraft();
  const placeWords = usePlaceWords();
  const wordsOf = (answer?: Answered): string =>
    answer?.label?.[i18n.language as Language] ?? answer?.choice ?? t('doubts.asPrinted');
  const answered = grouped(Object.entries(draft.draft.answered), ([, { by }]) => by).sort(([a], [b]) => b - a);
  return (
    <ul className="doubt-lines">
      {answered.map(([by, answers]) => (
        <li key={by} className="doubt-line">
          {answers.map(([key, { question }]) => (
            <div key={key}>{placeWords(question[i18n.language as Language])}</div>
          ))}
          <Space wrap size={[6, 6]} className="doubt-answers">
            <span className="light-green">✓ {wordsOf(answers[0]?.[1])}</span>
            {draft.adoptedAt === null && (
              <Button
                size="small"
                disabled={isChanging}
                onClick={() => {
                  repair([{ kind: 'undo', number: by }]);
                }}
              >
                {t('draft.undo')}
              </Button>
            )}
          </Space>
        </li>
      ))}
    </ul>
  );
}
