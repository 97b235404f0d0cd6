import { useTranslation } from 'react-i18next';
import { RATINGS } from '@domain/policy.js';
import { type ScoresQuery, useScoreSummary } from '../../api/scores.js';
import { Loaded } from '../../components/loaded.js';

/** How many sheets stand at which rating by their pace. */
export function RatingBars({ sheets }: { readonly sheets: ScoresQuery }) {
  const { t } = useTranslation();
  const summary = useScoreSummary(sheets);
  return (
    <Loaded queries={{ summary }}>
      {({ summary: { ratings, unfinished } }) => {
        const top = Math.max(...RATINGS.map((rating) => ratings[rating]), 1);
        return (
          <>
            <ul className="bare-list rating-bars">
              {RATINGS.map((rating) => (
                <li key={rating}>
                  <span className={`rating rating-${rating}`}>{t(`rating.${rating}`)}</span>
                  <span className="rating-track">
                    <span
                      className={`rating-bar bar-${rating}`}
                      style={{ width: `${(ratings[rating] / top) * 100}%` }}
                    />
                  </span>
                  <span className="number">{ratings[rating]}</span>
                </li>
              ))}
            </ul>
            {unfinished > 0 && <p className="muted small">{t('dashboard.unfinishedAmong', { count: unfinished })}</p>}
          </>
        );
      }}
    </Loaded>
  );
}
