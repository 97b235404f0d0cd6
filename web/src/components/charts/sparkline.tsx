import './charts.css';

interface SparklineProps {
  readonly values: readonly (number | null)[];
  readonly label: string;
}

const [WIDTH, HEIGHT] = [84, 22];

/** Twelve months in a table's row; gaps stay gaps. */
export function Sparkline({ values, label }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return <span className="muted">—</span>;
  const top = Math.max(...known, 0);
  const bottom = Math.min(...known, 0);
  const y = (value: number): number => HEIGHT - 2 - ((value - bottom) / (top - bottom || 1)) * (HEIGHT - 4);
  const step = WIDTH / 12;
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      {values.map(
        (value, place) =>
          value !== null && (
            <rect
              key={place}
              x={place * step + 1}
              width={step - 2}
              y={y(value)}
              height={Math.max(y(0) - y(value), 1.5)}
            />
          ),
      )}
    </svg>
  );
}
