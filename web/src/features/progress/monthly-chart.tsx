import { useTranslation } from 'react-i18next';
import { exact, HUNDRED } from '../../../../src/domain/exact.js';
import { monthNumber } from '../../../../src/domain/month.js';
import type { ProgressEntry, SheetIndicator } from '../../api/types.js';
import { enteredNumber } from './entry-text.js';

const WIDTH = 480;
const HEIGHT = 96;
const FLOOR = 80;
const STEP = WIDTH / 12;

/** Bar heights are pixels: here, and only here, a number may be rounded to a float. */
function heightOf({ value, numerator, denominator }: ProgressEntry): number | null {
  if (value !== null) return exact(value).valueOf();
  if (numerator === null || denominator === null || exact(denominator).equals(0)) return null;
  return exact(numerator).div(exact(denominator)).mul(HUNDRED).valueOf();
}

/** One bar a month; the target as a line where a single month is measured against it. */
export function MonthlyChart({
  indicator,
  entries,
  asOf,
}: {
  readonly indicator: SheetIndicator;
  readonly entries: readonly ProgressEntry[];
  readonly asOf: string;
}) {
  const { t } = useTranslation();
  const bars = entries.flatMap((entry) => {
    const value = heightOf(entry);
    return value === null ? [] : [{ entry, value, place: monthNumber(entry.month) - 1 }];
  });
  if (bars.length === 0) return null;
  const isMonthly = indicator.aggregation !== 'sum';
  const target = isMonthly && indicator.target !== null ? exact(indicator.target).valueOf() : null;
  const top = Math.max(...bars.map(({ value }) => value), target ?? 0, 1e-9);
  const y = (value: number): number => FLOOR - (Math.max(value, 0) / top) * (FLOOR - 8);
  const months = Array.from({ length: monthNumber(asOf) }, (_, place) => place);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="100%"
      style={{ maxWidth: WIDTH, display: 'block', marginBlock: 6 }}
      role="img"
      aria-label={t('detail.chart', { name: indicator.name })}
    >
      {bars.map(({ entry, value, place }) => (
        <rect
          key={entry.id}
          x={place * STEP + 8}
          width={STEP - 16}
          y={y(value)}
          height={Math.max(FLOOR - y(value), 1)}
          fill="var(--accent)"
          opacity={entry.status === 'approved' ? 1 : 0.45}
        >
          <title>{`${entry.month}: ${enteredNumber(entry) ?? ''} (${t(`status.${entry.status}`)})`}</title>
        </rect>
      ))}
      <line x1={0} x2={WIDTH} y1={FLOOR} y2={FLOOR} stroke="var(--line)" />
      {target !== null && (
        <line x1={0} x2={WIDTH} y1={y(target)} y2={y(target)} stroke="var(--red)" strokeDasharray="5 4">
          <title>{t('detail.chartTarget', { target: indicator.target })}</title>
        </line>
      )}
      {months.map((place) => (
        <text
          key={place}
          x={place * STEP + STEP / 2}
          y={HEIGHT - 4}
          textAnchor="middle"
          fontSize={11}
          fill="var(--muted)"
        >
          {place + 1}
        </text>
      ))}
    </svg>
  );
}
