import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { useDraft } from '../draft/use-draft.js';
import type { DoubtGroup } from './doubt-groups.js';
import { DoubtLine } from './doubt-line.js';

const FIRST = 10;

/** One answer for all of a kind, then each by itself. */
export function DoubtGroupList({ group: { code, doubts, common } }: { readonly group: DoubtGroup }) {
  const { t, i18n } = useTranslation();
  const { repair, isChanging, isAdopted } = useDraft();
  const [isWhole, setWhole] = useState(false);
  const open = doubts.filter(({ sheetId }) => !isAdopted(sheetId));
  const answerAll = (choice: string | null) => () => {
    repair([{ kind: 'answer-all', code, sheet: null, choice }]);
  };
  return (
    <>
      {open.length > 1 && (
        <Space wrap size={[6, 6]} className="doubt-all">
          <span className="muted small">{t('doubts.forAll')}</span>
          {common.map(({ answer: { choice, label }, count }) => (
            <Button key={choice} size="small" disabled={isChanging} onClick={answerAll(choice)}>
              {label[i18n.language as Language]} ({count})
            </Button>
          ))}
          <Button size="small" disabled={isChanging} onClick={answerAll(null)}>
            {t('doubts.asPrinted')} ({open.length})
          </Button>
        </Space>
      )}
      <ul className="doubt-lines">
        {doubts.slice(0, isWhole ? undefined : FIRST).map((doubt) => (
          <DoubtLine key={doubt.key} doubt={doubt} />
        ))}
      </ul>
      {!isWhole && doubts.length > FIRST && (
        <Button
          size="small"
          type="link"
          onClick={() => {
            setWhole(true);
          }}
        >
          {t('doubts.showAll', { count: doubts.length })}
        </Button>
      )}
    </>
  );
}
