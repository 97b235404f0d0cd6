import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { exact } from '../../../../src/domain/exact.js';
import { yearOf } from '../../../../src/domain/month.js';
import { useIndicatorMonths } from '../../api/progress.js';
import { sheetScoreOptions } from '../../api/queries.js';
import { decimal } from '../../components/decimal.js';
import { Loading } from '../../components/loading.js';
import type { Standing } from './standings.js';

/** The sheets that are asked for their losses: those with the lowest scores. */
const [ASKED, SHOWN] = [10, 8];

/** Where most points are lost, and why. */
export function BiggestLosses({
  standings,
  month,
}: {
  readonly standings: readonly Standing[];
  readonly month: string;
}) {
  const { t } = useTranslation();
  const lowest = standings.slice(-ASKED);
  const scores = useQueries({ queries: lowest.map(({ sheet }) => sheetScoreOptions(sheet.id, month)) });
  const months = useIndicatorMonths(yearOf(month), 'all');
  const names = new Map(months.data?.items.map(({ id, name }) => [id, name]));
  if (months.isPending || scores.some(({ isPending }) => isPending)) return <Loading rows={4} />;
  const losses = scores
    .flatMap(({ data }) => data?.indicators ?? [])
    .flatMap(({ indicatorId, explanation: { lost } }) =>
      lost === null || lost === '0' ? [] : [{ indicatorId, name: names.get(indicatorId) ?? '—', lost }],
    )
    .sort((a, b) => (exact(a.lost).gt(exact(b.lost)) ? -1 : 1))
    .slice(0, SHOWN);
  if (losses.length === 0) return <p className="muted">{t('dashboard.noLosses')}</p>;
  return (
    <ol className="losses">
      {losses.map(({ indicatorId, name, lost }) => (
        <li key={indicatorId}>
          <Link to={`/indicators/${indicatorId}?month=${month}`}>{name}</Link>
          <span className="number">−{decimal(lost, 2)}</span>
        </li>
      ))}
    </ol>
  );
}
