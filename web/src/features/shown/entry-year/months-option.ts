import type { TFunction } from 'i18next';
import { categories, plain, toPlot, values } from '../../../components/charts/axes.js';
import type { Palette } from '../../../components/charts/palette.js';
import type { YearPoint } from './indicator-year.js';

interface Drawn {
  readonly year: readonly YearPoint[];
  /** What stands below each of its bars. */
  readonly months: readonly string[];
  /** What the line stands for. */
  readonly lineName: string;
  /** A level across the year, and its name; null where the target is none. */
  readonly target: string | null;
  readonly targetName: string;
}

const LINE = { type: 'line' as const, symbolSize: 6, connectNulls: true };
const DASHED = { ...LINE, lineStyle: { type: 'dashed' as const } };
const CONE = {
  ...LINE,
  stack: 'cone',
  stackStrategy: 'all' as const,
  symbol: 'none',
  lineStyle: { opacity: 0 },
  tooltip: { show: false },
};

/** The picture of `MonthsChart` as echarts draws it. */
export function monthsOption(drawn: Drawn, palette: Palette, t: TFunction) {
  const { year, months, lineName, targetName } = drawn;
  const cone = { name: t('entryYear.cone'), icon: 'rect' };
  const isForeseen = year.some(({ forecast }) => forecast !== null);
  const plan = year.some(({ planned }) => planned !== null) ? [t('entryYear.plan')] : [];
  const common = plain(palette);
  return {
    ...common,
    legend: {
      ...common.legend,
      data: [
        t('entryYear.monthly'),
        lineName,
        ...plan,
        targetName,
        ...(isForeseen ? [t('entryYear.forecast'), cone] : []),
      ],
    },
    xAxis: categories(months, palette),
    yAxis: values(palette),
    series: [...reached(drawn, palette, t), ...(isForeseen ? foreseen(drawn, palette, t) : [])],
  };
}

/** The months as bars, what they add up to as a line, and the level of the target. */
function reached({ year, lineName, target, targetName }: Drawn, palette: Palette, t: TFunction) {
  const level = {
    ...LINE,
    name: targetName,
    color: palette.red,
    symbol: 'none',
    lineStyle: { type: 'dashed' as const, width: 1 },
    data: year.map(() => Number(target)),
  };
  const planned = {
    ...DASHED,
    name: t('entryYear.plan'),
    color: palette.amber,
    symbol: 'diamond',
    symbolSize: 9,
    data: year.map((point) => toPlot(point.planned)),
  };
  return [
    {
      type: 'bar' as const,
      name: t('entryYear.monthly'),
      color: palette.grey,
      barMaxWidth: 22,
      data: year.map(({ value }) => toPlot(value)),
    },
    { ...LINE, name: lineName, color: palette.blue, symbol: 'circle', data: year.map(({ total }) => toPlot(total)) },
    ...(year.some(({ planned }) => planned !== null) ? [planned] : []),
    ...(target === null ? [] : [level]),
  ];
}

/** The forecast, in a cone between the weakest and the best month. */
function foreseen({ year }: Drawn, { teal }: Palette, t: TFunction) {
  return [
    {
      ...DASHED,
      name: t('entryYear.forecast'),
      color: teal,
      symbol: 'emptyCircle',
      data: year.map(({ forecast }) => toPlot(forecast)),
    },
    { ...CONE, name: 'low', color: teal, data: year.map(({ low }) => toPlot(low)) },
    {
      ...CONE,
      name: t('entryYear.cone'),
      color: teal,
      areaStyle: { opacity: 0.18, color: teal },
      data: year.map(({ spread }) => toPlot(spread)),
    },
  ];
}
