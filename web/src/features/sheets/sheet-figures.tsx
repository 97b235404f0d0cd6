import { useTranslation } from 'react-i18next';
import { exact, HUNDRED, plain } from '../../../../src/domain/exact.js';
import type { ScoredSheet } from '../../api/types.js';
import { decimal } from '../../components/decimal.js';
import { LightSign } from '../../components/light-sign.js';
import { RatingTag } from '../../components/rating-tag.js';

/** The figures beside the dial: points, execution, and what the year can still bring. */
export function SheetFigures({ score }: { readonly score: ScoredSheet }) {
  const { t } = useTranslation();
  const { raw, max, execution, pace, outlook, provisional } = score;
  const rate = execution.rate === null ? null : decimal(plain(exact(execution.rate).mul(HUNDRED)), 1);
  return (
    <dl className="figures">
      <dt>{t('sheet.raw')}</dt>
      <dd>
        {raw} / {decimal(max)}
        {provisional && <span className="muted"> {t('sheet.provisional')}</span>}
      </dd>
      <dt>{t('table.execution')}</dt>
      <dd>{rate === null ? t('table.noExecution') : `${rate} % · ${execution.score ?? '—'} / ${execution.max}`}</dd>
      <dt>{t('sheet.paceNow')}</dt>
      <dd>
        <LightSign light={pace.light} />
      </dd>
      <dt>{t('sheet.forecast')}</dt>
      <dd>
        {outlook.forecastNormalised ?? '—'} <RatingTag rating={outlook.forecastRating} />
      </dd>
      <dt>{t('sheet.lostForGood')}</dt>
      <dd>{decimal(outlook.lostForGood, 2)}</dd>
      <dt>{t('sheet.winnable')}</dt>
      <dd>{decimal(outlook.winnable, 2)}</dd>
    </dl>
  );
}
