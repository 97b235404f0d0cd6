import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { exact, HUNDRED, fixed } from '@domain/exact.js';
import { monthOf, monthsBetween, yearOf } from '@domain/calendar/month.js';
import { isUnjudged } from '@domain/scoring/unjudged.js';
import { useSheetScores } from '../../api/queries.js';
import { categories, plain, toPlot, values } from '../../components/charts/axes.js';
import { Chart } from '../../components/charts/chart.js';
import { usePalette } from '../../components/charts/palette.js';
import { LoadError } from '../../components/load-error.js';
import { Loading } from '../../components/loading.js';
import { monthName } from '../../period/month-name.js';

/** 双监控: targets against their pace and money against its budget, month by month on one scale. */
export function PaceChart({ sheetId, asOf }: { readonly sheetId: string; readonly asOf: string }) {
  const { t } = useTranslation();
  const palette = usePalette();
  const year = useMemo(() => monthsBetween(monthOf(yearOf(asOf), 1), monthOf(yearOf(asOf), 12)), [asOf]);
  const { scores, error, retry } = useSheetScores(
    sheetId,
    year.filter((month) => month <= asOf),
  );
  const option = useMemo(() => {
    const line = { type: 'line' as const, symbolSize: 6, lineStyle: { width: 2 } };
    return {
      ...plain(palette),
      xAxis: categories(
        year.map((month) => monthName(month, 'short')),
        palette,
      ),
      yAxis: { ...values(palette, '{value}%'), max: 100 },
      series: [
        {
          ...line,
          name: t('sheets.paceLine'),
          color: palette.blue,
          symbol: 'circle',
          data: scores.map((score) => toPlot(isUnjudged(score) ? null : score.pace.normalised)),
        },
        {
          ...line,
          name: t('sheets.earnedLine'),
          color: palette.teal,
          symbol: 'rect',
          data: scores.map((score) => toPlot(isUnjudged(score) ? null : score.normalised)),
        },
        {
          ...line,
          name: t('sheets.executionLine'),
          color: palette.amber,
          symbol: 'triangle',
          symbolSize: 8,
          data: scores.map(({ execution }) => toPlot(percent(execution.rate))),
        },
        {
          ...line,
          name: t('sheets.timeLine'),
          color: palette.grey,
          symbol: 'none',
          lineStyle: { width: 1, type: 'dashed' },
          data: year.map((_, place) => Number((((place + 1) / 12) * 100).toFixed(1))),
        },
      ],
    };
  }, [palette, scores, t, year]);
  if (error) return <LoadError error={error} onRetry={retry} />;
  if (scores.length === 0) return <Loading />;
  return (
    <Chart
      height={250}
      label={t('sheets.paceLabel')}
      option={option}
      table={[
        [t('table.month'), t('sheets.paceLine'), t('sheets.earnedLine'), t('sheets.executionLine')],
        ...scores.map((score) => [
          score.asOf,
          isUnjudged(score) ? '—' : (score.pace.normalised ?? '—'),
          isUnjudged(score) ? '—' : (score.normalised ?? '—'),
          percent(score.execution.rate) ?? '—',
        ]),
      ]}
    />
  );
}

const percent = (rate: string | null): string | null => (rate === null ? null : fixed(exact(rate).mul(HUNDRED), 1));
