import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTriedSubmission } from '../../../api/progress.js';
import type { GridEntry } from '../grid/grid-entry.js';
import { useHands, useSaving } from '../saving/use-saving.js';
import { obstaclesOf } from './answers.js';
import { SubmitDialog } from './submit-dialog.js';
import { submissionOf } from './submission.js';

/** Hands in the month: saves first what is typed, then shows what will be handed in. */
export function SubmitMonth({ entries }: { readonly entries: readonly GridEntry[] }) {
  const { t } = useTranslation();
  const saving = useSaving();
  const hands = useHands();
  const [step, setStep] = useState<'none' | 'saving' | 'asked'>('none');
  const [submitted, setSubmitted] = useState(0);
  const submission = submissionOf(entries, hands);
  const { lines, heldBack } = submission;
  // What the service would refuse, and what came back and is unchanged, does not go: the dialog says why.
  const tried = useTriedSubmission(lines.flatMap(({ seen }) => seen));
  const obstacles = obstaclesOf(lines, tried.data?.rows ?? []);
  const going = lines.filter(({ entry, isReturned }) => !isReturned && !obstacles.has(entry.subject.key));
  const underWay = heldBack.filter(({ state }) => state === 'typing' || state === 'sending');
  const count = going.length + underWay.length;
  return (
    <>
      <Button
        type="primary"
        disabled={lines.length + heldBack.length === 0}
        loading={step === 'saving'}
        onClick={() => {
          setSubmitted(0);
          setStep('saving');
          void saving.flush().then(() => {
            setStep('asked');
          });
        }}
      >
        {t('entry.submit', { count })}
      </Button>
      {submitted > 0 && (
        <span role="status" className="done">
          {t('submit.done', { count: submitted })}
        </span>
      )}
      {step === 'asked' && (
        <SubmitDialog
          submission={submission}
          onDone={(entries) => {
            setSubmitted(entries);
            setStep('none');
          }}
        />
      )}
    </>
  );
}
