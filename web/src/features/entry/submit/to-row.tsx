import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { GridEntry } from '../grid/grid-entry.js';

interface ToRowProps {
  readonly entry: GridEntry;
  readonly onGo: (entry: GridEntry) => void;
}

/** From what is said of a row to the row: what is missing there is entered there. */
export function ToRow({ entry, onGo }: ToRowProps) {
  const { t } = useTranslation();
  return (
    <Button
      size="small"
      type="link"
      aria-label={t('submit.toRowOf', { name: entry.subject.name })}
      onClick={() => {
        onGo(entry);
      }}
    >
      {t('submit.toRow')}
    </Button>
  );
}
