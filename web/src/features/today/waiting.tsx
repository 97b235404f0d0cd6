import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIndicatorMonths } from '../../api/progress.js';
import { Loaded } from '../../components/loaded.js';
import { Panel } from '../../components/panel.js';

/** What waits for my approval, by month. */
export function Waiting({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const months = useIndicatorMonths(year, 'all');
  return (
    <Panel title={t('today.waiting')} className="waiting">
      <Loaded queries={{ months }}>
        {({ months: { items } }) => {
          const waiting = items.flatMap(({ entries }) => entries.filter(({ status }) => status === 'submitted'));
          if (waiting.length === 0) return <p className="done">{t('review.none')}</p>;
          return (
            <Link to="/review" className="inbox-line">
              <span className="inbox-count">{waiting.length}</span>
              <span>
                {t('today.toReview', { months: [...new Set(waiting.map(({ month }) => month))].sort().join(' ') })}
              </span>
            </Link>
          );
        }}
      </Loaded>
    </Panel>
  );
}
