import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { countsOf, isOwed } from './cell-state.js';
import { EntryFilter, type EntryFilterProps } from './entry-filter.js';
import type { GridEntry } from './grid/grid-entry.js';
import { MonthDue } from './month-due.js';
import { useHands } from './saving/use-saving.js';
import { toNextInvalid } from './grid/grid-keys.js';
import { GridHelp } from './grid/grid-help.js';
import { SubmitMonth } from './submit/submit-month.js';

interface EntryBarProps extends EntryFilterProps {
  readonly month: string;
  /** Of the month that is handed in. */
  readonly entries: readonly GridEntry[];
  /** All that the grid shows. */
  readonly shown: readonly GridEntry[];
}

/** Always in sight: what is saved, what is not, by when the month is due, and the way to hand it in. */
export function EntryBar({ month, entries, shown, ...filter }: EntryBarProps) {
  const { t } = useTranslation();
  const hands = useHands();
  const lastInvalid = useRef<Element | null>(null);
  const { saved, unsaved, invalid, asked } = countsOf(shown, hands);
  const owed = entries.filter(isOwed);
  const done = owed.filter(({ lock }) => lock === 'submitted' || lock === 'approved');
  return (
    <div className="entry-bar">
      <SubmitMonth entries={entries} />
      <span role="status" className="entry-counts">
        <span className="count-saved">{t('entry.count.saved', { count: saved })}</span>
        <span className={unsaved > 0 ? 'count-unsaved' : 'muted'}>{t('entry.count.unsaved', { count: unsaved })}</span>
        <span className={invalid > 0 ? 'entry-wrong' : 'muted'}>{t('entry.count.invalid', { count: invalid })}</span>
        <span className={asked > 0 ? 'count-unsaved' : 'muted'}>{t('entry.count.asked', { count: asked })}</span>
      </span>
      <span className="muted">{t('shown.done', { done: indicatorsIn(done), all: indicatorsIn(owed) })}</span>
      {done.length < owed.length && <MonthDue month={month} entries={entries} />}
      <EntryFilter {...filter} />
      <Button
        size="small"
        disabled={invalid === 0}
        onClick={() => {
          lastInvalid.current = toNextInvalid(lastInvalid.current);
        }}
      >
        {t('entry.nextInvalid')}
      </Button>
      <GridHelp />
    </div>
  );
}

/** A shared measure hands in several at once; everywhere else they are counted one by one. */
const indicatorsIn = (entries: readonly GridEntry[]): number =>
  entries.reduce((sum, { row }) => sum + row.indicators.length, 0);
