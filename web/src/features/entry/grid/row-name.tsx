import { useTranslation } from 'react-i18next';
import { listed } from '../../../components/listed.js';
import type { GridRow } from './grid-rows.js';

/** Whose row it is; and where one figure serves several sheets, which. */
export function RowName({ row }: { readonly row: GridRow }) {
  const { t } = useTranslation();
  const [first, ...others] = row.indicators;
  const sheets = [...new Set(others.map(({ sheet }) => sheet.project ?? t('shown.wholeDepartment')))];
  return (
    <>
      {first.name}
      {sheets.length > 0 && (
        <div className="feeds small">{t('entry.feeds', { count: sheets.length + 1, sheets: listed(sheets) })}</div>
      )}
    </>
  );
}
