import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Indicator } from '../../../api/indicators.js';
import { useMeasure } from '../../../api/measures.js';
import { useTargetSheets } from '../../../api/queries.js';

/** Of a value that is entered once for several indicators: which others it feeds. */
export function SharedMeasure({ indicator: { id, measureId, sheet } }: { readonly indicator: Indicator }) {
  const { t } = useTranslation();
  const { data: measure } = useMeasure(measureId);
  const { data: sheets } = useTargetSheets({ departmentId: sheet.departmentId, year: sheet.fiscalYear });
  if (!measure) return null;
  const nameOf = (sheetId: string): string =>
    sheets?.items.find((one) => one.id === sheetId)?.project ?? t('shown.wholeDepartment');
  return (
    <>
      <p className="fact-head">{t('indicatorFacts.sharedWith', { name: measure.name })}</p>
      <ul className="bare-list">
        {measure.indicators
          .filter((other) => other.id !== id)
          .map((other) => (
            <li key={other.id}>
              <Link to={`/indicators/${other.id}`}>{other.name}</Link>{' '}
              <span className="muted small">{nameOf(other.sheetId)}</span>
            </li>
          ))}
      </ul>
    </>
  );
}
