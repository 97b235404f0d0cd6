import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { entryKind } from '@domain/entries/entry-rules.js';
import { reachesBack } from '@domain/entries/first-month.js';
import type { Policy } from '@domain/policy.js';
import { monthName } from '../../../../period/month-name.js';
import type { PasteRow } from '../../paste/paste-plan.js';
import { PastePreview } from '../../paste/paste-preview.js';
import { changesIn } from '../../reading/entry-text.js';
import type { EntrySaving } from '../../saving/entry-saving.js';
import { useSaving } from '../../saving/use-saving.js';
import { FocusedEntry } from '../focused-entry.js';
import { placeOf } from '../grid-keys.js';
import type { GridRow } from '../grid-rows.js';
import type { Place } from '../places.js';
import { SheetHead } from '../sheet-head.js';
import { entryIn, type Grid } from '../use-grid.js';
import { useGridGestures } from '../use-grid-gestures.js';
import { YearRow } from './year-row.js';
import '../grid.css';
import './year.css';

interface YearGridProps {
  readonly grid: Grid;
  /** The one that is looked at: where the year is wider than the screen, it is in sight first. */
  readonly month: string;
  readonly months: readonly string[];
  readonly policies: ReadonlyMap<string, Policy>;
}

/** All indicators with all months, for catching up and for pasting a whole table from a spreadsheet program. */
export function YearGrid({ grid, month, months, policies }: YearGridProps) {
  const { t } = useTranslation();
  const saving = useSaving();
  const [place, setPlace] = useState<Place | null>(null);
  const entryAt = ({ row, column }: Place) => entryIn(grid, grid.rows[row], months[column]);
  const focused = place && entryAt(place);
  const isClosed = (one: string): boolean =>
    grid.rows.every((row) => row.indicators.some(({ closedMonths }) => closedMonths.includes(one)));
  const hasTotals = grid.rows.some(({ indicators: [one] }) => months.some((month) => reachesBack(one, month)));
  const gestures = useGridGestures(grid, {
    entryAt,
    pasteRows: () => grid.rows.map((row) => pasteRow(grid, row, months, saving)),
  });
  return (
    <>
      {focused ? (
        <FocusedEntry key={focused.subject.key} entry={focused} />
      ) : (
        <p className="muted small year-hint">
          {hasTotals && <strong>{t('entry.yearSince')} </strong>}
          {t('entry.yearHow')}
        </p>
      )}
      <div
        className="entry-grid"
        {...gestures.handlers}
        onFocus={(event) => {
          gestures.handlers.onFocus(event);
          setPlace(placeOf(event.target) ?? place);
        }}
      >
        <table className="year-grid" aria-label={t('entry.yearView')}>
          <thead>
            <tr>
              <th scope="col" className="row-name">
                {t('table.indicator')}
              </th>
              {months.map((one) => (
                <th key={one} scope="col" className="number" ref={one === month ? atItsMonth : null}>
                  {monthName(one, 'short')}
                  {isClosed(one) && <div className="year-closed">{t('entry.closed')}</div>}
                </th>
              ))}
            </tr>
          </thead>
          {grid.sheets.map(({ id, rows }) => (
            <tbody key={id}>
              <SheetHead rows={rows} columns={months.length + 1} />
              {rows.map((row) => {
                const policy = policies.get(row.indicators[0].sheet.policy);
                return policy && <YearRow key={row.id} {...{ row, months, policy }} />;
              })}
            </tbody>
          ))}
        </table>
        {gestures.pasted && <PastePreview pasted={gestures.pasted} onDone={gestures.onPasteDone} />}
      </div>
    </>
  );
}

const atItsMonth = (head: HTMLElement | null): void => {
  const region = head?.closest('.entry-grid');
  if (head && region) region.scrollLeft = head.offsetLeft + head.offsetWidth - region.clientWidth;
};

function pasteRow(grid: Grid, row: GridRow, months: readonly string[], saving: EntrySaving): PasteRow {
  return {
    sheetId: row.indicators[0].sheet.id,
    cells: months.map((month) => {
      const seen = grid.entryOf(row, month);
      const typed = saving.hand(seen.subject.key)?.typed ?? seen.stored.content;
      return {
        seen,
        typed,
        lock: seen.lock ?? (typed.notApplicable ? 'not-applicable' : null),
        changesFor: (text) => changesIn(text, entryKind(seen.row.indicators[0])),
      };
    }),
  };
}
