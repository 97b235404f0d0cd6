import { memo, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthNumber } from '../../../../src/domain/month.js';
import type { Policy } from '../../../../src/domain/policy.js';
import type { IndicatorMonths } from '../../api/types.js';
import { today } from '../../period/clock.js';
import { isEnded } from '../../period/period.js';
import { moveByKey, pastedBlock, placeOf } from './grid-keys.js';
import { useYearCells, type YearCell } from './use-year-cells.js';
import { textOf } from './year-cell-text.js';

interface YearGridProps {
  readonly indicators: readonly IndicatorMonths[];
  readonly months: readonly string[];
  readonly policies: ReadonlyMap<string, Policy>;
}

/** All indicators with all months, for catching up and for pasting a whole table from a spreadsheet program. */
export function YearGrid({ indicators, months, policies }: YearGridProps) {
  const { t } = useTranslation();
  const { cells, change, fill } = useYearCells(indicators, months, policies);
  const [hint, setHint] = useState('');
  const onChange = useCallback(
    (row: number, column: number, text: string) => {
      change(row, column, text);
    },
    [change],
  );
  return (
    <div
      className="entry-grid scroll"
      onKeyDown={moveByKey}
      onPaste={(event) => {
        const place = placeOf(event.target);
        const block = pastedBlock(event);
        if (!place || !block) return;
        event.preventDefault();
        const { filled, skipped } = fill(place, block);
        setHint(t('entry.pasted', { filled, skipped }));
      }}
    >
      <p role="status" className="muted small year-hint">
        {hint === '' ? t('entry.yearHow') : hint}
      </p>
      <table className="year-grid">
        <thead>
          <tr>
            <th scope="col">{t('table.indicator')}</th>
            {months.map((month) => (
              <th key={month} scope="col" className="number">
                {t('chart.month', { month: monthNumber(month) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator, row) => (
            <YearRow key={indicator.id} {...{ indicator, months, row, onChange }} cells={cells[row]} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface YearRowProps {
  readonly indicator: IndicatorMonths;
  readonly months: readonly string[];
  readonly row: number;
  /** What was typed and is not saved, by column. */
  readonly cells: Readonly<Record<number, YearCell>> | undefined;
  readonly onChange: (row: number, column: number, text: string) => void;
}

const NONE = {};

/** Rows that nobody types into are not drawn again. */
const YearRow = memo(function YearRow({ indicator, months, row, cells = NONE, onChange }: YearRowProps) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">{indicator.name}</th>
      {months.map((month, column) => {
        const entry = indicator.entries.find((candidate) => candidate.month === month);
        const cell = cells[column];
        const isLocked = entry?.status === 'submitted' || entry?.status === 'approved';
        const state = cell?.state ?? entry?.status ?? 'none';
        return (
          <td key={month}>
            <input
              className={`year-cell cell-${state}`}
              aria-label={`${indicator.name} ${month}`}
              aria-invalid={state === 'invalid' || state === 'refused'}
              title={cell?.message ?? (state === 'none' ? undefined : t(`entry.cell.${state}`))}
              data-row={row}
              data-column={column}
              autoComplete="off"
              disabled={isLocked || entry?.notApplicable === true || !isEnded(month, today())}
              value={cell?.text ?? textOf(entry)}
              onChange={({ target }) => {
                onChange(row, column, target.value);
              }}
            />
          </td>
        );
      })}
    </tr>
  );
});
