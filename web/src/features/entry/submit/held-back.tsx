import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemsOf } from '../cell-state.js';
import { useProblemText } from '../use-problem-text.js';
import type { GridEntry } from '../grid/grid-entry.js';
import type { Submission } from './submission.js';
import { ToRow } from './to-row.js';
import './submit.css';

interface HeldBackProps extends Pick<Submission, 'heldBack' | 'missing'> {
  readonly onGo: (entry: GridEntry) => void;
}

/** Rows that stay here, by name: not saved, not valid, or empty. */
export function HeldBack({ heldBack, missing, onGo }: HeldBackProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const nothing = heldBack.length + missing.length === 0;
  if (nothing) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="held-back"
      title={t('submit.heldBack', { count: heldBack.length + missing.length })}
      description={
        <ul>
          {heldBack.map(({ entry, hand, state }) => {
            const [problem] = problemsOf(hand);
            const why = problem ? problemText(problem) : t(`entry.state.${state}`);
            return (
              <li key={entry.subject.key}>
                {t('submit.because', { name: entry.subject.name, why })} <ToRow entry={entry} onGo={onGo} />
              </li>
            );
          })}
          {missing.map((entry) => (
            <li key={entry.subject.key}>
              {t('submit.because', { name: entry.subject.name, why: t('entry.state.missing') })}{' '}
              <ToRow entry={entry} onGo={onGo} />
            </li>
          ))}
        </ul>
      }
    />
  );
}
