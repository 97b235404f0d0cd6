import { Alert } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type DocumentImport, useRepair } from '../../../api/imports.js';
import { Page } from '../../../components/page.js';
import { useAddress } from '../../../period/use-address.js';
import { localTime } from '../../../period/local-time.js';
import { AdoptedAlready } from '../adoption/adopted-already.js';
import { Doubts } from '../doubts/doubts.js';
import { DraftSheets } from '../rows/draft-sheets.js';
import { DraftTools } from './draft-tools.js';
import { DraftContext } from './use-draft.js';
import '../imports.css';

/** What was found in one document: its doubts as a list of work, its sheets beside them, and the way on. */
export function Draft({ draft }: { readonly draft: DocumentImport }) {
  const { t } = useTranslation();
  const { address, choose } = useAddress();
  const { mutate, isPending, error } = useRepair(draft);
  const { sheets } = draft.draft;
  const sheet = sheets.find(({ id }) => id === address.get('sheet')) ?? sheets[0];
  const rowId = address.get('row');
  const open = useMemo(() => {
    const adopted = draft.adoption === null ? [] : (draft.adoption.sheets ?? sheets.map(({ id }) => id));
    return {
      draft,
      isAdopted: (id: string | null) => draft.adoptedAt !== null || (id !== null && adopted.includes(id)),
      isChanging: isPending,
      repair: (repairs: Parameters<typeof mutate>[0], onDone?: () => void) => {
        mutate(repairs, { onSuccess: onDone });
      },
      sheet,
      rowId,
      show: (id: string | null, row: string | null = null) => {
        if (id !== null) choose({ sheet: id, row: row ?? undefined });
      },
    };
  }, [draft, sheets, sheet, rowId, isPending, mutate, choose]);
  const { summary, fileName, createdBy, createdAt } = draft;
  return (
    <DraftContext value={open}>
      <Page
        title={fileName}
        above={[{ to: '/imports', name: t('imports.title') }]}
        hint={[
          t('imports.broughtBy', { by: createdBy, at: localTime(createdAt) }),
          t('imports.found', { sheets: summary.sheets, indicators: summary.indicators }),
        ].join(' · ')}
        tools={<DraftTools />}
      >
        <AdoptedAlready />
        {error && <Alert type="error" showIcon className="imports-note" title={error.message} />}
        <div className="draft">
          <Doubts />
          <DraftSheets />
        </div>
      </Page>
    </DraftContext>
  );
}
