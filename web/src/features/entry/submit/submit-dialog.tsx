import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SeenEntry, useMoveEntries, useTriedSubmission } from '../../../api/progress.js';
import { useSaving } from '../saving/use-saving.js';
import { askedOf, latestOf, obstaclesOf, refusalsOf } from './answers.js';
import type { GridEntry } from '../grid/grid-entry.js';
import { showRow } from '../grid/grid-keys.js';
import { HeldBack } from './held-back.js';
import { Refusals } from './refusals.js';
import type { Submission } from './submission.js';
import { SubmitLines } from './submit-lines.js';
import { useConfirmValues } from './use-confirm-values.js';

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
  const answered = move.data?.rows ?? [];
  // Whoever reads that a reason is missing before they press the button need not press it twice.
  const obstacles = obstaclesOf(lines, latestOf(tried.data?.rows ?? [], answered));
  // Only what was said: lines may still come while the list is open.
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(new Map());
  const going = lines.filter(
    ({ entry, isReturned }) => choices.get(entry.subject.key) ?? !(isReturned || obstacles.has(entry.subject.key)),
  );
  const asked = askedOf(going, answered);
  const failures = [move.error?.message, confirm.error?.message].filter((text) => text !== undefined);
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
  const goTo = (place: 'cell' | 'remarks') => (entry: GridEntry) => {
    onDone(0);
    showRow(entry, place);
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
      <Refusals
        reasons={[...refusalsOf(lines, answered), ...failures]}
        written={answered.filter(({ problem }) => problem === null).length}
        asked={asked.length}
        isConfirming={confirm.isPending}
        onConfirm={() => {
          confirm.mutate(asked, { onSuccess: submit });
        }}
      />
      <HeldBack heldBack={heldBack} missing={missing} onGo={goTo('cell')} />
      <SubmitLines
        lines={lines}
        obstacles={obstacles}
        chosen={new Set(going.map(({ entry }) => entry.subject.key))}
        onChoose={(key, isChosen) => {
          setChoices(new Map([...choices, [key, isChosen]]));
        }}
        onGo={goTo('remarks')}
      />
    </Modal>
  );
}
