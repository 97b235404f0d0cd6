import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WorkList } from '../../api/types.js';
import { Panel } from '../../components/panel.js';
import { monthName } from '../../period/month-name.js';

interface ReturnedEntriesProps {
  readonly entries: WorkList['returned'];
  readonly total: number;
}

/** What came back, and why. */
export function ReturnedEntries({ entries, total }: ReturnedEntriesProps) {
  const { t } = useTranslation();
  if (total === 0) return null;
  return (
    <Panel title={t('today.returned')}>
      <ul className="inbox">
        {entries.map(({ indicatorId, name, month, action, actor, reason }) => (
          <li key={`${indicatorId} ${month}`}>
            <Link to={`/entry?month=${month}`}>
              {name} <span className="muted">{monthName(month)}</span>
            </Link>
            {actor && <p className="entry-wrong">{t(`shown.sentBack.${action}`, { actor, reason: reason ?? '' })}</p>}
          </li>
        ))}
      </ul>
      {total > entries.length && <p className="muted small">{t('shown.more', { count: total - entries.length })}</p>}
    </Panel>
  );
}
