import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgressEntry, ScoredIndicator } from '../../../api/types.js';
import { Chart } from '../../../components/charts/chart.js';
import { usePalette } from '../../../components/charts/palette.js';
import { decimal } from '../../../components/decimal.js';
import { monthName } from '../../../period/month-name.js';
import { totalSince } from '../total-since.js';
import { type ChartedIndicator, indicatorYear } from './indicator-year.js';
import { monthsOption } from './months-option.js';

interface MonthsChartProps {
  readonly indicator: ChartedIndicator;
  /** Where it leads; null: that is not shown. */
  readonly outlook: ScoredIndicator['outlook'] | null;
  readonly entries: readonly ProgressEntry[];
  readonly asOf: string;
}

/**
 * The months as bars, what they add up to as a line, and where that leads: the forecast in a cone between the weakest and
 * the best month. Under a ceiling the line is what is left of it.
 */
export function MonthsChart({ indicator, outlook, entries, asOf }: MonthsChartProps) {
  const { t } = useTranslation();
  const palette = usePalette();
  const isCeiling = indicator.aggregation === 'sum' && (indicator.comparator === '<=' || indicator.comparator === '<');
  const year = useMemo(
    () => indicatorYear(indicator, outlook, entries, { asOf, burnsDown: isCeiling }),
    [indicator, outlook, entries, asOf, isCeiling],
  );
  const lineName = t(isCeiling ? 'entryYear.left' : 'entryYear.reached');
  const option = useMemo(() => {
    const target = decimal(indicator.target ?? '0');
    const targetName = t(isCeiling ? 'entryYear.ceiling' : 'entryYear.target', { target });
    const months = year.map(({ month }) => totalSince(indicator, month, t) ?? monthName(month, 'short'));
    return monthsOption({ year, months, lineName, target: isCeiling ? '0' : indicator.target, targetName }, palette, t);
  }, [indicator, isCeiling, lineName, palette, t, year]);
  const isPlanned = year.some(({ planned }) => planned !== null);
  const shown = (text: string | null): string => (text === null ? '—' : decimal(text, 2));
  return (
    <Chart
      height={300}
      label={t('shown.monthlyEntries', { name: indicator.name })}
      option={option}
      table={[
        [
          t('table.month'),
          t('entryYear.monthly'),
          lineName,
          ...(isPlanned ? [t('entryYear.plan')] : []),
          t('entryYear.forecast'),
        ],
        ...year.map(({ month, value, total, planned, forecast }) => [
          totalSince(indicator, month, t) ?? monthName(month),
          shown(value),
          shown(total),
          ...(isPlanned ? [shown(planned)] : []),
          shown(forecast),
        ]),
      ]}
    />
  );
}
