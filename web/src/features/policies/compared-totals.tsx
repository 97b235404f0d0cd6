import { useTranslation } from 'react-i18next';
import { RATINGS } from '@domain/policy.js';
import type { ComparedSheet } from '../../api/policies.js';
import { monthName } from '../../period/month-name.js';
import { comparedRows, meansOf } from './compared-rows.js';

interface ComparedTotalsProps {
  readonly sheets: readonly ComparedSheet[];
  readonly asOf: string;
}

/** All together: how many change, by how much on average, and how the ratings shift, as a picture. */
export function ComparedTotals({ sheets, asOf }: ComparedTotalsProps) {
  const { t } = useTranslation();
  const rows = comparedRows(sheets, 'sheet', asOf, t);
  const [own, other] = meansOf(sheets);
  const rerated = sheets.filter((sheet) => sheet.own.rating !== sheet.other.rating).length;
  return (
    <>
      <p role="status" className="compared-said">
        {t('policies.totals', {
          month: monthName(asOf),
          all: sheets.length,
          up: rows.filter(({ change }) => change.gt(0)).length,
          down: rows.filter(({ change }) => change.lt(0)).length,
          rerated,
        })}
        {own !== null && <strong> {t('policies.means', { own, other })}</strong>}
      </p>
      <div className="compared-bars">
        {(['own', 'other'] as const).map((which) => (
          <div key={which} className="compared-bar">
            <span className="small">{t(`policies.which.${which}`)}</span>
            <span className="compared-track">
              {RATINGS.map((rating) => {
                const count = sheets.filter((sheet) => sheet[which].rating === rating).length;
                if (count === 0) return null;
                return (
                  <span key={rating} className={`compared-part part-${rating}`} style={{ flexGrow: count }}>
                    {t(`rating.${rating}`)} {count}
                  </span>
                );
              })}
            </span>
          </div>
        ))}
      </div>
    </>
  );
}
