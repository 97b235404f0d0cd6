import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import type { Doubt, DraftSheet } from '../../../api/imports.js';
import { headOf, useDraft } from '../draft/use-draft.js';
import { usePlaceWords } from '../draft/use-place-words.js';
import { PagePicture } from './page-picture.js';

/** A doubt about more than one row leads to the row where it stands, or to the head of its sheet. */
function rowAt(sheets: readonly DraftSheet[], { sheetId, source }: Doubt): string | null {
  const sheet = sheets.find(({ id }) => id === sheetId);
  if (!sheet) return null;
  return sheet.indicators.find((row) => source !== null && row.source === source)?.id ?? headOf(sheet.id);
}

/** One doubt: what is asked, where it stands, and what can be answered. */
export function DoubtLine({ doubt }: { readonly doubt: Doubt }) {
  const { t, i18n } = useTranslation();
  const { draft, repair, isChanging, isAdopted, show, rowId } = useDraft();
  const [isPictured, setPictured] = useState(false);
  const { key, message, source, sheetId, answers, page } = doubt;
  const placeWords = usePlaceWords();
  const language = i18n.language as Language;
  const answer = (choice: string | null) => () => {
    repair([{ kind: 'answer', doubts: [key], choice }]);
  };
  const marked = doubt.rowId ?? rowAt(draft.draft.sheets, doubt);
  const isShown = marked === rowId;
  return (
    <li className={isShown ? 'doubt-line shown' : 'doubt-line'}>
      <div>{placeWords(message[language])}</div>
      <Space wrap size={[6, 6]}>
        {sheetId !== null && (
          <Button
            size="small"
            type="link"
            onClick={() => {
              show(sheetId, marked);
            }}
          >
            {source === null ? t('doubts.showRow') : placeWords(source)}
          </Button>
        )}
        {page !== undefined && (
          <Button
            size="small"
            type="link"
            onClick={() => {
              setPictured(true);
            }}
          >
            {t('doubts.showPage', { page })}
          </Button>
        )}
      </Space>
      {!isAdopted(sheetId) && (
        <Space wrap size={[6, 6]} className="doubt-answers">
          {answers.map(({ choice, label }) => (
            <Button key={choice} size="small" disabled={isChanging} onClick={answer(choice)}>
              {label[language]}
            </Button>
          ))}
          <Button size="small" disabled={isChanging} onClick={answer(null)}>
            {t('doubts.asPrinted')}
          </Button>
        </Space>
      )}
      {isPictured && page !== undefined && (
        <PagePicture
          importId={draft.id}
          page={page}
          box={doubt.box}
          onClose={() => {
            setPictured(false);
          }}
        />
      )}
    </li>
  );
}
