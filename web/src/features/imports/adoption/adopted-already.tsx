import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { localTime } from '../../../period/local-time.js';
import { useDraft } from '../draft/use-draft.js';
import { OwnersMissing } from './owners-missing.js';
import { UndoAdoption } from './undo-adoption.js';

const MOST_LINKS = 12;

/** That the draft, or a part of it, has become targets: which, by whom, and the way back. */
export function AdoptedAlready() {
  const { t } = useTranslation();
  const { draft } = useDraft();
  const [isUndoing, setUndoing] = useState(false);
  const { adoption, adoptedAt } = draft;
  if (adoption === null) return null;
  const { targetSheetIds, by } = adoption;
  return (
    <>
      <Alert
        type={adoptedAt === null ? 'info' : 'success'}
        showIcon
        className="imports-note"
        title={
          adoptedAt === null
            ? t('imports.adoptedPartly', { count: targetSheetIds.length, by })
            : t('imports.adoptedWholly', { count: targetSheetIds.length, by, at: localTime(adoptedAt) })
        }
        description={
          <div className="adopted-links">
            {targetSheetIds.slice(0, MOST_LINKS).map((id, place) => (
              <Link key={id} to={`/sheets/${id}`}>
                {t('imports.adoptedSheet', { number: place + 1 })}
              </Link>
            ))}
            {targetSheetIds.length > MOST_LINKS && <Link to="/sheets">{t('imports.allSheets')}</Link>}
          </div>
        }
        action={
          <>
            <Button
              size="small"
              onClick={() => {
                setUndoing(true);
              }}
            >
              {t('imports.undoAdoption')}
            </Button>
            {isUndoing && (
              <UndoAdoption
                onClose={() => {
                  setUndoing(false);
                }}
              />
            )}
          </>
        }
      />
      <OwnersMissing />
    </>
  );
}
