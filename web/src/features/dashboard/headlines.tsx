import { useTranslation } from 'react-i18next';
import { type ScoresQuery, useScoreSummary } from '../../api/scores.js';
import { Loaded } from '../../components/loaded.js';

/** The four numbers that everybody asks for first. */
export function Headlines({ sheets }: { readonly sheets: ScoresQuery }) {
  const { t } = useTranslation();
  const summary = useScoreSummary(sheets);
  return (
    <Loaded queries={{ summary }}>
      {({ summary: { installation, ratings, unfinished } }) => (
        <dl className="tiles">
          {[
            [t('dashboard.sheets'), installation?.sheets ?? 0],
            [t('dashboard.mean'), installation?.paceNormalised ?? '—'],
            [t('dashboard.poor'), ratings.poor],
            [t('dashboard.unfinished'), unfinished],
          ].map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="big">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Loaded>
  );
}
