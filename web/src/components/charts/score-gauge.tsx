import { useTranslation } from 'react-i18next';
import type { Rating } from '@domain/policy.js';
import './charts.css';

interface ScoreGaugeProps {
  /** 0 to 100, a decimal string; null: nothing applies yet. */
  readonly score: string | null;
  readonly rating: Rating | null;
  /** Marks on the rim, where a rating begins. */
  readonly marks: readonly string[];
}

const RADIUS = 80;
const LENGTH = Math.PI * RADIUS;
const share = (score: string): number => Math.min(Math.max(Number(score) / 100, 0), 1);

/** The sheet's score as half a dial, with the ratings' thresholds on its rim. */
export function ScoreGauge({ score, rating, marks }: ScoreGaugeProps) {
  const { t } = useTranslation();
  const ratingText = rating === null ? '' : t(`rating.${rating}`);
  return (
    <svg
      className="gauge"
      viewBox="0 0 200 116"
      role="img"
      aria-label={t('chart.gauge', { score: score ?? '—', rating: ratingText })}
    >
      <path d="M20 104 A80 80 0 0 1 180 104" className="gauge-rim" />
      {score !== null && (
        <path
          d="M20 104 A80 80 0 0 1 180 104"
          className={`gauge-value rating-${rating ?? 'none'}`}
          strokeDasharray={`${share(score) * LENGTH} ${LENGTH}`}
        />
      )}
      {marks.map((mark) => {
        const angle = Math.PI * (1 - share(mark));
        const [x, y] = [Math.cos(angle), -Math.sin(angle)];
        return (
          <g key={mark}>
            <line x1={100 + x * 70} y1={104 + y * 70} x2={100 + x * 90} y2={104 + y * 90} className="gauge-mark" />
            <text x={100 + x * 97} y={107 + y * 97} className="gauge-label" textAnchor="middle">
              {mark}
            </text>
          </g>
        );
      })}
      <text x="100" y="88" textAnchor="middle" className="gauge-score">
        {score ?? '—'}
      </text>
      <text x="100" y="108" textAnchor="middle" className="gauge-rating">
        {ratingText}
      </text>
    </svg>
  );
}
