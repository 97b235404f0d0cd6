import { useTranslation } from 'react-i18next';
import type { SheetOutlook } from '@domain/outlook/sheet-outlook.js';
import { RatingTag } from '../../components/rating-tag.js';

/**
 * Where the year is heading: from what it brings where nothing that is still open is won, to where all of it is; and, where
 * that is a span, what the part that can be foreseen is heading for.
 */
export function ForecastSpan({ outlook: { low, high, expected } }: { readonly outlook: SheetOutlook }) {
  const { t } = useTranslation();
  if (low.normalised === null) return <>—</>;
  if (low.normalised === high.normalised) {
    return (
      <>
        {low.normalised} <RatingTag rating={low.rating} />
      </>
    );
  }
  return (
    <>
      {low.normalised}–{high.normalised} <RatingTag rating={low.rating} />
      {low.rating !== high.rating && (
        <>
          –<RatingTag rating={high.rating} />
        </>
      )}
      {expected.normalised !== null && (
        <div className="muted small">
          {t('sheets.foreseen')} {expected.normalised} <RatingTag rating={expected.rating} />
        </div>
      )}
    </>
  );
}
