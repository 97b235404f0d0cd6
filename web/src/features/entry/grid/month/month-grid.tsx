import { useTranslation } from 'react-i18next';
import { entryKind } from '@domain/entries/entry-rules.js';
import type { Policy } from '@domain/policy.js';
import { monthName } from '../../../../period/month-name.js';
import { cellsOf } from '../../check-typed.js';
import type { PasteRow } from '../../paste/paste-plan.js';
import { PastePreview } from '../../paste/paste-preview.js';
import { changesInField } from '../../reading/entry-text.js';
import type { EntrySaving } from '../../saving/entry-saving.js';
import { useSaving } from '../../saving/use-saving.js';
import type { GridRow } from '../grid-rows.js';
import { MonthRow } from './month-row.js';
import { SheetHead } from '../sheet-head.js';
import { entryIn, type Grid } from '../use-grid.js';
import { useGridGestures } from '../use-grid-gestures.js';
import '../grid.css';

interface MonthGridProps {
  readonly grid: Grid;
  readonly month: string;
  readonly policies: ReadonlyMap<string, Policy>;
}

/** All indicators of a month on one screen, sheet by sheet, worked with the keyboard as a spreadsheet is. */
export function MonthGrid({ grid, month, policies }: MonthGridProps) {
  const { t } = useTranslation();
  const saving = useSaving();
  const gestures = useGridGestures(grid, {
    entryAt: ({ row }) => entryIn(grid, grid.rows[row], month),
    pasteRows: () => grid.rows.map((row) => pasteRow(grid, row, month, saving)),
  });
  return (
    <div className="entry-grid" {...gestures.handlers}>
      <table role="table" className="month-grid" aria-label={monthName(month)}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className="row-name">
              {t('table.indicator')}
            </th>
            <th role="columnheader" scope="col" className="number wide-only">
              {t('table.target')}
            </th>
            <th role="columnheader" scope="col" className="number wide-only">
              {t('table.before')}
            </th>
            <th role="columnheader" scope="col" className="row-cells">
              {monthName(month)}
            </th>
            <th role="columnheader" scope="col" className="number wide-only">
              {t('table.score')}
            </th>
            <th role="columnheader" scope="col" className="row-state">
              {t('table.status')}
            </th>
            <th role="columnheader" scope="col" className="row-more">
              {t('table.remark')}
            </th>
          </tr>
        </thead>
        {grid.sheets.map(({ id, rows }) => (
          <tbody key={id} role="rowgroup">
            <SheetHead rows={rows} columns={7} />
            {rows.map((row) => {
              const policy = policies.get(row.indicators[0].sheet.policy);
              return policy && <MonthRow key={`${row.id} ${month}`} {...{ row, month, policy }} />;
            })}
          </tbody>
        ))}
      </table>
      {gestures.pasted && <PastePreview pasted={gestures.pasted} onDone={gestures.onPasteDone} />}
    </div>
  );
}

function pasteRow(grid: Grid, row: GridRow, month: string, saving: EntrySaving): PasteRow {
  const seen = grid.entryOf(row, month);
  const [indicator] = seen.row.indicators;
  const typed = saving.hand(seen.subject.key)?.typed ?? seen.stored.content;
  const kind = entryKind(indicator);
  return {
    sheetId: indicator.sheet.id,
    cells: cellsOf(indicator).map((field) => ({
      seen,
      typed,
      lock: seen.lock ?? (typed.notApplicable ? 'not-applicable' : null),
      changesFor: (text) => changesInField(text, kind, field),
    })),
  };
}
