import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { emptyWorkbook, type ImportState } from '../../api/imports.js';
import { useDownload } from '../../components/download/use-download.js';
import { Page } from '../../components/page.js';
import { Panel } from '../../components/panel.js';
import { useAddress } from '../../period/use-address.js';
import { usePeriod } from '../../period/use-period.js';
import { ImportsTable } from './imports-table.js';
import { RecentBatches } from './upload/recent-batches.js';
import { BatchProgress } from './upload/batch-progress.js';
import { DocumentDrop } from './upload/document-drop.js';
import './imports.css';

const STATES: readonly ImportState[] = ['open', 'adopted'];

/** Published documents come in here, and wait as drafts until somebody adopts them. */
export function ImportsPage() {
  const { t } = useTranslation();
  const download = useDownload();
  const { address, choose } = useAddress();
  const { year } = usePeriod();
  const navigate = useNavigate();
  const state = address.get('state') === 'adopted' ? 'adopted' : 'open';
  const batch = address.get('batch');
  const show = (id: string | undefined): void => {
    choose({ batch: id });
  };
  return (
    <Page
      title={t('imports.title')}
      hint={t('imports.hint')}
      tools={<a {...download(emptyWorkbook(year))}>{t('imports.workbook', { year })}</a>}
    >
      <div className="stack">
        <Panel title={t('imports.bring')} tools={batch === null && <RecentBatches onShow={show} />}>
          <DocumentDrop
            onDraft={({ id }) => {
              void navigate(`/imports/${id}`);
            }}
            onBatch={({ id }) => {
              show(id);
            }}
          />
        </Panel>
        {batch !== null && (
          <BatchProgress
            id={batch}
            onClose={() => {
              show(undefined);
            }}
          />
        )}
        <Panel
          title={t('imports.drafts')}
          tools={
            <Segmented
              size="small"
              value={state}
              options={STATES.map((value) => ({ value, label: t(`imports.states.${value}`) }))}
              onChange={(chosen) => {
                choose({ state: chosen });
              }}
            />
          }
        >
          <ImportsTable state={state} />
        </Panel>
      </div>
    </Page>
  );
}
