import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { exact, fixed } from '@domain/exact.js';
import { type ScoresQuery, useScoreSummary } from '../../api/scores.js';
import { decimal, MINUS } from '../../components/decimal.js';
import { Loaded } from '../../components/loaded.js';

const SHOWN = 8;

/** Where most points lack against what is due, who answers for it, and what is earned of the year. */
export function BiggestLosses({ sheets }: { readonly sheets: ScoresQuery }) {
  const { t } = useTranslation();
  const summary = useScoreSummary(sheets);
  return (
    <Loaded queries={{ summary }}>
      {({ summary: { losses } }) =>
        losses.length === 0 ? (
          <p className="muted">{t('dashboard.noLosses')}</p>
        ) : (
          <ol className="bare-list losses">
            {losses.slice(0, SHOWN).map(({ indicatorId, name, department, section, lost, score, max }) => (
              <li key={indicatorId}>
                <span>
                  <Link to={`/indicators/${indicatorId}?month=${sheets.asOf}`}>{name}</Link>
                  <div className="muted small">{section ?? department.name}</div>
                </span>
                <span className="number">
                  {MINUS}
                  {fixed(exact(lost), 2)}
                  <div className="muted small">{t('dashboard.earnedPoints', { score, max: decimal(max) })}</div>
                </span>
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}
