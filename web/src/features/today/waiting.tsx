import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WorkList } from '../../api/types.js';
import { listed } from '../../components/listed.js';
import { Panel } from '../../components/panel.js';
import { monthName } from '../../period/month-name.js';

/** What waits for my approval, by month. */
export function Waiting({ months }: { readonly months: WorkList['waiting'] }) {
  const { t } = useTranslation();
  const count = months.reduce((sum, { entries }) => sum + entries, 0);
  return (
    <Panel title={t('today.waiting')} className="waiting">
      {count === 0 ? (
        <p className="done">{t('today.nothingToReview')}</p>
      ) : (
        <Link to="/review" className="inbox-line">
          <span className="inbox-count">{count}</span>
          <span>{t('today.toReview', { months: listed(months.map(({ month }) => monthName(month))) })}</span>
        </Link>
      )}
    </Panel>
  );
}
