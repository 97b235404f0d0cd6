import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CheckedEvidence, EvidenceState } from '../../api/evidence-checklist.js';
import { ChecklistLine } from './checklist-line.js';

/** As many as anybody prints; a department has fewer. */
const SHOWN = 500;
const LACKING: readonly EvidenceState[] = ['lacking', 'other-kind'];

interface ChecklistTableProps {
  readonly items: readonly CheckedEvidence[];
  readonly month: string;
  /** Only what lacks something. */
  readonly isOpenOnly: boolean;
}

/** How many have theirs, and line by line which do not. */
export function ChecklistTable({ items, month, isOpenOnly }: ChecklistTableProps) {
  const { t } = useTranslation();
  const lacking = items.filter(({ state }) => LACKING.includes(state));
  const there = items.filter(({ state }) => state === 'there');
  const rows = isOpenOnly ? lacking : items;
  if (items.length === 0)
    return (
      <Empty description={t('checklist.none')}>
        <Link to="/imports">{t('checklist.toImports')}</Link>
      </Empty>
    );
  return (
    <div className="panel">
      <p role="status" className="checklist-counts">
        <span className="light-green">✓ {t('checklist.there', { count: there.length })}</span>
        <span className={lacking.length > 0 ? 'light-red' : 'muted'}>
          ✗ {t('checklist.lacking', { count: lacking.length })}
        </span>
        <span className="muted">{t('checklist.rest', { count: items.length - there.length - lacking.length })}</span>
      </p>
      {rows.length === 0 ? (
        <p>{t('checklist.complete')}</p>
      ) : (
        <div className="scroll" role="region" tabIndex={0} aria-label={t('checklist.title')}>
          <table className="plain checklist">
            <thead>
              <tr>
                <th scope="col">{t('table.indicator')}</th>
                <th scope="col">{t('checklist.asked')}</th>
                <th scope="col">{t('checklist.files')}</th>
                <th scope="col">{t('table.status')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, SHOWN).map((item) => (
                <ChecklistLine key={item.indicatorId} item={item} month={month} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > SHOWN && <p>{t('checklist.tooMany', { count: rows.length - SHOWN })}</p>}
    </div>
  );
}
