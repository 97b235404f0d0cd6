import { useTranslation } from 'react-i18next';
import { exact, fixed, sum } from '../../../../src/domain/exact.js';
import type { Standing } from './standings.js';

/** The four numbers that everybody asks for first. */
export function Headlines({ standings }: { readonly standings: readonly Standing[] }) {
  const { t } = useTranslation();
  const scores = standings.flatMap(({ now }) => (now?.normalised == null ? [] : [exact(now.normalised)]));
  const mean = scores.length === 0 ? '—' : fixed(sum(scores).div(exact(String(scores.length))), 2);
  const tiles = [
    [t('dashboard.sheets'), String(standings.length)],
    [t('dashboard.mean'), mean],
    [t('dashboard.poor'), String(standings.filter(({ now }) => now?.rating === 'poor').length)],
    [t('dashboard.provisional'), String(standings.filter(({ now }) => now?.provisional).length)],
  ];
  return (
    <dl className="tiles">
      {tiles.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="big">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
