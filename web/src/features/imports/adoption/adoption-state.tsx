import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DraftSheet } from '../../../api/imports.js';
import { listed } from '../../../components/listed.js';
import { useDraft } from '../draft/use-draft.js';

interface AdoptionStateProps {
  readonly ready: readonly DraftSheet[];
  readonly wrong: readonly DraftSheet[];
}

/** What stands in the way, and what is taken as it is though it is in doubt. */
export function AdoptionState({ ready, wrong }: AdoptionStateProps) {
  const { t } = useTranslation();
  const { draft } = useDraft();
  const { doubts } = draft.draft;
  const open = doubts.filter(({ answered, severity }) => answered === null && severity !== 'error').length;
  const ofDocument = doubts.some(
    ({ answered, severity, sheetId }) => answered === null && severity === 'error' && sheetId === null,
  );
  const name = ({ department, project }: DraftSheet): string =>
    [department, project ?? t('shown.wholeDepartment')].filter(Boolean).join(' · ');
  return (
    <>
      {wrong.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="imports-note"
          title={t('imports.withErrors', { count: wrong.length })}
          description={wrong.map((sheet) => (
            <div key={sheet.id}>{name(sheet)}</div>
          ))}
        />
      )}
      {ofDocument && <Alert type="warning" showIcon className="imports-note" title={t('imports.documentError')} />}
      {open > 0 && (
        <Alert type="info" showIcon className="imports-note" title={t('imports.withDoubts', { count: open })} />
      )}
      {ready.length > 0 && <p>{t('imports.willBeAdopted', { names: listed(ready.map(name)) })}</p>}
    </>
  );
}
