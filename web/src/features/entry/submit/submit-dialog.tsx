import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EntryQuestion, type SeenEntry, useMoveEntries, useTriedSubmission } from '../../../api/progress.js';
import { useSaving } from '../saving/use-saving.js';
import { HeldBack } from './held-back.js';
import type { Submission } from './submission.js';
import { SubmitLines } from './submit-lines.js';
import { type Confirmed, useConfirmValues } from './use-confirm-values.js';

interface SubmitDialogProps {
  readonly submission: Submission;
  /** @param submitted how many entries were handed in */
  readonly onDone: (submitted: number) => void;
}

/** Exactly what will be handed in, line by line, and what is held back and why. */
export function SubmitDialog({ submission: { lines, heldBack, missing }, onDone }: SubmitDialogProps) {
  const { t } = useTranslation();
  const saving = useSaving();
  const move = useMoveEntries();
  const confirm = useConfirmValues();
  const [asOpened] = useState(() => lines.flatMap(({ seen }) => seen));
  const tried = useTriedSubmission(asOpened);
  // Whoever reads that a reason is missing before they press the button need not press it twice.
  const obstacles = obstaclesOf(lines, move.data?.rows ?? tried.data?.rows ?? []);
  // Only what was said: lines may still come while the list is open.
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(new Map());
  const going = lines.filter(
    ({ entry, isReturned }) => choices.get(entry.subject.key) ?? !(isReturned || obstacles.has(entry.subject.key)),
  );
  const nameOf = new Map(
    lines.flatMap(({ entry, seen }) => seen.map(({ indicatorId }) => [indicatorId, entry.subject.name])),
  );
  const refusals = move.data?.rows.flatMap(({ indicatorId, problem }) =>
    problem ? [`${nameOf.get(indicatorId) ?? ''}：${problem.title}`] : [],
  );
  const asked = going.flatMap(({ entry, seen }): Confirmed[] => {
    const problems = move.data?.rows.flatMap(({ indicatorId, problem }) =>
      problem?.code === 'confirmation-required' && seen.some((one) => one.indicatorId === indicatorId)
        ? problem.errors.map(({ code }) => code as EntryQuestion)
        : [],
    );
    return problems && problems.length > 0 ? [{ entry, confirmed: [...new Set(problems)] }] : [];
  });
  const written = move.data?.rows.filter(({ problem }) => problem === null).length ?? 0;
  const submit = (rows: SeenEntry[]): void => {
    move.mutate(
      { rows, how: { move: 'submit' } },
      {
        onSuccess: ({ rows, written }) => {
          // What has been handed in cannot be taken back by a key.
          saving.forgetSteps();
          if (rows.every(({ problem }) => problem === null)) onDone(written);
        },
      },
    );
  };
  return (
    <Modal
      open
      width={720}
      title={t('submit.title')}
      okText={t('entry.submit', { count: going.length })}
      okButtonProps={{ disabled: going.length === 0, loading: move.isPending, autoFocus: true }}
      onOk={() => {
        submit(going.flatMap(({ seen }) => seen));
      }}
      onCancel={() => {
        onDone(0);
      }}
    >
      {(move.error ?? confirm.error ?? (refusals && refusals.length > 0)) && (
        <Alert
          type="error"
          showIcon
          title={written > 0 ? t('submit.partly', { count: written }) : t('entry.notSubmitted')}
          description={[...(refusals ?? []), move.error?.message, confirm.error?.message]
            .filter(Boolean)
            .map((text) => (
              <div key={text}>{text}</div>
            ))}
          action={
            asked.length > 0 && (
              <Button
                size="small"
                loading={confirm.isPending}
                onClick={() => {
                  confirm.mutate(asked, { onSuccess: submit });
                }}
              >
                {t('submit.confirm', { count: asked.length })}
              </Button>
            )
          }
        />
      )}
      <HeldBack heldBack={heldBack} missing={missing} />
      <SubmitLines
        lines={lines}
        obstacles={obstacles}
        chosen={new Set(going.map(({ entry }) => entry.subject.key))}
        onChoose={(key, isChosen) => {
          setChoices(new Map([...choices, [key, isChosen]]));
        }}
      />
    </Modal>
  );
}

type Rows = NonNullable<ReturnType<typeof useTriedSubmission>['data']>['rows'];

/** Why a line would be refused, by its key; what is only asked about is asked at its line anyway. */
const obstaclesOf = (lines: Submission['lines'], rows: Rows): ReadonlyMap<string, string> =>
  new Map(
    lines.flatMap(({ entry, seen }) => {
      const problem = rows.find(
        ({ indicatorId, problem }) =>
          problem !== null &&
          problem.code !== 'confirmation-required' &&
          seen.some((one) => one.indicatorId === indicatorId),
      )?.problem;
      return problem ? [[entry.subject.key, problem.title] as const] : [];
    }),
  );
