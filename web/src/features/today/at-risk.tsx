import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Language } from '../../../../src/domain/domain-error.js';
import { sheetScoreOptions } from '../../api/queries.js';
import type { IndicatorMonths } from '../../api/types.js';
import { LightSign } from '../../components/light-sign.js';
import { Loading } from '../../components/loading.js';

interface AtRiskProps {
  readonly indicators: readonly IndicatorMonths[];
  readonly month: string;
}

const [SHEETS, SHOWN] = [12, 10];

/** Indicators whose points are in danger, and what can still become of them. */
export function AtRisk({ indicators, month }: AtRiskProps) {
  const { t, i18n } = useTranslation();
  const names = new Map(indicators.map(({ id, name }) => [id, name]));
  const sheets = [...new Set(indicators.map(({ sheet }) => sheet.id))].slice(0, SHEETS);
  const scores = useQueries({ queries: sheets.map((id) => sheetScoreOptions(id, month)) });
  if (scores.some(({ isPending }) => isPending)) return <Loading />;
  const risky = scores
    .flatMap(({ data }) => data?.indicators ?? [])
    .filter(({ indicatorId, pace, outlook }) => names.has(indicatorId) && (outlook.atRisk || pace.light === 'red'))
    .slice(0, SHOWN);
  if (risky.length === 0) return <p className="done">{t('today.nothingAtRisk')}</p>;
  return (
    <ul className="inbox">
      {risky.map(({ indicatorId, pace, outlook }) => (
        <li key={indicatorId}>
          <div className="inbox-line">
            <Link to={`/indicators/${indicatorId}?month=${month}`}>{names.get(indicatorId)}</Link>
            <LightSign light={pace.light} />
          </div>
          <div className="muted small">{outlook[i18n.language as Language]}</div>
        </li>
      ))}
    </ul>
  );
}
