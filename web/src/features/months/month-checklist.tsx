import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { GridMonth } from '../../api/months.js';
import { MissingEntries } from './missing-entries.js';
import { isIdle } from './month-needs.js';
import { useMayDecide } from './use-may-decide.js';

/** What is still to come, and where it is done. */
export function MonthChecklist({ month: lacking }: { readonly month: GridMonth }) {
  const { departmentId, month, missing, waiting } = lacking;
  const { t } = useTranslation();
  const mayDecide = useMayDecide();
  const place = `month=${month}&department=${departmentId}`;
  return (
    <>
      <strong>{t(mayDecide ? 'months.checklist' : 'months.lacks')}</strong>
      <ul className="month-checklist">
        {missing > 0 && (
          <li className="light-red">
            ✗ {t('months.missingLine', { count: missing })} <Link to={`/entry?${place}`}>{t('months.toEntry')}</Link>
            {' · '}
            <Link to={`/entry?${place}&workbook=open`}>{t('months.toWorkbook')}</Link>
          </li>
        )}
        {waiting > 0 && (
          <li className="light-amber">
            ▲ {t('months.waitingLine', { count: waiting })} <Link to={`/review?${place}`}>{t('months.toReview')}</Link>
          </li>
        )}
        {isIdle(lacking) && <li>– {t('months.nothingAskedLine')}</li>}
        {missing + waiting === 0 && !isIdle(lacking) && <li className="light-green">✓ {t('months.allIn')}</li>}
      </ul>
      {missing > 0 && <MissingEntries month={lacking} />}
    </>
  );
}
