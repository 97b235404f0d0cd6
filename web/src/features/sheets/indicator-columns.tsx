import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import type { IndicatorMonths, ScoredSheet } from '../../api/types.js';
import { decimal } from '../../components/decimal.js';
import { WIDE } from '../../components/use-is-wide.js';
import { printedTarget } from '../shown/indicator-row.js';
import { PaceCell } from '../shown/pace-cell.js';
import { ScoreCell } from '../shown/score-cell.js';
import { ActualCell } from './actual-cell.js';
import { IndicatorName } from './indicator-name.js';
import { MonthsSparkline } from './months-sparkline.js';
import { hasPublished, Published } from './published.js';
import type { TreeRow } from './tree-rows.js';

const NUMBER = { align: 'right', className: 'number' } as const;

/** The columns of a sheet: what was published, what was reached, and what it earns. */
export function useIndicatorColumns(score: ScoredSheet, months: readonly IndicatorMonths[]): TableColumnsType<TreeRow> {
  const { t, i18n } = useTranslation();
  const monthsOf = new Map(months.map((indicator) => [indicator.id, indicator]));
  const all: TableColumnsType<TreeRow> = [
    {
      title: t('table.indicator'),
      key: 'name',
      className: 'indicator-name',
      render: (_, { name, leaf }) => (leaf ? <IndicatorName row={leaf} asOf={score.asOf} /> : <strong>{name}</strong>),
    },
    {
      title: t('sheets.weight'),
      key: 'weight',
      ...NUMBER,
      responsive: WIDE,
      render: (_, { weight }) => decimal(weight),
    },
    {
      title: t('table.target'),
      key: 'target',
      ...NUMBER,
      responsive: WIDE,
      render: (_, { leaf }) => leaf && printedTarget(leaf.indicator, i18n.language as Language),
    },
    {
      title: t('sheets.actual'),
      key: 'actual',
      ...NUMBER,
      responsive: WIDE,
      render: (_, { leaf }) => leaf && <ActualCell row={leaf} asOf={score.asOf} />,
    },
    {
      title: t('sheets.months'),
      key: 'spark',
      responsive: WIDE,
      render: (_, { leaf }) =>
        leaf && <MonthsSparkline name={leaf.indicator.name} indicator={monthsOf.get(leaf.indicator.id)} />,
    },
    {
      title: t('table.light'),
      key: 'light',
      responsive: WIDE,
      render: (_, { leaf }) => leaf && <PaceCell scored={leaf.score} asOf={score.asOf} />,
    },
    {
      title: t('table.score'),
      key: 'score',
      ...NUMBER,
      render: (_, { leaf, score: points, max }) =>
        leaf ? <ScoreCell score={leaf.score} asOf={score.asOf} /> : `${points ?? '—'} / ${decimal(max)}`,
    },
    {
      title: t('sheets.published'),
      key: 'published',
      ...NUMBER,
      responsive: WIDE,
      render: (_, { leaf }) => leaf?.score.published && <Published {...leaf.score.published} />,
    },
  ];
  return hasPublished(score) ? all : all.filter(({ key }) => key !== 'published');
}
