import { memo } from 'react';
import type { Policy } from '@domain/policy.js';
import { gridEntry } from '../grid-entry.js';
import { type GridRow, isSameRow } from '../grid-rows.js';
import { RowName } from '../row-name.js';
import { YearCell } from './year-cell.js';

interface YearRowProps {
  readonly row: GridRow;
  readonly months: readonly string[];
  readonly policy: Policy;
}

export const YearRow = memo(DrawnRow, (before, now) => {
  const isSameYear = before.months.join() === now.months.join();
  return isSameRow(before.row, now.row) && isSameYear && before.policy === now.policy;
});

function DrawnRow({ row, months, policy }: YearRowProps) {
  return (
    <tr>
      <th scope="row" className="row-name">
        <RowName row={row} />
      </th>
      {months.map((month, column) => (
        <YearCell key={month} entry={gridEntry(row, month, policy)} column={column} />
      ))}
    </tr>
  );
}
