import { useTranslation } from 'react-i18next';
import { RATINGS } from '../../../../src/domain/policy.js';
import type { Standing } from './standings.js';

/** How many sheets stand at which rating. */
export function RatingBars({ standings }: { readonly standings: readonly Standing[] }) {
  const { t } = useTranslation();
  const counts = RATINGS.map((rating) => ({
    rating,
    count: standings.filter(({ now }) => now?.rating === rating).length,
  }));
  const top = Math.max(...counts.map(({ count }) => count), 1);
  return (
    <ul className="rating-bars">
      {counts.map(({ rating, count }) => (
        <li key={rating}>
          <span className={`rating rating-${rating}`}>{t(`rating.${rating}`)}</span>
          <span className="rating-track">
            <span className={`rating-bar bar-${rating}`} style={{ width: `${(count / top) * 100}%` }} />
          </span>
          <span className="number">{count}</span>
        </li>
      ))}
    </ul>
  );
}
