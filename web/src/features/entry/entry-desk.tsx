import { Alert } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Policy } from '@domain/policy.js';
import type { IndicatorMonths } from '../../api/types.js';
import { monthName } from '../../period/month-name.js';
import { EntryBar } from './entry-bar.js';
import { MonthGrid } from './grid/month/month-grid.js';
import { namedRows, onlyRows, openRows } from './grid/open-rows.js';
import { useGrid } from './grid/use-grid.js';
import { useSaving } from './saving/use-saving.js';
import { YearGrid } from './grid/year/year-grid.js';

interface EntryDeskProps {
  readonly indicators: readonly IndicatorMonths[];
  readonly policies: readonly Policy[];
  readonly month: string;
  /** Of the year; shown together where `view` says so. */
  readonly months: readonly string[];
  readonly view: 'month' | 'year';
}

/** The grid, one month or all, and what is done with it as a whole. */
export function EntryDesk({ indicators, policies, month, months, view }: EntryDeskProps) {
  const { t } = useTranslation();
  const saving = useSaving();
  const [only, setOnly] = useState<ReadonlySet<string> | null>(null);
  const [words, setWords] = useState('');
  const byName = useMemo(() => new Map(policies.map((policy) => [policy.name, policy])), [policies]);
  const grid = useGrid(indicators, byName);
  const entries = grid.rows.map((row) => grid.entryOf(row, month));
  const shown = view === 'month' ? entries : grid.rows.flatMap((row) => months.map((one) => grid.entryOf(row, one)));
  const drawn = useMemo(() => {
    const open = only ? onlyRows(grid, only) : grid;
    return words.trim() === '' ? open : onlyRows(open, namedRows(open.rows, words));
  }, [grid, only, words]);
  return (
    <div className="entry-desk">
      <EntryBar
        month={month}
        entries={entries}
        shown={shown}
        rowCount={grid.rows.length}
        words={words}
        onWords={setWords}
        isNarrowed={only !== null}
        onNarrow={(isNarrowed) => {
          // As it stands now: a row that is being filled in does not vanish under the hand.
          setOnly(isNarrowed ? openRows(shown, saving.all()) : null);
        }}
      />
      {view === 'month' && entries.some(({ lock }) => lock === 'closed') && (
        <Alert type="info" showIcon title={t('entry.closedHow', { month: monthName(month) })} />
      )}
      {view === 'year' ? (
        <YearGrid grid={drawn} month={month} months={months} policies={byName} />
      ) : (
        <MonthGrid key={month} grid={drawn} month={month} policies={byName} />
      )}
    </div>
  );
}
