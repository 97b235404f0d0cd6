import { useTranslation } from 'react-i18next';
import { entryKind } from '@domain/entries/entry-rules.js';
import { enteredRatio } from '../../../shown/monthly-value.js';
import { totalSince } from '../../../shown/total-since.js';
import { cellsOf } from '../../check-typed.js';
import { useSaving } from '../../saving/use-saving.js';
import type { Standing } from '../../use-standing.js';
import { EntryCell } from '../entry-cell.js';
import type { GridEntry } from '../grid-entry.js';

interface MonthCellsProps {
  readonly entry: GridEntry;
  readonly standing: Standing;
  /** Where its state stands in words. */
  readonly describedBy: string;
}

/** What is typed of a month: one cell, or the two of a ratio or grade, and the unit. */
export function MonthCells({ entry, standing: { typed, problems }, describedBy }: MonthCellsProps) {
  const { t } = useTranslation();
  const saving = useSaving();
  const { row, month, lock, subject } = entry;
  const [indicator] = row.indicators;
  const { unit } = indicator;
  const since = totalSince(indicator, month, t);
  return (
    <div className={`entry-cells kind-${entryKind(indicator)}`}>
      {typed.notApplicable ? (
        <span className="entry-none">{t('table.notApplicable')}</span>
      ) : (
        cellsOf(indicator).map((field, column) => (
          <EntryCell
            key={field}
            field={field}
            month={month}
            label={subject.name}
            value={typed[field]}
            means={(text) => {
              const { content, problems: its } = subject.check({ ...typed, [field]: text });
              return its.some(({ pointer }) => pointer === `/${field}`) ? undefined : content[field];
            }}
            disabled={lock !== null}
            invalid={problems.some(({ pointer }) => pointer === `/${field}`)}
            describedBy={describedBy}
            row={row.row}
            column={column}
            onChange={(text) => {
              saving.type([{ ...entry, changes: { [field]: text } }]);
            }}
          />
        ))
      )}
      <span className="muted unit">
        {indicator.aggregation === 'ratio' ? enteredRatio(indicator, { ...subject.check(typed).content, month }) : unit}
      </span>
      {since && <div className="muted small since-january">{lock === null ? t('entry.sinceJanuary') : since}</div>}
    </div>
  );
}
