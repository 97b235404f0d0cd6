import { useTranslation } from 'react-i18next';
import { exact, HUNDRED, plain, sum } from '@domain/exact.js';
import { isUnjudged } from '@domain/scoring/unjudged.js';
import type { ScoredSheet } from '../../api/types.js';
import { decimal } from '../../components/decimal.js';
import { LightSign } from '../../components/light-sign.js';
import { StandingSign } from '../shown/standing-sign.js';
import { ForecastSpan } from './forecast-span.js';

/** The figures beside the dial: points due, earned and not due, execution, and what the year can still bring. */
export function SheetFigures({ score }: { readonly score: ScoredSheet }) {
  const { t } = useTranslation();
  const { raw, max, normalised, execution, pace, outlook, provisional, indicators } = score;
  const rate = execution.rate === null ? null : decimal(plain(exact(execution.rate).mul(HUNDRED)), 1);
  const unjudged = isUnjudged(score);
  const notDue = plain(sum(indicators.map(({ explanation }) => exact(explanation.notDue ?? '0'))));
  return (
    <dl className="figures">
      <dt>{t('sheets.paceNow')}</dt>
      <dd>
        {unjudged ? (
          <StandingSign standing="not-begun" light="grey" />
        ) : (
          <>
            {t('shown.points', { raw: pace.raw, max: decimal(pace.max) })} <LightSign light={pace.light} />
          </>
        )}
      </dd>
      <dt>{t('sheets.raw')}</dt>
      <dd>
        {unjudged ? '—' : `${t('shown.points', { raw, max: decimal(max) })} · ${normalised ?? '—'}`}
        {provisional && !unjudged && <span className="muted"> {t('sheets.provisional')}</span>}
      </dd>
      <dt>{t('sheets.notDue')}</dt>
      <dd>{decimal(notDue, 2)}</dd>
      <dt>{t('sheets.execution')}</dt>
      <dd>{rate === null ? t('sheets.noExecution') : `${rate} % · ${execution.score ?? '—'} / ${execution.max}`}</dd>
      <dt>{t('sheets.forecast')}</dt>
      <dd>
        <ForecastSpan outlook={outlook} />
      </dd>
      <dt>{t('sheets.lostForGood')}</dt>
      <dd>{decimal(outlook.lostForGood, 2)}</dd>
      <dt>{t('sheets.winnable')}</dt>
      <dd>{decimal(outlook.winnable, 2)}</dd>
    </dl>
  );
}
