import { useTranslation } from 'react-i18next';
import { monthNumber } from '@domain/calendar/month.js';
import type { IndicatorMonths } from '../../api/types.js';
import { toPlot } from '../../components/charts/axes.js';
import { Sparkline } from '../../components/charts/sparkline.js';
import { monthlyValue } from '../shown/monthly-value.js';

interface MonthsSparklineProps {
  readonly name: string;
  /** undefined: nothing was entered. */
  readonly indicator: IndicatorMonths | undefined;
}

/** The twelve months of an indicator, each as it was entered. */
export function MonthsSparkline({ name, indicator }: MonthsSparklineProps) {
  const { t } = useTranslation();
  const values = Array.from({ length: 12 }, (_, place) => {
    const entry = indicator?.entries.find(({ month }) => monthNumber(month) === place + 1);
    return indicator && entry ? toPlot(monthlyValue(indicator, entry)) : null;
  });
  return <Sparkline values={values} label={t('shown.monthlyEntries', { name })} />;
}
