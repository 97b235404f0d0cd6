import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type ScoresQuery, useScoreSummary } from '../../api/scores.js';
import { decimal } from '../../components/decimal.js';
import { Loaded } from '../../components/loaded.js';

const SHOWN = 8;

/** Where most points are lost, and who answers for it. */
export function BiggestLosses({ sheets }: { readonly sheets: ScoresQuery }) {
  const { t } = useTranslation();
  const summary = useScoreSummary(sheets);
  return (
    <Loaded queries={{ summary }}>
      {({ summary: { losses } }) =>
        losses.length === 0 ? (
          <p className="muted">{t('dashboard.noLosses')}</p>
        ) : (
          <ol className="losses">
            {losses.slice(0, SHOWN).map(({ indicatorId, name, department, section, lost }) => (
              <li key={indicatorId}>
                <span>
                  <Link to={`/indicators/${indicatorId}?month=${sheets.asOf}`}>{name}</Link>
                  <div className="muted small">{section ?? department.name}</div>
                </span>
                <span className="number">−{decimal(lost, 2)}</span>
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}
