import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { printedTarget } from '../shown/indicator-row.js';
import { PaceCell } from '../shown/pace-cell.js';
import { ScoreCell } from '../shown/score-cell.js';
import type { IndicatorViewProps } from './indicator-view.js';

/** Target, last year, points and pace at one look. */
export function IndicatorTiles({ indicator, scored, asOf }: Omit<IndicatorViewProps, 'entries'>) {
  const { t, i18n } = useTranslation();
  const tiles = [
    [t('table.target'), printedTarget(indicator, i18n.language as Language)],
    [t('indicator.previous'), indicator.previous ?? '—'],
    [t('table.score'), <ScoreCell key="score" score={scored} asOf={asOf} />],
    [t('table.light'), <PaceCell key="pace" scored={scored} asOf={asOf} />],
  ] as const;
  return (
    <dl className="tiles">
      {tiles.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
