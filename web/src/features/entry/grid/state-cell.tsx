import { useTranslation } from 'react-i18next';
import { isOwed, STATE_SIGNS } from '../cell-state.js';
import { ReturnReason } from '../return-reason.js';
import { useProblemText } from '../use-problem-text.js';
import type { Standing } from '../use-standing.js';
import { ConflictChoice } from './conflict-choice.js';
import type { GridEntry } from './grid-entry.js';
import { RecallEntry } from './recall-entry.js';
import { ValueQuestions } from './value-questions.js';

interface StateCellProps {
  readonly id?: string;
  readonly entry: GridEntry;
  readonly standing: Standing;
}

/** What became of the row: saved, refused and why, asked about, changed by somebody else. A sign and words, not colour alone. */
export function StateCell({ id, entry, standing: { state, hand, problems, questions } }: StateCellProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { phase } = hand ?? {};
  const [problem] = problems;
  const said = problem ? problemText(problem) : phase && 'message' in phase ? phase.message : null;
  const isTypedEarly = !isOwed(entry) && entry.lock === null && (hand !== undefined || entry.entry !== undefined);
  return (
    <div id={id} className={`entry-state state-${state}`} role={said === null ? undefined : 'status'}>
      <span className="state-sign" aria-hidden>
        {STATE_SIGNS[state]}
      </span>
      <span>
        {t(`entry.state.${state}`)}
        <RecallEntry entry={entry} />
        {state === 'returned' && <ReturnReason indicatorId={entry.row.indicators[0].id} month={entry.month} />}
        {isTypedEarly && <div className="small">{t('entry.notDueTyped')}</div>}
        {said !== null && <div className="entry-wrong">{said}</div>}
        {hand && phase?.kind === 'conflict' ? (
          <ConflictChoice hand={hand} conflict={phase} />
        ) : (
          <ValueQuestions entry={entry} questions={questions} />
        )}
      </span>
    </div>
  );
}
