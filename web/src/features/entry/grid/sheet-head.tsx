import { useTranslation } from 'react-i18next';
import type { GridRow } from './grid-rows.js';

/** Where the rows of a sheet begin. */
export function SheetHead({ rows, columns }: { readonly rows: readonly GridRow[]; readonly columns: number }) {
  const { t } = useTranslation();
  const [first] = rows;
  if (!first) return null;
  const [{ sheet, department }] = first.indicators;
  return (
    <tr role="row" className="sheet-head">
      <th role="columnheader" scope="rowgroup" colSpan={columns} className="entry-sheet">
        <span>
          {sheet.project ?? t('shown.wholeDepartment')} · {department.name}
        </span>
      </th>
    </tr>
  );
}
