import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { entryKind } from '@domain/entries/entry-rules.js';
import { monthName } from '../../../../period/month-name.js';
import { STATE_SIGNS } from '../../cell-state.js';
import { describeEntry, gradeName } from '../../../shown/describe-entry.js';
import { totalSince } from '../../../shown/total-since.js';
import { changesIn, textOf } from '../../reading/entry-text.js';
import { useSaving } from '../../saving/use-saving.js';
import type { Typed } from '../../typed.js';
import { useProblemText } from '../../use-problem-text.js';
import { useStanding } from '../../use-standing.js';
import type { GridEntry } from '../grid-entry.js';

/** Letters that a cell has room for in the usual size. */
const ROOM = 6;

interface YearCellProps {
  readonly entry: GridEntry;
  readonly column: number;
}

/** A whole entry in one cell; while somebody types it stands as it is typed. */
export function YearCell({ entry, column }: YearCellProps) {
  const { t, i18n } = useTranslation();
  const problemText = useProblemText();
  const saving = useSaving();
  const [text, setText] = useState<string | null>(null);
  const { row, month } = entry;
  const { hand, typed, state, problems, questions } = useStanding(entry);
  const [indicator] = row.indicators;
  const kind = entryKind(indicator);
  const [problem] = problems;
  const name = t(`entry.state.${state}`);
  const since = totalSince(indicator, month, t);
  const said = hand && 'message' in hand.phase ? hand.phase.message : null;
  const why = problem ? problemText(problem) : said;
  const conflict = hand?.phase.kind === 'conflict' ? describeEntry(hand.phase.theirs.content, t) : null;
  const asked = questions.map(({ message }) => message[i18n.language as Language]);
  const content = typed.notApplicable ? t('table.notApplicable') : shown();
  return (
    <td className={`year-td state-${state}${since ? ' is-total' : ''}`} data-sign={STATE_SIGNS[state]}>
      <input
        className={content.length > ROOM ? 'year-cell long' : 'year-cell'}
        aria-label={[indicator.name, monthName(month), since, name].filter(Boolean).join(' ')}
        aria-invalid={state === 'invalid' || state === 'refused'}
        title={[since, name, why, conflict, ...asked].filter(Boolean).join(' · ')}
        data-row={row.row}
        data-column={column}
        autoComplete="off"
        disabled={entry.lock !== null || typed.notApplicable}
        value={content}
        onChange={({ target: { value } }) => {
          setText(value);
          saving.type([{ ...entry, changes: changesIn(value, kind) }]);
        }}
        onBlur={() => {
          setText(null);
        }}
      />
    </td>
  );

  /** As it is typed, unless it was changed otherwise since, such as by taking it back. */
  function shown(): string {
    const isCurrent = text !== null && says(changesIn(text, kind), typed);
    return isCurrent ? text : textOf(typed, kind, (grade) => gradeName(grade, t));
  }
}

const says = (changes: Partial<Typed>, typed: Typed): boolean =>
  Object.entries(changes).every(([field, value]) => typed[field as keyof Typed] === value);
