import { useTranslation } from 'react-i18next';
import { type EntryState, problemsOf, STATE_SIGNS } from '../cell-state.js';
import type { InHand } from '../saving/in-hand.js';
import { useProblemText } from '../use-problem-text.js';
import { ConflictChoice } from './conflict-choice.js';

interface StateCellProps {
  readonly id?: string;
  readonly state: EntryState;
  readonly hand: InHand | undefined;
}

/** What became of the row: saved, refused and why, changed by somebody else. A sign and words, not colour alone. */
export function StateCell({ id, state, hand }: StateCellProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { phase } = hand ?? {};
  const [problem] = problemsOf(hand);
  const said = problem ? problemText(problem) : phase && 'message' in phase ? phase.message : null;
  return (
    <div id={id} className={`entry-state state-${state}`} role={said === null ? undefined : 'status'}>
      <span className="state-sign" aria-hidden>
        {STATE_SIGNS[state]}
      </span>
      <span>
        {t(`entry.state.${state}`)}
        {said !== null && <div className="entry-wrong">{said}</div>}
        {hand && phase?.kind === 'conflict' && <ConflictChoice hand={hand} conflict={phase} />}
      </span>
    </div>
  );
}
