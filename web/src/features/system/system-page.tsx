import { useTranslation } from 'react-i18next';
import { useTroubles } from '../../api/system.js';
import { Page } from '../../components/page.js';
import { Panel } from '../../components/panel.js';
import { JobsTable } from './jobs-table.js';
import { Machine } from './machine.js';
import { Mails } from './mails.js';

/** For whoever runs the machine: what runs by itself, how it stands, and what is wrong (above every page, as a banner). */
export function SystemPage() {
  const { t } = useTranslation();
  const troubles = useTroubles();
  return (
    <Page title={t('system.title')} hint={t('system.hint')}>
      <div className="stack">
        {troubles.data?.items.length === 0 && <p className="done">{t('system.allWell')}</p>}
        <Machine />
        <Panel title={t('jobs.panel')}>
          <JobsTable />
        </Panel>
        <Mails />
      </div>
    </Page>
  );
}
