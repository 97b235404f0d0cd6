import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentDownload } from '../../../api/imports.js';
import { useDownload } from '../../../components/download/use-download.js';
import { Adoption } from '../adoption/adoption.js';
import { Differences } from '../adoption/differences.js';
import { RepairHistory } from './repair-history.js';
import { useDraft } from './use-draft.js';

type Opened = 'adoption' | 'differences' | 'history' | null;

/** What can be done with the draft as a whole. */
export function DraftTools() {
  const { t } = useTranslation();
  const download = useDownload();
  const { draft } = useDraft();
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => {
    setOpened(null);
  };
  const opening = (what: Opened) => () => {
    setOpened(what);
  };
  return (
    <>
      {draft.fileSha256 !== null && <a {...download(documentDownload(draft.id))}>{t('imports.download')}</a>}
      <Button onClick={opening('history')}>{t('draft.history')}</Button>
      <Button onClick={opening('differences')}>{t('imports.differences')}</Button>
      {draft.adoptedAt === null && (
        <Button type="primary" onClick={opening('adoption')}>
          {t('imports.adopt')}
        </Button>
      )}
      {opened === 'adoption' && <Adoption onClose={close} />}
      {opened === 'differences' && <Differences onClose={close} />}
      {opened === 'history' && <RepairHistory onClose={close} />}
    </>
  );
}
