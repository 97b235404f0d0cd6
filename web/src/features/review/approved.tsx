import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { useIndicatorMonths } from '../../api/progress.js';
import { Loaded } from '../../components/loaded.js';
import { localTime } from '../../period/local-time.js';
import { monthName } from '../../period/month-name.js';
import { describeEntry } from '../shown/describe-entry.js';
import { ReopenEntry } from '../shown/reopen-entry.js';
import { approvedIn } from './waiting-entry.js';
import './many.css';

/** Newest first, each with the way to open it again. */
export default function Approved({ month }: { readonly month: string | null }) {
  const { t } = useTranslation();
  const indicators = useIndicatorMonths({
    status: 'approved',
    ...(month !== null && { year: Number(month.slice(0, 4)) }),
  });
  return (
    <Loaded queries={{ indicators }}>
      {({ indicators: { items } }) => {
        const approved = approvedIn(items, month);
        if (approved.length === 0) return <Empty description={t('review.noneDecided')} />;
        return (
          <ul className="review-many">
            {approved.map(({ indicator, entry }) => (
              <li key={entry.id}>
                <span>
                  {indicator.name}
                  <div className="muted small">
                    {[monthName(entry.month), t('review.decidedAt', { at: localTime(entry.updatedAt) })].join(' · ')}
                  </div>
                </span>
                <span className="decided-value">
                  <strong className="number">{describeEntry(entry, t)}</strong>
                  <ReopenEntry key={entry.version} indicatorId={indicator.id} entry={entry} name={indicator.name} />
                </span>
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}
