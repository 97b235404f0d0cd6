import { useTranslation } from 'react-i18next';
import { ToRow } from '../../submit/to-row.js';
import type { GridEntry } from '../grid-entry.js';

interface NeedsReasonsProps {
  readonly entry: GridEntry;
  readonly onGo: () => void;
}

/** What a saved row lacks before it can be handed in, and the way there. */
export function NeedsReasons({ entry, onGo }: NeedsReasonsProps) {
  const { t } = useTranslation();
  return (
    <div className="entry-wrong small">
      {t('entry.needsReasons')} <ToRow entry={entry} onGo={onGo} />
    </div>
  );
}
