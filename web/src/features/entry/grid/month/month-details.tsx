import { useTranslation } from 'react-i18next';
import { EntryHistory } from '../../../shown/entry-history.js';
import { Evidence } from '../../../shown/evidence/evidence.js';
import { EntryRemarks } from '../../entry-remarks.js';
import type { GridEntry } from '../grid-entry.js';

/** What belongs to a month beside its figures: remarks, the files that show it, who entered what and when. */
export function MonthDetails({ entry }: { readonly entry: GridEntry }) {
  const { t } = useTranslation();
  const { row, month, lock } = entry;
  return (
    <>
      <EntryRemarks entry={entry} />
      <h4 className="entry-evidence">{t('evidence.title')}</h4>
      {row.indicators.map((indicator) => (
        <section key={indicator.id} aria-label={indicator.sheet.project ?? t('shown.wholeDepartment')}>
          {row.indicators.length > 1 && (
            <p className="muted small">{indicator.sheet.project ?? t('shown.wholeDepartment')}</p>
          )}
          <Evidence indicatorId={indicator.id} month={month} editable={lock === null} />
        </section>
      ))}
      <h4 className="entry-evidence">{t('shown.history')}</h4>
      <EntryHistory indicatorId={row.indicators[0].id} month={month} />
    </>
  );
}
