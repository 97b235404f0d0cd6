import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel.js';
import type { ReportChoice } from '../use-report-choice.js';
import { BatchForm } from './batch-form.js';
import { BatchList } from './batch-list.js';

/** All reports of a kind at once: what is wanted, and how far what was asked for is. */
export function BatchPanel({ choice }: { readonly choice: ReportChoice }) {
  const { t } = useTranslation();
  return (
    <div className="stack reports-side">
      <Panel title={t('reports.batch.title')}>
        <BatchForm choice={choice} />
      </Panel>
      <Panel title={t('reports.batch.recent')}>
        <BatchList />
      </Panel>
    </div>
  );
}
