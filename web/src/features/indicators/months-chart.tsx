import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { monthNumber } from '@domain/month.js';
import type { ProgressEntry, ScoredIndicator, SheetIndicator } from '../../api/types.js';
import { categories, plain, toPlot, values } from '../../components/charts/axes.js';
import { Chart } from '../../components/charts/chart.js';
import { usePalette } from '../../components/charts/palette.js';
import { decimal } from '../../components/decimal.js';
import { indicatorYear, type YearPoint } from './indicator-year.js';

interface MonthsChartProps {
  readonly indicator: SheetIndicator;
  readonly scored: ScoredIndicator;
  readonly entries: readonly ProgressEntry[];
  readonly asOf: string;
}

/**
 * The months as bars, what they add up to as a line, and where that leads: the forecast in a cone between the weakest and
 * the best month. Under a ceiling the line is what is left of it.
 */
export function MonthsChart({ indicator, scored, entries, asOf }: MonthsChartProps) {
  const { t } = useTranslation();
  const palette = usePalette();
  const isCeiling = indicator.aggregation === 'sum' && (indicator.comparator === '<=' || indicator.comparator === '<');
  const year = useMemo(
    () => indicatorYear(indicator, scored, entries, { asOf, burnsDown: isCeiling }),
    [indicator, scored, entries, asOf, isCeiling],
  );
  const lineName = t(isCeiling ? 'indicator.left' : 'indicator.reached');
  const option = useMemo(() => {
    const line = { type: 'line' as const, symbolSize: 6, connectNulls: true };
    const cone = {
      ...line,
      stack: 'cone',
      stackStrategy: 'all' as const,
      symbol: 'none',
      lineStyle: { opacity: 0 },
      tooltip: { show: false },
    };
    const plot = (of: (point: YearPoint) => string | null) => year.map((point) => toPlot(of(point)));
    const target = isCeiling ? '0' : indicator.target;
    const targetName = t(isCeiling ? 'indicator.ceiling' : 'indicator.target', {
      target: decimal(indicator.target ?? '0'),
    });
    return {
      ...plain(palette),
      legend: {
        ...plain(palette).legend,
        data: [
          t('indicator.monthly'),
          lineName,
          targetName,
          t('indicator.forecast'),
          { name: t('indicator.cone'), icon: 'rect' },
        ],
      },
      xAxis: categories(
        year.map(({ month }) => t('chart.month', { month: monthNumber(month) })),
        palette,
      ),
      yAxis: values(palette),
      series: [
        {
          type: 'bar',
          name: t('indicator.monthly'),
          color: palette.grey,
          barMaxWidth: 22,
          data: plot(({ value }) => value),
        },
        {
          ...line,
          name: lineName,
          color: palette.blue,
          symbol: 'circle',
          data: plot(({ total }) => total),
        },
        ...(target === null
          ? []
          : [
              {
                ...line,
                name: targetName,
                color: palette.red,
                symbol: 'none',
                lineStyle: { type: 'dashed' as const, width: 1 },
                data: year.map(() => Number(target)),
              },
            ]),
        {
          ...line,
          name: t('indicator.forecast'),
          color: palette.teal,
          symbol: 'emptyCircle',
          lineStyle: { type: 'dashed' },
          data: plot(({ forecast }) => forecast),
        },
        { ...cone, name: 'low', color: palette.teal, data: plot(({ low }) => low) },
        {
          ...cone,
          name: t('indicator.cone'),
          color: palette.teal,
          areaStyle: { opacity: 0.18, color: palette.teal },
          data: plot(({ spread }) => spread),
        },
      ],
    };
  }, [indicator.target, isCeiling, lineName, palette, t, year]);
  const shown = (text: string | null): string => (text === null ? '—' : decimal(text, 2));
  return (
    <Chart
      height={300}
      label={t('shown.monthlyEntries', { name: indicator.name })}
      option={option}
      table={[
        [t('table.month'), t('indicator.monthly'), lineName, t('indicator.forecast')],
        ...year.map(({ month, value, total, forecast }) => [month, shown(value), shown(total), shown(forecast)]),
      ]}
    />
  );
}
