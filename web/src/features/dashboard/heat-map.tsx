import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { monthNumber } from '../../../../src/domain/month.js';
import type { Standing } from './standings.js';

interface HeatMapProps {
  readonly standings: readonly Standing[];
  readonly months: readonly string[];
}

/** Sheets down, months across, the score in the cell: colour helps to find, the number says it. */
export function HeatMap({ standings, months }: HeatMapProps) {
  const { t } = useTranslation();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('dashboard.heat')}>
      <table className="heat">
        <thead>
          <tr>
            <th scope="col">{t('sheet.name')}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {t('chart.month', { month: monthNumber(month) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {standings.map(({ sheet, months: scores }) => (
            <tr key={sheet.id}>
              <th scope="row">
                {sheet.project ?? t('sheet.department')}
                <div className="muted small">{sheet.department.name}</div>
              </th>
              {scores.map((score, place) => (
                <td key={months[place]} className={`heat-${score?.rating ?? 'none'}`}>
                  {score?.normalised == null ? (
                    '—'
                  ) : (
                    <Link to={`/sheets/${sheet.id}?month=${score.asOf}`}>{score.normalised}</Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="heat-legend small">
        {(['excellent', 'good', 'fair', 'poor'] as const).map((rating) => (
          <span key={rating}>
            <span className={`heat-sample heat-${rating}`} aria-hidden /> {t(`rating.${rating}`)}
          </span>
        ))}
      </p>
    </div>
  );
}
